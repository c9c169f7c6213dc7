import fs from 'node:fs';
import { aSession, app, beat, clock, drainJobs, request, resetData, smtp, sql, strapi } from '../harness';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';

let admin: Awaited<ReturnType<typeof anAdministrator>>;
beforeAll(async () => {
  admin = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(resetData);

const BASE = '/webinars-admin/imports';

const HEADINGS = ['First Name', 'Last Name', 'Email', 'Organization'];

const csv = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows
    .map((row) => row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(delimiter))
    .join('\r\n');

const person = (n: number, changes: Partial<Record<0 | 1 | 2 | 3, string>> = {}): string[] =>
  ['Given', `Person ${n}`, `person-${n}@import.example`, 'Example Ltd'].map((cell, at) => changes[at as 0] ?? cell);

const people = (count: number, from = 1): string[][] => Array.from({ length: count }, (_, n) => person(from + n));

const upload = (session: string, content: string | Buffer, query = '', name = 'people.csv') =>
  admin
    .post(`${BASE}?session=${session}${query}`)
    .attach('files', Buffer.isBuffer(content) ? content : Buffer.from(content), name);

/** A file that is read, as the page gets it. */
const opened = async (session: string, content: string | Buffer, query = ''): Promise<Wire> => {
  const answer = await upload(session, content, query);
  expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 200, error: undefined });
  return answer.body.data;
};

const AGREED = { allAgreed: true, consentFrom: 'Zoom, spring 2026', consentVersion: '2026-03' };

const view = async (id: string): Promise<Wire> => (await admin.get(`${BASE}/${id}`)).body.data;

const checked = async (file: Wire, changes: Record<string, unknown> = {}): Promise<Wire> => {
  const settings = { ...file.settings, ...AGREED, ...changes };
  const answer = await admin.post(`${BASE}/${file.id}/check`).send({ revision: file.revision, settings });
  expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 200, error: undefined });
  await drainJobs();
  return view(file.id);
};

const ran = async (file: Wire): Promise<Wire> => {
  const answer = await admin.post(`${BASE}/${file.id}/run`).send({ revision: file.revision });
  expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 200, error: undefined });
  await drainJobs();
  return view(file.id);
};

const lines = async (id: string, query = ''): Promise<Wire[]> =>
  (await admin.get(`${BASE}/${id}/lines${query}`)).body.data.lines;

const states = async (session: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await sql<{ state: string; people: number }>(
        'select state, count(*)::int as people from registrations where session_document_id = $1 group by state',
        [session],
      )
    ).map(({ state, people: many }) => [state, many]),
  );

const faultless = async () => expect((await app.verify()).differences).toEqual([]);

describe('a file of registrants', () => {
  it('is recognised, foreseen and brought in, and tells of itself', async () => {
    const session = await aSession({ capacity: 100 });
    const file = await opened(session.documentId, csv([HEADINGS, ...people(30)]));
    expect(file).toMatchObject({
      state: 'open',
      total: 30,
      dialect: { encoding: 'utf-8', delimiter: 'comma', headerLine: 1 },
      settings: { columns: ['firstName', 'lastName', 'email', 'company'], sendsMails: true, allAgreed: false },
    });
    expect(file.columns[1]).toEqual({ name: 'Last Name', samples: ['Person 1', 'Person 2', 'Person 3'] });

    const foreseen = await checked(file);
    expect(foreseen).toMatchObject({ state: 'checked', done: 30, counts: { confirmed: 30 } });
    expect(foreseen.mails).toEqual([{ kind: 'confirmation', people: 30 }]);
    expect(await states(session.documentId)).toEqual({});

    const done = await ran(foreseen);
    expect(done).toMatchObject({ state: 'done', counts: { confirmed: 30 } });
    expect(await states(session.documentId)).toEqual({ confirmed: 30 });
    const [mails] = await sql<{ n: number }>(
      `select count(*)::int as n from webinars_mails where kind = 'confirmation'`,
    );
    expect(mails!.n).toBe(30);
    const [one] = await sql<Wire>(
      `select r.registration_source as source, r.consents::json as consents, e.data::json as event, a.action, a.actor_name as by, a.data::json as told
         from registrations r join webinars_events e on e.registration_document_id = r.document_id
         join webinars_audit a on a.subject_document_id = r.document_id where r.email = 'person-7@import.example'`,
    );
    expect(one).toMatchObject({
      source: 'import',
      event: { door: 'import', import: file.id },
      action: 'registration.created',
      by: 'Ada Administrator',
      told: { import: file.id },
    });
    expect(one.consents[0]).toMatchObject({
      what: 'terms',
      given: true,
      textVersion: '2026-03',
      from: 'import: Zoom, spring 2026',
    });
    expect(one.consents.find((each: Wire) => each.what === 'marketing')).toMatchObject({ given: false });
    const told = await sql(
      `select action, data::json as data from webinars_audit where subject_kind = 'import' order by id`,
    );
    expect(told).toMatchObject([
      { action: 'import.started', data: { lines: 30, mails: true } },
      { action: 'import.done', data: { confirmed: 30 } },
    ]);
    await faultless();
  });
});
