import { once } from 'node:events';
import http from 'node:http';

/**
 * @typedef {object} NotedCall
 * @property {string} name `model/method`
 * @property {any} body
 * @property {number} begun milliseconds of this process
 * @property {number} ended
 * @property {number} status
 */

/**
 * Stands before an Odoo and notes the calls that pass. Everybody who is measured calls through it, so it costs all of them the same.
 * @param {string} target
 */
export const startProxy = async (target) => {
  /** @type {NotedCall[]} */
  let calls = [];
  const to = new URL(target);
  const agent = new http.Agent({ keepAlive: false });
  const server = http.createServer((request, response) => {
    const begun = performance.now();
    /** @type {Buffer[]} */
    const sent = [];
    request.on('data', (part) => sent.push(part));
    const onward = http.request(
      {
        agent,
        hostname: to.hostname,
        port: to.port,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, host: to.host },
      },
      (answer) => {
        response.writeHead(Number(answer.statusCode), answer.headers);
        answer.pipe(response);
        answer.once('end', () => {
          const name = /^\/json\/2\/(.+)$/.exec(String(request.url))?.[1];
          if (!name) return;
          const body = JSON.parse(Buffer.concat(sent).toString() || '{}');
          calls.push({ name, body, begun, ended: performance.now(), status: Number(answer.statusCode) });
        });
      },
    );
    onward.once('error', () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    /** The calls since the last time this was asked. */
    take: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
