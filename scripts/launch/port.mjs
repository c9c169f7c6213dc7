import net from 'node:net';
import { PlainError } from './progress.mjs';

/**
 * Fails with a clear word where something else listens already.
 * @param {number} port
 * @param {string} [host]
 */
export const requireFreePort = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new PlainError(`Port ${port} is in use by another program. Choose another one: PORT=${port + 1} npm start`),
        );
      else reject(new PlainError(`Cannot listen on ${host ?? 'this machine'}, port ${port}: ${error.message}`));
    });
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
