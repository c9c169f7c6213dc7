import path from 'node:path';
import { whileLocked } from '../../database/embedded/lock.mjs';
import { buildMissing } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { dataFolder } from './places.mjs';
import { PlainError, step } from './progress.mjs';

const OLDEST_NODE = [20, 19];

/** Strapi's own packages say from which version they work. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new PlainError(`This needs Node ${OLDEST_NODE.join('.')} or later; this is Node ${process.versions.node}.`);
  }
};

/**
 * Installs and builds what is missing, and nothing that is not. Two commands started together do it once.
 * @param {{ withAdmin?: boolean, build?: boolean }} [options]
 */
export const prepare = ({ withAdmin = true, build = true } = {}) =>
  whileLocked(
    path.join(dataFolder, 'prepare.lock'),
    async () => {
      if (!isInstalled()) await step('Installing packages', install);
      if (build) await buildMissing({ withAdmin });
    },
    () => console.log('  Waiting for another command that installs and builds …'),
  );
