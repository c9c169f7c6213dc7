// Writes the types of the content types into types/generated. With --check it only says whether they are current.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { borrowSecrets } from './launch/environment.mjs';
import { dataFolder, root } from './launch/places.mjs';
import { prepare } from './launch/prepare.mjs';

const FILES = ['contentTypes.d.ts', 'components.d.ts'];
const isCheck = process.argv.includes('--check');

await prepare({ withAdmin: false });
borrowSecrets();
process.env.TZ = 'UTC';
// Content types are read from files: no database is asked.
process.env.DATABASE_URL ||= 'postgres://nobody@127.0.0.1/nothing';

const require = createRequire(import.meta.url);
const fromStrapi = createRequire(require.resolve('@strapi/strapi/package.json'));

fs.mkdirSync(dataFolder, { recursive: true });
const folder = isCheck ? fs.mkdtempSync(path.join(dataFolder, 'types-')) : root;
const strapi = await require('@strapi/strapi')
  .createStrapi({ appDir: root, distDir: path.join(root, 'dist') })
  .register();
await fromStrapi('@strapi/typescript-utils').generators.generate({
  strapi,
  pwd: folder,
  artifacts: { contentTypes: true, components: true },
  logger: { silent: true, debug: false },
});
const text = (/** @type {string} */ from, /** @type {string} */ file) =>
  fs.readFileSync(path.join(from, 'types/generated', file), 'utf8');
const stale = FILES.filter((file) => text(root, file) !== text(folder, file));
if (isCheck) fs.rmSync(folder, { recursive: true });
if (stale.length > 0)
  console.error(
    `types/generated is not current (${stale.join(', ')}): run \`npm run types\` and commit what it writes.`,
  );
// Strapi keeps connections it never used; there is nothing to finish.
process.exit(stale.length > 0 ? 1 : 0);
