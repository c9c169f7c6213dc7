// Writes docs/openapi.json: our endpoints as the contracts in plugins/webinars describe them.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './launch/places.mjs';
import { prepare } from './launch/prepare.mjs';

await prepare({ withAdmin: false });
const require = createRequire(import.meta.url);
// A name in a variable: the compiler would look for types of a build that is not there yet.
const plugin = 'strapi-plugin-webinars/strapi-server';
const { services } = require(plugin).default;
const file = path.join(root, 'docs/openapi.json');
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, `${JSON.stringify(services.openapi().createDocument(), null, 2)}\n`);
console.log(`  ${path.relative(root, file)} is written.`);
