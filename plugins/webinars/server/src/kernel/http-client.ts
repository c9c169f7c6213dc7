import type { PartnerTrouble } from '../../../contracts/partners';
import { DomainError } from './errors';
import { heard } from './text';

/** How much of a partner's words is kept. */
const LONGEST = 2000;

/** A partner did not do what it was asked. People see "unavailable"; who keeps it in step looks at the trouble. */
export class PartnerError extends DomainError {
  /** The partner's own words, for staff; they may name a person and belong into no log. */
  readonly words: string;

  constructor(
    readonly trouble: PartnerTrouble,
    words: string,
    /** What it asked to wait. */
    readonly retryAfterMs: number | null = null,
    options?: { cause?: unknown },
  ) {
    super('unavailable', `PARTNER_${trouble.toUpperCase()}`, heard(words, LONGEST), {}, options);
    this.name = 'PartnerError';
    this.words = this.message;
  }
}

export type Ask = { url: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal };
export type Reply = { status: number; headers: Headers; text: string };
export type HttpClient = (ask: Ask) => Promise<Reply>;

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? `${String(cause.code)} ${cause.message}` : cause.message;
  return String(cause);
};

/** RFC 9110, 10.2.3: seconds, or a date. Null where it is neither. */
export const retryAfter = (header: string | null, now: Date): number | null => {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
};

// A proxy's word that nobody is behind it.
const NOBODY_THERE = [502, 503, 504];

/**
 * Asks a partner over HTTP, within a deadline and no faster than `pace` lets it. Throws a `PartnerError` where it did not answer, wants fewer
 * calls, or refuses our credentials; every other answer is the caller's to read. A POST where `body` is given.
 */
export const createHttpClient =
  ({ timeoutMs, pace, now }: { timeoutMs: number; pace(): Promise<void>; now(): Date }): HttpClient =>
  async ({ url, headers = {}, body, signal }) => {
    await pace();
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        body: body ?? null,
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      const text = await response.text();
      const wait = retryAfter(response.headers.get('retry-after'), now());
      if (response.status === 429 || (response.status === 503 && wait !== null)) {
        throw new PartnerError('limited', `HTTP ${response.status}`, wait);
      }
      if (NOBODY_THERE.includes(response.status)) throw new PartnerError('unreachable', `HTTP ${response.status}`);
      return { status: response.status, headers: response.headers, text };
    } catch (error) {
      if (error instanceof PartnerError) throw error;
      const words = deadline.aborted ? `no answer within ${timeoutMs / 1000} s` : causeOf(error);
      throw new PartnerError('unreachable', words, null, { cause: error });
    }
  };
