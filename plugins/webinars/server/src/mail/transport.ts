import net from 'node:net';
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';

/** One message as the transport takes it. Addresses and headers are encoded by nodemailer. */
export type Message = {
  from: { name: string; address: string };
  to: string;
  replyTo: string | null;
  envelopeFrom: string;
  messageId: string;
  subject: string;
  html: string;
  text: string;
  calendar: { method: string; content: string } | null;
  headers: Record<string, string>;
};

export type Transport = {
  /** Hands a message to the mail server; answers with the server's words, or throws nodemailer's error. */
  send(message: Message): Promise<string>;
  close(): void;
};

/** Connections to the mail server of one instance. More would look like an attack to most servers. */
export const CONNECTIONS = 5;

const CONNECT_TIMEOUT = 15_000;

type Place = { host?: string; port?: number | string; secure?: boolean };
type Connected = (error: Error | null, socket?: { connection: net.Socket }) => void;

/**
 * Connects without waiting for more to say (TCP_NODELAY). SMTP is a conversation of short lines: by default a line waits until the one before
 * it is acknowledged, which the other side puts off by 40 ms, several times for each mail.
 */
const connectAtOnce = ({ host, port, secure }: Place, connected: Connected): void => {
  const socket = net.connect({ host: host ?? 'localhost', port: Number(port) || (secure ? 465 : 587), noDelay: true });
  socket.setKeepAlive(true);
  const timer = setTimeout(() => socket.destroy(new Error('The mail server does not answer.')), CONNECT_TIMEOUT);
  const settle = (error: Error | null): void => {
    clearTimeout(timer);
    socket.removeAllListeners('error');
    socket.removeAllListeners('connect');
    // Between here and the first line nobody else listens; a connection that breaks there ends in a time-out of the greeting.
    socket.on('error', () => {});
    connected(error, error ? undefined : { connection: socket });
  };
  socket.once('connect', () => settle(null));
  socket.once('error', settle);
};

/** The parts of the address. Nodemailer takes an address as well, but then forgets every other option. */
const placeOf = (address: string) => {
  const { protocol, hostname, port, username, password } = new URL(address);
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(port ? { port: Number(port) } : {}),
    secure: protocol === 'smtps:',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  };
};

const open = (address: string): Transporter<SentMessageInfo> => {
  if (address.startsWith('sendmail:')) {
    return createTransport({ sendmail: true, path: address.slice('sendmail:'.length) || 'sendmail', newline: 'unix' });
  }
  return createTransport({
    ...placeOf(address),
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    // A try that was cut is ours to repeat: the pool would repeat it without end and without a word.
    maxRequeues: 0,
    getSocket: connectAtOnce,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
};

/** Opens the way to the mail server: `smtp://`, `smtps://`, or `sendmail:/path` for the program of that name. */
export const createMailTransport = (address: string): Transport => {
  const transporter = open(address);
  return {
    async send({ from, to, replyTo, envelopeFrom, messageId, subject, html, text, calendar, headers }) {
      const info = (await transporter.sendMail({
        from,
        to: { name: '', address: to },
        ...(replyTo ? { replyTo } : {}),
        envelope: { from: envelopeFrom, to: [to] },
        messageId,
        subject,
        html,
        text,
        headers,
        ...(calendar
          ? { icalEvent: { method: calendar.method, content: calendar.content, filename: 'invite.ics' } }
          : {}),
      })) as { response?: string };
      return info.response ?? 'handed over';
    },
    close: () => transporter.close(),
  };
};
