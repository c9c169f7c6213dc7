import fs from 'node:fs';
import path from 'node:path';

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {Set<string>} */
const held = new Set();

/**
 * Runs `work` while no other process of this machine holds the same lock file. A lock whose holder has died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told once, when somebody else holds the lock
 * @returns {Promise<T>}
 */
export const whileLocked = async (file, work, onWait) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let round = 1; held.has(file) || !take(file); round += 1) {
    // A dead holder's lock is cleared in the first round.
    if (round === 2) onWait?.();
    await pause(50);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    fs.rmSync(file, { force: true });
  }
};

/**
 * A process by number and birth: numbers alone come back, within seconds where a container restarts.
 * @param {number} pid
 */
const identity = (pid) => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return fs.existsSync('/proc/self/stat') || !isAlive(pid) ? null : String(pid);
  }
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/** @param {string} file */
const take = (file) => {
  // Written first, then linked into place: nobody ever sees a lock that does not say whose it is.
  const note = `${file}.${process.pid}`;
  fs.writeFileSync(note, String(identity(process.pid)));
  try {
    fs.linkSync(note, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    clearIfDead(file);
    return false;
  } finally {
    fs.rmSync(note, { force: true });
  }
};

/** @param {string} file */
const clearIfDead = (file) => {
  const read = (/** @type {string} */ from) => {
    try {
      return fs.readFileSync(from, 'utf8');
    } catch {
      return null;
    }
  };
  const holder = read(file);
  if (holder === null || (holder === identity(parseInt(holder, 10)) && parseInt(holder, 10) !== process.pid)) return;
  // Of several who find the holder dead one renames; whoever renamed a living holder's lock by accident puts it back.
  const grave = `${file}.dead.${process.pid}`;
  try {
    fs.renameSync(file, grave);
    if (read(grave) !== holder) fs.linkSync(grave, file);
  } catch {
    // Somebody else was quicker.
  }
  fs.rmSync(grave, { force: true });
};
