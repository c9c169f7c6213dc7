import { isFromThisMachine, type Asked } from './metrics-door';

const asked = (remoteAddress: string | undefined, headers: Asked['headers'] = {}): Asked => ({
  headers: { host: 'localhost:1337', ...headers },
  socket: { remoteAddress },
});

describe('who counts as a program on this machine', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('whoever calls from %s', (address) => {
    expect(isFromThisMachine(asked(address))).toBe(true);
    expect(isFromThisMachine(asked(address, { host: '[::1]:1337' }))).toBe(true);
  });

  it.each(['10.0.0.1', '::ffff:10.0.0.1', '128.0.0.1', '2001:db8::1', '1127.0.0.1', undefined])(
    'but not who calls from %s',
    (address) => {
      expect(isFromThisMachine(asked(address))).toBe(false);
    },
  );

  it('nor a proxy here that speaks for a stranger', () => {
    expect(isFromThisMachine(asked('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }))).toBe(false);
    expect(isFromThisMachine(asked('127.0.0.1', { forwarded: 'for=127.0.0.1' }))).toBe(false);
    expect(isFromThisMachine(asked('127.0.0.1', { host: 'webinars.example.com' }))).toBe(false);
  });

  it('nor a browser here whose page only pretends to be here', () => {
    expect(isFromThisMachine(asked('127.0.0.1', { host: 'localhost.example.com:1337' }))).toBe(false);
    expect(isFromThisMachine(asked('127.0.0.1', { host: undefined }))).toBe(false);
  });
});
