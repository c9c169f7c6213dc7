import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, PartnerError, retryAfter } from './http-client';

const NOW = new Date('2027-01-04T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 1.5 ', 1500],
    ['0', 0],
    ['-5', 0],
    ['Mon, 04 Jan 2027 10:02:00 GMT', 120_000],
    ['Mon, 04 Jan 2027 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [' ', null],
    [null, null],
  ])('%p is %p milliseconds', (header, wait) => {
    expect(retryAfter(header, NOW)).toBe(wait);
  });
});

describe('asking a partner', () => {
  /** What becomes of one question to a server that behaves like this. */
  const asked = async (
    behave: RequestListener,
    { timeoutMs = 10_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ) => {
    const server = createServer(behave);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = createHttpClient({ timeoutMs, pace: () => Promise.resolve(), now: () => NOW });
    try {
      return await ask({ url: `http://127.0.0.1:${port}/`, body: '{}', ...(signal ? { signal } : {}) });
    } catch (error) {
      if (!(error instanceof PartnerError)) throw error;
      return { trouble: error.trouble, words: error.words, retryAfterMs: error.retryAfterMs };
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  const answering =
    (status: number, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(status, headers).end('text');

  it('gives back whatever the caller has to read', async () => {
    for (const status of [200, 302, 401, 422, 500]) {
      expect(await asked(answering(status))).toMatchObject({ status, text: 'text' });
    }
  });

  it('tells who wants fewer calls from who is not there', async () => {
    expect(await asked(answering(429, { 'retry-after': '7' }))).toMatchObject({
      trouble: 'limited',
      retryAfterMs: 7000,
    });
    expect(await asked(answering(429))).toMatchObject({ trouble: 'limited', retryAfterMs: null });
    expect(await asked(answering(503, { 'retry-after': '7' }))).toMatchObject({
      trouble: 'limited',
      retryAfterMs: 7000,
    });
    expect(await asked(answering(503))).toMatchObject({ trouble: 'unreachable', words: 'HTTP 503' });
    expect(await asked(answering(502, { 'retry-after': '7' }))).toMatchObject({ trouble: 'unreachable' });
    expect(await asked((request) => request.socket.destroy())).toMatchObject({ trouble: 'unreachable' });
  });

  it('ends at the deadline, also in the middle of an answer, and when it is called off', async () => {
    const silent = { trouble: 'unreachable', words: 'no answer within 0.1 s' };
    expect(await asked(() => {}, { timeoutMs: 100 })).toMatchObject(silent);
    expect(await asked((_, response) => void response.writeHead(200).write('half'), { timeoutMs: 100 })).toMatchObject(
      silent,
    );
    const calledOff = new AbortController();
    const answer = asked(() => calledOff.abort(), { signal: calledOff.signal });
    expect(await answer).toMatchObject({ trouble: 'unreachable' });
  });
});
