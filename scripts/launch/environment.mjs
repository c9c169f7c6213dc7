import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

const file = path.resolve(root, process.env.ENV_PATH || '.env');

const EXAMPLE = /^example-/;

/** The names of all secrets, which are the lines of `.env.example` that carry an example value. */
const secretNames = () =>
  [...fs.readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=example-/gm)].map(([, name]) =>
    String(name),
  );

/** A random value that is long enough for every purpose. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** Reads `.env` into the environment. What is set already stays, but for the zone: Strapi stores instants without one. */
export const readEnvFile = () => {
  process.env.TZ = 'UTC';
  if (fs.existsSync(file)) process.loadEnvFile(file);
};

/** The secrets that are absent or still have their example value. */
export const missingSecrets = () =>
  secretNames().filter((name) => !process.env[name] || EXAMPLE.test(process.env[name] ?? ''));

/** A random value for each missing secret, for this process and its children only. */
export const borrowSecrets = () => {
  for (const name of missingSecrets()) process.env[name] = newSecret();
};

/**
 * Generates what is missing and keeps it in `.env`, which nobody else may read.
 * @returns {string[]} the names
 */
export const writeMissingSecrets = () => {
  const names = missingSecrets();
  if (names.length === 0) return names;
  let text = fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8')
    : '# Written by `npm start`. Keep it: every link mailed to attendees is signed with these secrets.\n';
  if (text !== '' && !text.endsWith('\n')) text += '\n';
  for (const name of names) {
    const value = newSecret();
    const line = `${name}=${value}`;
    const present = new RegExp(`^${name}=.*$`, 'm');
    text = present.test(text) ? text.replace(present, line) : `${text}${line}\n`;
    process.env[name] = value;
  }
  fs.writeFileSync(file, text, { mode: 0o600 });
  fs.chmodSync(file, 0o600);
  return names;
};
