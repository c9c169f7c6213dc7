import type { IncomingMessage } from 'node:http';
import { createAddressOf, localeOf, networkOf } from './visitor';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

describe('the address of a visitor', () => {
  it('is that of the connection where no proxy is trusted, whatever the header says', () => {
    expect(createAddressOf([])(request('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
  });

  it('is the last one that a trusted proxy did not add itself', () => {
    const addressOf = createAddressOf(['10.0.0.0/8']);
    expect(addressOf(request('10.0.0.2', '198.51.100.9, 198.51.100.1, 10.0.0.1'))).toBe('198.51.100.1');
  });

  it('cannot be chosen by a visitor who sends the header too', () => {
    const addressOf = createAddressOf(['10.0.0.1']);
    expect(addressOf(request('198.51.100.1', '1.2.3.4'))).toBe('198.51.100.1');
  });
});

describe('a network', () => {
  it('is the address itself in IPv4, also when written as IPv6', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the first half of an IPv6 address', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  });
});

describe('the language of an answer', () => {
  it('is the one asked for, else the browser’s, else English', () => {
    expect(localeOf('de', 'en')).toBe('de');
    expect(localeOf(undefined, 'de-AT,de;q=0.9')).toBe('de');
    expect(localeOf('fr', 'fr')).toBe('en');
    expect(localeOf(undefined, undefined)).toBe('en');
  });
});
