// Sends so many mails with nodemailer and nothing else, over as many connections as ours uses.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../scripts/launch/places.mjs';

const { createTransport } = createRequire(path.join(root, 'plugins/webinars/package.json'))('nodemailer');

process.once('message', async (/** @type {any} */ { url, amount, connections, subject, html, text, headers }) => {
  const transporter = createTransport({ url, pool: true, maxConnections: connections, maxMessages: Infinity });
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
});
