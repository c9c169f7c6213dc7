// A mail server in a process of its own that takes everything and keeps nothing. Says its port, then, asked for it, when it has taken so many.
import { SMTPServer } from 'smtp-server';

let taken = 0;
/** @type {number | null} */
let wanted = null;

const tell = () => {
  if (wanted === null || taken < wanted) return;
  wanted = null;
  process.send?.({ taken, at: Date.now() });
};

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  maxClients: 100,
  onData(stream, _session, done) {
    stream.on('end', () => {
      taken += 1;
      done(null);
      tell();
    });
    stream.resume();
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.server.address()).port });
});

process.on('message', (/** @type {{ await: number }} */ message) => {
  taken = 0;
  wanted = message.await;
});
process.on('SIGTERM', () => process.exit(0));
