// Sends so many mails with nodemailer and nothing else, over as many connections as ours uses.
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { root } from '../scripts/launch/places.mjs';

/** A connection whose lines do not wait for one another. @param {{ host: string, port: number }} to @param {(error: Error | null, socket?: object) => void} done */
const atOnce = ({ host, port }, done) => {
  const connection = net.connect({ host, port, noDelay: true }, () => done(null, { connection }));
};

const { createTransport } = createRequire(path.join(root, 'plugins/webinars/package.json'))('nodemailer');

process.once(
  'message',
  async (/** @type {any} */ { url, amount, connections, isAtOnce, subject, html, text, headers }) => {
    const transporter = createTransport({
      host: new URL(url).hostname,
      port: Number(new URL(url).port),
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
      ...(isAtOnce ? { getSocket: atOnce } : {}),
    });
    const since = Date.now();
    let next = 0;
    const work = async () => {
      while (next < amount) {
        const n = (next += 1);
        await transporter.sendMail({
          from: { name: 'Webinars', address: 'webinars@example.com' },
          to: `visitor-${n}@visitors.example`,
          messageId: `<bare-${since}-${n}@example.com>`,
          subject,
          html,
          text,
          headers,
        });
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    transporter.close();
    process.send?.({ since });
  },
);
