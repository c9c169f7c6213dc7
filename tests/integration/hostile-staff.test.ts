import { aSession, resetData, sql } from '../harness';
import { anAdministrator, removeAdministrators } from './administrator';

let admin: Awaited<ReturnType<typeof anAdministrator>>;
beforeAll(async () => {
  admin = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(resetData);

const HALF = 'half \ud83d';
const cursor = (...place: string[]) => Buffer.from(JSON.stringify(['registered', 'desc', place])).toString('base64url');

const codeOf = ({ status, body }: { status: number; body: { error?: { details?: { code?: string } } } }) => [
  status,
  body.error?.details?.code,
];

describe('what no page of ours asks', () => {
  it.each([
    ['a place in the list at a time that is none', `registrations?after=${cursor('2026-13-45 99:99:99', '1')}`],
    ['the year 0', 'registrations?registeredFrom=0000-01-01'],
    ['the year 0 of sessions', 'registrations?sessionTo=0000-01-01'],
    ['a session behind a day that is none', 'sessions?after=2026-02-31 10:00:00~1'],
  ])('is refused as its mistake: %s', async (_, path) => {
    expect(codeOf(await admin.get(`/webinars-admin/${path}`))).toEqual([400, 'INVALID']);
  });

  it('is answered, though there is nothing: a period of the year 0', async () => {
    const { status } = await admin.get('/webinars-admin/overview/period?from=0000-01-01&to=0000-01-31');
    expect([200, 400]).toContain(status);
  });

  it.each([
    ['a view', 'registrations/views', { name: 'Half', columns: [], isShared: false, filter: { search: HALF } }],
    ['a bulk action', 'bulk/places', { deed: 'cancel', which: { filter: { search: HALF } } }],
    ['an export', 'exports', { format: 'csv', which: { filter: { search: HALF } } }],
  ])('is refused and kept nowhere: half a character in %s', async (_, path, body) => {
    expect(codeOf(await admin.post(`/webinars-admin/${path}`).send(body))).toEqual([400, 'INVALID']);
    for (const table of ['webinars_roster_views', 'webinars_selections', 'webinars_exports'])
      expect(await sql(`select from ${table}`)).toEqual([]);
  });

  it('is refused: a line of an import beyond all lines, and a file with a null byte in its name', async () => {
    const { documentId } = await aSession();
    const file = Buffer.from('Name,Email\r\nAda Lovelace,ada@hostile.example');
    const open = (name: string) =>
      admin.post(`/webinars-admin/imports?session=${documentId}`).attach('files', file, name);
    const { body, status } = await open('people.csv');
    expect(status).toBe(200);
    expect(codeOf(await admin.get(`/webinars-admin/imports/${body.data.id}/lines?after=3000000000`))).toEqual([
      400,
      'INVALID',
    ]);
    expect((await open('a\u0000b.csv')).status).toBeLessThan(500);
  });
});
