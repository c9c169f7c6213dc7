// `npm run test:e2e`: what a person does in the admin, in a real browser. Asked for, because it builds the admin and needs Chromium.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const chromium = findChromium();
if (!chromium) {
  console.log(
    '  Browser tests skipped: no Chromium on this machine (Debian: apt-get install chromium; elsewhere set CHROMIUM_PATH).',
  );
  process.exit(0);
}
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), '--config', 'tests/e2e/jest.config.mjs', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', CHROMIUM_PATH: chromium } },
);
process.exit(status ?? 1);
