// Boots the Strapi project of the current folder and nothing else.
import { createRequire } from 'node:module';
import path from 'node:path';

const appDir = process.cwd();
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
const strapi = await createStrapi({ appDir, distDir: path.join(appDir, 'dist') }).load();
await strapi.listen();
console.log('READY');
