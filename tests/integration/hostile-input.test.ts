import fc from 'fast-check';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aSession, newAddress, resetData, strapi } from '../harness';
import { aForm } from './visitors';

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });

const NASTY = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\ufffd',
  "'; drop table registrations; --",
  "' or 1=1 --",
  '{{constructor.constructor("return process")()}}',
  '${7*7}',
  '<%= 7*7 %>',
  '{% for i in (1..1000000000) %}x{% endfor %}',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '%00',
  'x'.repeat(100_000),
  '😀'.repeat(5000),
  '\r\nBcc: victim@example.com',
];

const nasty = fc.constantFrom(...NASTY);
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.constant(null),
  fc.constant(true),
  fc.integer(),
  fc.double(),
  fc.constant([]),
  fc.constant({}),
  fc.constant(deep(500)),
  fc.array(nasty, { maxLength: 30 }),
  fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 }),
);

// A valid form in which one to four fields are wrong beyond doubt.
const REQUIRED = ['firstName', 'lastName', 'email', 'company', 'termsAccepted', 'privacyConsent'] as const;
const isWrongFor = (field: (typeof REQUIRED)[number], value: unknown): boolean => {
  if (field === 'termsAccepted' || field === 'privacyConsent') return value !== true;
  if (typeof value !== 'string') return true;
  if (field === 'email') return true;
  const trimmed = value.trim();
  // eslint-disable-next-line no-control-regex
  return trimmed.length > 200 || /[\u0000\ud800\ufffd\r\n]/.test(trimmed) || trimmed.length < 2;
};
const faultyForm = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...REQUIRED), { minLength: 1, maxLength: 4 }),
    fc.array(wrong, { minLength: 4, maxLength: 4 }),
  )
  .map(([fields, values]) => ({ fields, values }))
  .filter(({ fields, values }) => fields.some((field, i) => isWrongFor(field, values[i])))
  .map(({ fields, values }) => ({
    data: { ...aForm(), ...Object.fromEntries(fields.map((field, i) => [field, values[i]])) },
  }));

const faultyBody: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 6, arbitrary: faultyForm.map((body) => Buffer.from(JSON.stringify(body))) },
  { weight: 2, arbitrary: fc.jsonValue().map((body) => Buffer.from(JSON.stringify(body))) },
  { weight: 1, arbitrary: fc.jsonValue().map((data) => Buffer.from(JSON.stringify({ data }))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  // Bytes that are no UTF-8, where the name stands.
  {
    weight: 1,
    arbitrary: fc.constantFrom([0xff, 0xfe], [0xc3, 0x28], [0xe2, 0x82], [0xf0, 0x9f, 0x92]).map((bytes) => {
      const [before, after] = JSON.stringify({ data: aForm({ firstName: 'Ad@@a' }) }).split('@@');
      return Buffer.concat([Buffer.from(before!), Buffer.from(bytes), Buffer.from(after!)]);
    }),
  },
);

const post = (path: string, body: Buffer, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = strapi.server.httpServer.address() as AddressInfo;
    const sent = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-forwarded-for': newAddress(),
          ...headers,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const written = async (): Promise<number> => {
  const { rows } = (await strapi.db.connection.raw(
    `select (select count(*) from registrations) + (select count(*) from webinars_idempotency)
          + (select count(*) from webinars_events where type like 'registration.%') as n`,
  )) as { rows: [{ n: string }] };
  return Number(rows[0].n);
};

describe('two thousand malformed bodies', () => {
  it('get a 4xx each, and nothing is written', async () => {
    await resetData();
    const session = await aSession({ capacity: 5 });
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(faultyBody, fc.option(nasty), async (body, key) => {
        // Header values are Latin-1 without control characters; what Node itself refuses to send cannot arrive.
        const isSendable = key !== null && /^[\x20-\x7e]{1,1000}$/.test(key);
        const status = await post(
          `/api/webinars/sessions/${session.slug}/registrations`,
          body,
          isSendable ? { 'idempotency-key': key } : {},
        );
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 2000 },
    );
    expect(await written()).toBe(0);
    // Proof that the bodies are refused for what they say: most by validation, none by the rate limit alone.
    expect(statuses.get(400)).toBeGreaterThan(1900);
  });

  it('and hostile paths find nothing', async () => {
    for (const path of ['%00', '%ff%fe', "x'%20or%201=1", '..%2f..%2fadmin', 'x'.repeat(5000), '%F0%9F%98%80']) {
      const status = await post(
        `/api/webinars/sessions/${path}/registrations`,
        Buffer.from(JSON.stringify({ data: aForm() })),
        {},
      );
      expect([path.slice(0, 20), status >= 400 && status < 500]).toEqual([path.slice(0, 20), true]);
    }
    expect(await written()).toBe(0);
  });
});
