import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.strapi']);

/** @param {string} place @returns {string[]} */
const filesIn = (place) => {
  const entry = fs.statSync(place, { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return /\.test\.tsx?$/.test(place) ? [] : [place];
  return fs
    .readdirSync(place)
    .filter((name) => !SKIPPED.has(name))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
};

/**
 * A hash over names and contents. Times do not count: a fresh checkout of the same sources is the same.
 * @param {string[]} places files and folders, relative to the repository
 */
export const fingerprint = (places) => {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesIn(path.join(root, place)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
};
