// `npm run test:e2e [-- --screenshots FOLDER] [-- Jest's options]`: what a person does in the admin, in a real browser. `npm test`
// runs it as well; here one watches it. With a folder, every page of ours is left there as it looks in each language and theme.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { provideChromium } from '../../scripts/launch/chromium.mjs';
import { JOURNEYS } from '../../scripts/launch/jest.mjs';
import { root } from '../../scripts/launch/places.mjs';
import { prepare } from '../../scripts/launch/prepare.mjs';

const args = process.argv.slice(2);
const asked = args.indexOf('--screenshots');
const [, folder] = asked < 0 ? [] : args.splice(asked, 2);
/** @type {Record<string, string>} */
const screenshots = folder ? { SCREENSHOTS: path.resolve(folder) } : {};
if (folder) fs.mkdirSync(path.resolve(folder), { recursive: true });

await prepare();
const found = await provideChromium();
if ('missing' in found) {
  console.error(
    `  Browser journeys cannot run: ${found.missing}. Install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.`,
  );
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), '--config', JOURNEYS.config, ...args],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', ...found, ...screenshots } },
);
process.exit(status ?? 1);
