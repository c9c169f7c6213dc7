import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * @typedef {{ method: string, path: string, headers: Record<string, string | undefined>, body: string }} Request
 * @typedef {{ status: number, headers?: Record<string, string>, body?: unknown, html?: string, ends?: 'hang' | 'cut' }} Answer
 */

/** @param {import('node:http').IncomingMessage} message */
const readBody = async (message) => {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** A server that can go away and come back at the same port. @param {number} wantedPort @param {(request: Request) => Answer} respond */
export const createListener = async (wantedPort, respond) => {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();

  /** @param {import('node:http').IncomingMessage} message @param {import('node:http').ServerResponse} response */
  const handle = async (message, response) => {
    const body = await readBody(message);
    const { pathname } = new URL(message.url ?? '/', 'http://localhost');
    const headers = /** @type {Record<string, string | undefined>} */ (message.headers);
    const answer = respond({ method: message.method ?? 'GET', path: pathname, headers, body });
    if (answer.ends === 'cut') return message.socket.destroy();
    if (answer.ends === 'hang') return;
    const type = answer.html === undefined ? 'application/json' : 'text/html';
    response.writeHead(answer.status, { 'content-type': `${type}; charset=utf-8`, ...answer.headers });
    response.end(answer.html ?? JSON.stringify(answer.body));
  };

  const open = () =>
    createServer((message, response) => {
      handle(message, response).catch((error) => {
        // A client that went away is no fault of ours; anything else is one of the fake, and must be seen.
        if (message.destroyed && error?.code === 'ECONNRESET') return;
        console.error(error);
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(`The fake Odoo failed: ${error?.stack ?? error}`);
      });
    }).on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });

  /** @type {import('node:http').Server | undefined} */
  let server;

  /** @param {number} port */
  const listen = async (port) => {
    const opened = open();
    opened.listen(port, '127.0.0.1');
    await once(opened, 'listening');
    server = opened;
    return /** @type {import('node:net').AddressInfo} */ (opened.address()).port;
  };

  const goDown = async () => {
    if (!server) return;
    const closing = server;
    server = undefined;
    const closed = once(closing, 'close');
    closing.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const port = await listen(wantedPort);
  return {
    port,
    goDown,
    comeUp: async () => {
      if (!server) await listen(port);
    },
  };
};
