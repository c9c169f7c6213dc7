import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * What the server says to a mail: null takes it, `drop` cuts the connection.
 * @typedef {{ code: number, words: string } | 'drop' | null} Answer
 * @typedef {(mail: { to: string, tries: number }) => Answer} Refuse
 */

/** @param {{ code: number, words: string }} answer */
const refusal = ({ code, words }) => Object.assign(new Error(words), { responseCode: code });

/** A mail server on this machine that keeps what it takes, and refuses as a test asks it to. */
export const startSmtp = async () => {
  /** @type {{ to: string, from: string, raw: Buffer }[]} */
  const taken = [];
  /** @type {Map<string, number>} */
  const tries = new Map();
  /** @type {Refuse} */
  let refuseRecipient = () => null;
  /** @type {Refuse} */
  let refuseMail = () => null;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @type {((count: number) => void)[]} */
  let watchers = [];
  let isAway = false;

  const triesOf = (/** @type {string} */ to) => tries.get(to) ?? 0;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onRcptTo({ address }, session, done) {
      tries.set(address, triesOf(address) + 1);
      const answer = refuseRecipient({ to: address, tries: triesOf(address) });
      if (answer === 'drop') return drop(session);
      return done(answer ? refusal(answer) : null);
    },
    onData(stream, session, done) {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const answer = refuseMail({ to, tries: triesOf(to) });
        if (answer === 'drop') return drop(session);
        if (answer) return done(refusal(answer));
        const { mailFrom } = session.envelope;
        taken.push({ to, from: mailFrom ? mailFrom.address : '', raw: Buffer.concat(chunks) });
        done(null);
        for (const watch of watchers) watch(taken.length);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (/** @type {import('node:net').Socket} */ socket) => {
    // A server that is away answers nobody; its port stays ours.
    if (isAway) return socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  /** @param {import('smtp-server').SMTPServerSession} session */
  const drop = (session) => {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  };

  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.server.address());

  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    /** The mails as a mail program reads them, in the order of their arrival. */
    read: () => Promise.all(taken.map(({ raw }) => simpleParser(raw))),
    /** What to say to RCPT TO. @param {Refuse} refuse */
    refuseRecipients: (refuse) => void (refuseRecipient = refuse),
    /** What to say once a mail is through. @param {Refuse} refuse */
    refuseMails: (refuse) => void (refuseMail = refuse),
    /** Cuts every connection, and answers nobody until it is back. @param {boolean} away */
    goAway(away) {
      isAway = away;
      if (away) for (const socket of sockets) socket.destroy();
    },
    /** Resolves once it has taken so many. @param {number} count @returns {Promise<void>} */
    until: (count) =>
      new Promise((resolve) => {
        const watch = (/** @type {number} */ now) => {
          if (now < count) return;
          watchers = watchers.filter((other) => other !== watch);
          resolve();
        };
        watchers.push(watch);
        watch(taken.length);
      }),
    /** Forgets what it took, and takes everything again. */
    reset() {
      taken.length = 0;
      tries.clear();
      watchers = [];
      isAway = false;
      refuseRecipient = () => null;
      refuseMail = () => null;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
};

/** @typedef {Awaited<ReturnType<typeof startSmtp>>} Smtp */
