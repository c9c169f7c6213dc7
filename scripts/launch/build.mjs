import fs from 'node:fs';
import path from 'node:path';
import { missingSecrets, newSecret } from './environment.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root } from './places.mjs';
import { quietly, step } from './progress.mjs';

const PLUGIN = 'plugins/webinars';
const PLUGIN_DIST = path.join(root, PLUGIN, 'dist');
const DIST = path.join(root, 'dist');

/**
 * One thing that is built: from which sources, and how.
 * @typedef {object} Part
 * @property {string} title
 * @property {string[]} sources
 * @property {string} stamp where the fingerprint of the sources it was built from is kept
 * @property {() => Promise<unknown>} build
 */

/** @type {Part} */
const plugin = {
  title: 'Building the plugin',
  sources: [PLUGIN, 'package-lock.json'],
  stamp: path.join(PLUGIN_DIST, '.stamp'),
  async build() {
    fs.rmSync(PLUGIN_DIST, { recursive: true, force: true });
    await run('strapi-plugin', ['build'], path.join(root, PLUGIN));
    for (const side of ['server', 'admin']) {
      if (!fs.existsSync(path.join(PLUGIN_DIST, side, 'index.js')))
        throw new Error(`The build of the plugin left no ${side}/index.js.`);
    }
  },
};

/** @type {Part} */
const server = {
  title: 'Building the application',
  sources: [
    'config',
    'src/api',
    'src/components',
    'src/extensions',
    'src/index.ts',
    'database/seed',
    'database/migrations',
    'types',
    'tsconfig.json',
    'package-lock.json',
  ],
  stamp: path.join(DIST, '.server-stamp'),
  async build() {
    // A content type that was deleted would otherwise live on in dist.
    const kept = new Set(['build', path.basename(admin.stamp)]);
    for (const name of fs.existsSync(DIST) ? fs.readdirSync(DIST) : []) {
      if (!kept.has(name)) fs.rmSync(path.join(DIST, name), { recursive: true, force: true });
    }
    await run('tsc', ['--project', 'tsconfig.json'], root);
  },
};

/** @type {Part} */
const admin = {
  title: 'Building the admin',
  sources: [
    'src/admin',
    `${PLUGIN}/admin`,
    `${PLUGIN}/contracts`,
    `${PLUGIN}/package.json`,
    'config/admin.ts',
    'config/plugins.ts',
    'package-lock.json',
  ],
  stamp: path.join(DIST, '.admin-stamp'),
  async build() {
    fs.rmSync(path.join(DIST, 'build'), { recursive: true, force: true });
    await run('strapi', ['build'], root);
  },
};

/** @param {string} program @param {string[]} args @param {string} cwd */
const run = (program, args, cwd) =>
  quietly(path.join(root, 'node_modules/.bin', program), args, {
    cwd,
    // Strapi reads the whole configuration to build, and none of these values ends up in what it builds.
    env: {
      ...process.env,
      ...Object.fromEntries(missingSecrets().map((name) => [name, newSecret()])),
      DATABASE_URL: process.env.DATABASE_URL || 'postgres://nobody@127.0.0.1/nothing',
      STRAPI_DISABLE_EE: 'true',
    },
  });

/** @param {Part} part */
const isCurrent = (part, wanted = fingerprint(part.sources)) =>
  fs.existsSync(part.stamp) && fs.readFileSync(part.stamp, 'utf8') === wanted;

/**
 * Builds each part whose sources have changed since it was built.
 * @param {{ withAdmin?: boolean }} [options]
 */
export const buildMissing = async ({ withAdmin = true } = {}) => {
  for (const part of withAdmin ? [plugin, server, admin] : [plugin, server]) {
    const wanted = fingerprint(part.sources);
    if (isCurrent(part, wanted)) continue;
    await step(part.title, part.build);
    fs.writeFileSync(part.stamp, wanted);
  }
};
