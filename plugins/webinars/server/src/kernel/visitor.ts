import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from './errors';
import type { Locale } from './text';

/** The network address a request came from. Only proxies named as trusted are believed about whom they speak for. */
export const createAddressOf = (trustedProxies: readonly string[]) => {
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request: IncomingMessage): string => proxyAddr(request, trust);
};

/** One household or office has many IPv6 addresses: a /64 network counts as one. */
export const networkOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '');
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const behind = tail.split(':').filter(Boolean);
  const all = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  return `${all.slice(0, 4).join(':')}::/64`;
};

export type RateLimit = { points: number; seconds: number };

/** Counts in this instance's memory: a shared count would cost every request a write, and seats are safe without it. */
export const createLimiter = ({ points, seconds }: RateLimit) => {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  /** Takes points of a key, one unless told, or throws `limited` with the seconds to wait. */
  return async (key: string, taken = 1): Promise<void> => {
    try {
      // More than there ever are could never be had.
      await limiter.consume(key, Math.min(taken, points));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new DomainError(
        'limited',
        'TOO_MANY_REQUESTS',
        `Too many requests. Please try again in ${retryAfter} seconds.`,
        { retryAfter },
      );
    }
  };
};

/** The language to answer in: as asked for in the request, else as the browser prefers, else English. */
export const localeOf = (asked: unknown, acceptLanguage: string | undefined): Locale => {
  if (asked === 'de' || asked === 'en') return asked;
  return /^\s*de\b/i.test(acceptLanguage ?? '') ? 'de' : 'en';
};
