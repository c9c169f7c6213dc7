import fs from 'node:fs';

/** @param {number} pid */
const parentOf = (pid) => {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
};

/** Seconds of all threads of a process. @param {number} pid */
const secondsOf = (pid) => {
  try {
    const nanoseconds = (/** @type {string} */ thread) =>
      Number(fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    return fs.readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + nanoseconds(thread), 0) / 1e9;
  } catch {
    return 0;
  }
};

/** @param {number} parent */
const childrenOf = (parent) =>
  fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);

/** Seconds of the processes that a process has started and seen end. @param {number} pid */
const secondsOfEnded = (pid) => {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
};

/**
 * Processor time that the instance and its PostgreSQL have used so far. It does not depend on what else the machine does meanwhile.
 * Zero where the system does not tell, or where PostgreSQL is on another machine.
 * @param {number} instancePid
 * @param {number} backendPid
 */
export const createCpuMeter = (instancePid, backendPid) => {
  const postmaster = parentOf(backendPid);
  return () => ({
    node: secondsOf(instancePid),
    postgres:
      postmaster > 1
        ? childrenOf(postmaster).reduce((sum, pid) => sum + secondsOf(pid), secondsOfEnded(postmaster))
        : 0,
  });
};
