import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { productionEnv } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';
import { seed } from './seed.mjs';
import { dataFolder, root } from '../scripts/launch/places.mjs';

const require = createRequire(import.meta.url);
const bare = path.join(dataFolder, 'bench', 'bare');

/** An empty Strapi with our configuration and all plugins but ours. */
const makeBare = () => {
  fs.rmSync(bare, { recursive: true, force: true });
  for (const folder of ['src', 'public/uploads', 'dist/src'])
    fs.mkdirSync(path.join(bare, folder), { recursive: true });
  const { dependencies, ...manifest } = require(path.join(root, 'package.json'));
  delete dependencies['strapi-plugin-webinars'];
  fs.writeFileSync(
    path.join(bare, 'package.json'),
    JSON.stringify({ name: 'bare', version: '0.0.0', strapi: manifest.strapi, dependencies }),
  );
  fs.cpSync(path.join(root, 'dist/config'), path.join(bare, 'dist/config'), { recursive: true });
  fs.renameSync(path.join(bare, 'dist/config/plugins.js'), path.join(bare, 'dist/all-plugins.js'));
  const all = fs.readFileSync(path.join(bare, 'dist/all-plugins.js'), 'utf8').replaceAll('"./env"', '"./config/env"');
  fs.writeFileSync(path.join(bare, 'dist/all-plugins.js'), all);
  fs.writeFileSync(
    path.join(bare, 'dist/config/plugins.js'),
    "const { webinars, ...others } = require('../all-plugins').default;\nmodule.exports = others;\n",
  );
  fs.writeFileSync(path.join(bare, 'dist/src/index.js'), 'module.exports = { register() {}, bootstrap() {} };\n');
  fs.copyFileSync(path.join(root, 'favicon.png'), path.join(bare, 'favicon.png'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(bare, 'node_modules'));
  if (fs.existsSync(path.join(root, 'dist/build')))
    fs.symlinkSync(path.join(root, 'dist/build'), path.join(bare, 'dist/build'));
};

/**
 * @param {string} script
 * @param {string} cwd
 * @param {string} databaseUrl
 * @returns {Promise<number>}
 */
const secondsToListen = (script, cwd, databaseUrl) =>
  new Promise((resolve, reject) => {
    const since = performance.now();
    const child = spawn(process.execPath, [script], {
      cwd,
      env: productionEnv(databaseUrl),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    /** @type {number | null} */
    let seconds = null;
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (seconds !== null || !/^READY/m.test(said)) return;
      seconds = (performance.now() - since) / 1000;
      child.kill('SIGTERM');
    });
    child.once('close', () => (seconds === null ? reject(new Error(`It did not start:\n${said}`)) : resolve(seconds)));
  });

/** @param {{ serverUrl: string, rounds: number }} options */
export const benchStart = async ({ serverUrl, rounds }) => {
  makeBare();
  const ourUrl = await freshDatabase(serverUrl, 'webinars_bench_start');
  const bareUrl = await freshDatabase(serverUrl, 'webinars_bench_bare');
  const things = {
    ours: () => secondsToListen(path.join(root, 'scripts/serve.mjs'), root, ourUrl),
    bare: () => secondsToListen(path.join(root, 'bench/bare.mjs'), bare, bareUrl),
  };
  const first = { ours: await things.ours(), bare: await things.bare() };
  await seed(ourUrl, { sessions: 1000, registrations: 20_000 });
  const measured = await sideBySide(rounds, things, (round, name, seconds) =>
    console.log(`  round ${round}  ${name.padEnd(6)} ${seconds.toFixed(2)} s`),
  );
  return [
    'Seconds from the start of the process until it listens, in production. Ours is `scripts/serve.mjs` on a database of 1,000 sessions and 20,000 registrations; the empty Strapi has our configuration and every plugin but ours, no content type, and an empty database.',
    table(
      ['What', 'median s', 'on an empty database, once s'],
      [
        ['ours', median(measured.ours).toFixed(2), first.ours.toFixed(2)],
        ['an empty Strapi', median(measured.bare).toFixed(2), first.bare.toFixed(2)],
      ],
    ),
    table(VERDICT_HEADS, [
      verdict('ours / an empty Strapi, existing database', { atMost: 1.5 }, measured.ours, measured.bare),
    ]),
  ].join('\n\n');
};
