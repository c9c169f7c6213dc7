import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { quietly } from './progress.mjs';

/** @typedef {{ version?: string; resolved?: string; link?: boolean; optional?: boolean; devOptional?: boolean; peer?: boolean; os?: string[]; cpu?: string[] }} Package */

/** @param {string} file @returns {Record<string, Package> | null} */
const packagesIn = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
};

/** Whether node_modules is what package-lock.json asks for; npm keeps its own note of what it installed. */
export const isInstalled = () => {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, { version, link, optional }]) => {
    if (!place.includes('node_modules/')) return true;
    const found = present[place];
    // Optional packages are those of other platforms, too.
    if (!found) return optional === true;
    return link ? fs.existsSync(path.join(root, place)) : found.version === version;
  });
};

/**
 * Installs what package-lock.json names, building tools included whatever NODE_ENV says. Not `npm ci`: that refuses
 * where the lock file does not name the optional packages of every platform there is.
 */
export const install = async () => {
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) await quietly(process.execPath, [npm, ...args], { cwd: root });
  else await quietly('npm', args, { cwd: root });
};
