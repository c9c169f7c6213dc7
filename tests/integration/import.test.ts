import { setImmediate } from 'node:timers/promises';
import { aSession, app, beat, clock, drainJobs, request, resetData, smtp, sql, strapi, world } from '../harness';
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
      textVersion: 'import: 2026-03',
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

/** Five hundred lines of which twenty are faulty, of each kind of fault. */
const withFaults = (): string[][] => {
  const rows = people(500);
  const spoil = (at: number, cell: 0 | 1 | 2 | 3, text: string) => {
    rows[at]![cell] = text;
  };
  for (let at = 10; at < 14; at += 1) spoil(at, 2, `person-${at}.import.example`);
  for (let at = 50; at < 54; at += 1) spoil(at, 3, '');
  for (let at = 100; at < 104; at += 1) spoil(at, 0, '');
  for (let at = 200; at < 203; at += 1) spoil(at, 1, 'x'.repeat(10_000));
  for (let at = 300; at < 303; at += 1) spoil(at, 1, `Nul\u0000l ${at}`);
  rows[400]!.push('one value too many');
  rows[401]!.push('and', 'another');
  return rows;
};

describe('of five hundred lines with twenty faults', () => {
  it('the good ones come in; the others are told by line, mended, and come in afterwards', async () => {
    const session = await aSession({ capacity: 600 });
    const file = await opened(session.documentId, csv([HEADINGS, ...withFaults()]));
    const foreseen = await checked(file);
    expect(foreseen.counts).toEqual({ confirmed: 480, fault: 20 });
    await ran(foreseen);
    expect(await states(session.documentId)).toEqual({ confirmed: 480 });

    const faults = await lines(file.id, '?verdict=fault');
    expect(faults).toHaveLength(20);
    expect(faults[0]).toMatchObject({
      line: 12,
      email: 'person-10.import.example',
      faults: [{ column: 'Email', value: 'person-10.import.example', message: 'This is not an e-mail address.' }],
    });
    const german = await lines(file.id, '?verdict=fault&locale=de&after=50');
    expect(german[0]).toMatchObject({ line: 52, faults: [{ column: 'Organization', message: 'Dies wird benötigt.' }] });

    const answer = await admin.get(`${BASE}/${file.id}/faulty`).buffer(true);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''people-faulty.csv");
    expect(answer.text.startsWith('\ufeffFirst Name,Last Name,Email,Organization,What is wrong\r\n')).toBe(true);
    expect(answer.text.split('\r\n')).toHaveLength(22);
    expect(answer.text).toContain('Email: This is not an e-mail address.');

    // The same file again does nothing; the mended one brings in those who were missing.
    const again = await checked(await opened(session.documentId, csv([HEADINGS, ...withFaults()])));
    expect(again.counts).toEqual({ registered: 480, fault: 20 });
    const mended = people(500).filter((_, at) => withFaults()[at]!.join() !== people(500)[at]!.join());
    expect(mended).toHaveLength(20);
    await ran(
      await checked(
        await opened(session.documentId, csv([[...HEADINGS, 'What is wrong'], ...mended.map((row) => [...row, 'x'])])),
      ),
    );
    expect(await states(session.documentId)).toEqual({ confirmed: 500 });
    await faultless();
  });

  it('what is in a line is forgotten once it is brought in, and what is left after a day', async () => {
    const session = await aSession();
    const file = await ran(
      await checked(await opened(session.documentId, csv([HEADINGS, person(1), person(2, { 2: 'nobody' })]))),
    );
    const kept = () =>
      sql(
        `select line, cells is not null as cells, email from webinars_intake_lines where intake_id = $1 order by line`,
        [file.id],
      );
    expect(await kept()).toEqual([
      { line: 2, cells: false, email: null },
      { line: 3, cells: true, email: null },
    ]);
    const unfinished = await opened(session.documentId, csv([HEADINGS, person(3)]));
    clock.advance({ hours: 24, seconds: 1 });
    await beat('intake.forget');
    expect(await kept()).toEqual([
      { line: 2, cells: false, email: null },
      { line: 3, cells: false, email: null },
    ]);
    expect((await admin.get(`${BASE}/${file.id}/faulty`)).status).toBe(410);
    expect(await view(unfinished.id)).toMatchObject({ state: 'discarded', columns: [], keptUntil: null });
    expect(await view(file.id)).toMatchObject({ state: 'done', counts: { confirmed: 1, fault: 1 } });
    const left = await sql(`select 1 from webinars_intake_lines where cells is not null or email is not null`);
    expect(left).toEqual([]);
  });
});

describe('a file that is forgotten', () => {
  it('keeps its lines where somebody starts it at the same moment', async () => {
    const session = await aSession();
    const file = await checked(await opened(session.documentId, csv([HEADINGS, ...people(2)])));
    clock.advance({ hours: 24, seconds: 1 });
    const client = await world.pool.connect();
    try {
      await client.query('begin');
      await client.query(`update webinars_intakes set state = 'running' where id = $1`, [file.id]);
      const forgetting = beat('intake.forget');
      const waits = async () =>
        (await sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
          .length > 0;
      while (!(await waits())) await setImmediate();
      await client.query('commit');
      await forgetting;
    } finally {
      client.release();
    }
    expect(await sql('select from webinars_intake_lines where cells is not null')).toHaveLength(2);
  });
});

describe('letters that take two places', () => {
  it('are never cut in half, in a heading, in what is shown and in the log of whom it brings in', async () => {
    const session = await aSession();
    const long = `${'x'.repeat(499)}😀${'y'.repeat(200)}`;
    const table = csv([
      [...HEADINGS, 'Questions', `${'h'.repeat(199)}😀`],
      [...person(1), long, `${'s'.repeat(59)}😀`],
    ]);
    const file = await opened(session.documentId, table);
    expect(file.columns.at(-1)).toEqual({ name: 'h'.repeat(199), samples: ['s'.repeat(59)] });
    expect(await ran(await checked(file))).toMatchObject({ state: 'done', counts: { confirmed: 1 } });
    expect(await everyone()).toMatchObject([{ question: long }]);
  });
});

const ZOOM = `Registration Report
Report Generated:,"Mar 3, 2026 10:12 AM"
Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registered,# Cancelled,# Approved,# Denied
"Costs, and how to cut them",812 3456 7890,"Mar 10, 2026 05:00 PM",60,5,1,3,1

Attendee Details
First Name,Last Name,Email,Organization,Job Title,Questions & Comments,Registration Time,Approval Status,Country/Region Name
Ada,Lovelace,Ada.Zoom@Import.example,Analytical Engines,Countess,"How much?

And when?","Mar 1, 2026 09:00 AM",approved,United Kingdom
Grace,Hopper,grace.zoom@import.example,Navy,Admiral,,"Mar 1, 2026 09:05 AM",approved,United States
Denis,Denied,denis.zoom@import.example,Elsewhere,,,"Mar 1, 2026 09:06 AM",denied,France
Carl,Cancelled,carl.zoom@import.example,Elsewhere,,,"Mar 1, 2026 09:07 AM",cancelled,France
Ada,Lovelace,ada.zoom@import.example,Analytical Engines,,,"Mar 2, 2026 09:00 AM",approved,United Kingdom
`;

const EVENTBRITE = `Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Company
1001,2026-03-01,Grace,Hopper,grace.eb@import.example,1,General Admission,5001,Attending,Navy
1002,2026-03-01,Rita,Refunded,rita.eb@import.example,1,General Admission,5002,Refunded,Navy
1003,2026-03-02,Chet,Checked,chet.eb@import.example,1,VIP,5003,Checked In,Navy
`;

const GERMAN =
  'Name;E-Mail-Adresse;Firma;Sprache\r\n"Groß, Jürgen";juergen@import.example;"Müller, Söhne & Co.";Deutsch\r\nZoë Özil;zoe@import.example;Übersee;English\r\n';

const everyone = () =>
  sql<Wire>(
    `select first_name as first, last_name as last, email, company, locale, position, specific_questions as question
       from registrations order by id`,
  );

describe('what others export', () => {
  it("is read from Zoom's registration report: past its preamble, and who was denied or cancelled stays out", async () => {
    const session = await aSession({ language: 'en' });
    const file = await opened(session.documentId, ZOOM);
    expect(file).toMatchObject({ source: 'zoom', total: 5, dialect: { headerLine: 7 } });
    const foreseen = await checked(file);
    expect(foreseen.counts).toEqual({ confirmed: 2, not_coming: 2, in_file: 1 });
    // Counted as an editor shows them, though a value before has lines of its own.
    expect((await lines(file.id)).map(({ line, verdict, twin }: Wire) => [line, verdict, twin])).toEqual([
      [8, 'confirmed', null],
      [11, 'confirmed', null],
      [12, 'not_coming', null],
      [13, 'not_coming', null],
      [14, 'in_file', 8],
    ]);
    await ran(foreseen);
    expect(await everyone()).toMatchObject([
      { first: 'Ada', email: 'ada.zoom@import.example', position: 'Countess', question: 'How much?\n\nAnd when?' },
      { first: 'Grace', company: 'Navy' },
    ]);
    const told = await sql(
      `select after->>'registeredElsewhere' as at from webinars_audit where action = 'registration.created' order by id`,
    );
    expect(told).toEqual([{ at: 'Mar 1, 2026 09:00 AM' }, { at: 'Mar 1, 2026 09:05 AM' }]);
  });

  it("is read from Eventbrite's attendee report", async () => {
    const session = await aSession();
    const file = await opened(session.documentId, EVENTBRITE);
    expect(file).toMatchObject({ source: 'eventbrite', total: 3 });
    await ran(await checked(file));
    expect(await everyone()).toMatchObject([{ last: 'Hopper', company: 'Navy' }, { last: 'Checked' }]);
  });

  it.each([
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${GERMAN}`)],
    ["Excel's Unicode text", 'utf-16le', Buffer.from(`\ufeff${GERMAN.replace(/;/g, '\t')}`, 'utf16le')],
    ['Windows-1252', 'windows-1252', Buffer.from(GERMAN, 'latin1')],
  ] as const)('is read with its umlauts: %s', async (_, encoding, bytes) => {
    const session = await aSession();
    const file = await opened(session.documentId, bytes);
    expect(file.dialect.encoding).toBe(encoding);
    await ran(await checked(file));
    expect(await everyone()).toMatchObject([
      { first: 'Jürgen', last: 'Groß', company: 'Müller, Söhne & Co.', locale: 'de' },
      { first: 'Zoë', last: 'Özil', company: 'Übersee', locale: 'en' },
    ]);
  });

  it('can be read otherwise, and what was set for the file as it was is then refused', async () => {
    const session = await aSession();
    const bytes = Buffer.from('Max;Muster;max@import.example;Firma\nEva;Muster;eva@import.example;Firma\n');
    const file = await opened(session.documentId, bytes, '&delimiter=comma');
    expect(file.columns).toHaveLength(1);
    const answer = await admin
      .put(`${BASE}/${file.id}/file?delimiter=semicolon&headerLine=0`)
      .attach('files', bytes, 'people.csv');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      total: 2,
      revision: 2,
      dialect: { delimiter: 'semicolon', headerLine: 0 },
    });
    const settings = { ...file.settings, ...AGREED, columns: ['email'] };
    const stale = await admin.post(`${BASE}/${file.id}/check`).send({ revision: 1, settings });
    expect(stale).toMatchObject({ status: 409, body: { error: { details: { code: 'IMPORT_CHANGED' } } } });
    const misfit = await admin.post(`${BASE}/${file.id}/check`).send({ revision: 2, settings });
    expect(misfit.status).toBe(409);
    await ran(await checked(answer.body.data, { columns: ['firstName', 'lastName', 'email', 'company'] }));
    expect(await everyone()).toMatchObject([{ first: 'Max' }, { first: 'Eva' }]);
  });
});

describe('the rules for everyone', () => {
  it('hold: when the seats run out, the others stand in line in the order of the file, or stay out', async () => {
    const waiting = await aSession({ capacity: 5 });
    const foreseen = await checked(await opened(waiting.documentId, csv([HEADINGS, ...people(8)])));
    expect(foreseen.counts).toEqual({ confirmed: 5, waitlisted: 3 });
    expect(foreseen.mails).toEqual([
      { kind: 'confirmation', people: 5 },
      { kind: 'waitlisted', people: 3 },
    ]);
    await ran(foreseen);
    const line = await sql(
      `select email, waitlist_position as place from registrations where state = 'waitlisted' order by waitlist_position`,
    );
    expect(line).toEqual([6, 7, 8].map((n, at) => ({ email: `person-${n}@import.example`, place: at + 1 })));

    const shut = await aSession({ capacity: 5 });
    const left = await ran(
      await checked(await opened(shut.documentId, csv([HEADINGS, ...people(8)])), { whenFull: 'leave_out' }),
    );
    expect(left.counts).toEqual({ confirmed: 5, full: 3 });
    expect(await states(shut.documentId)).toEqual({ confirmed: 5 });
    await faultless();
  });

  it('hold for a line that is longer than a batch, as it was foreseen', async () => {
    const session = await aSession({ capacity: 250 });
    const foreseen = await checked(await opened(session.documentId, csv([HEADINGS, ...people(450)])));
    expect(foreseen.counts).toEqual({ confirmed: 250, waitlisted: 200 });
    const done = await ran(foreseen);
    expect(done.counts).toEqual(foreseen.counts);
    await faultless();
  });

  it('hold for who registers between the check and the import', async () => {
    const session = await aSession({ capacity: 2 });
    const foreseen = await checked(await opened(session.documentId, csv([HEADINGS, ...people(2)])));
    expect(foreseen.counts).toEqual({ confirmed: 2 });
    const visitor = {
      firstName: 'Given',
      lastName: 'Person',
      email: 'person-2@import.example',
      company: 'Example Ltd',
    };
    const answer = await request
      .post(`/api/webinars/sessions/${session.slug}/registrations`)
      .send({ data: { ...visitor, termsAccepted: true, privacyConsent: true } });
    expect(answer.status).toBe(201);
    expect((await ran(foreseen)).counts).toEqual({ confirmed: 1, registered: 1 });
    expect(await states(session.documentId)).toEqual({ confirmed: 2 });
    await faultless();
  });

  it('refuse a seat that costs something and cannot be paid, unless staff say that it is free or paid', async () => {
    const session = await aSession({ price: 4900 });
    const file = await opened(session.documentId, csv([HEADINGS, ...people(2)]));
    expect(file.session.isPriced).toBe(true);
    const refused = await checked(file);
    expect(refused.counts).toEqual({ refused: 2 });
    expect((await ran(await checked(refused, { payment: 'paid' }))).counts).toEqual({ confirmed: 2 });
    expect(await sql(`select distinct payment_status as paid from registrations`)).toEqual([{ paid: 'completed' }]);
    await faultless();
  });

  it('let nobody into a session that was cancelled, and need no approval of staff', async () => {
    const approving = await aSession({ requiresApproval: true });
    expect((await ran(await checked(await opened(approving.documentId, csv([HEADINGS, person(1)]))))).counts).toEqual({
      confirmed: 1,
    });
    const cancelled = await aSession();
    await strapi
      .documents('api::session.session')
      .update({ documentId: cancelled.documentId, data: { state: 'cancelled' } as never });
    expect((await checked(await opened(cancelled.documentId, csv([HEADINGS, person(1)])))).counts).toEqual({
      refused: 1,
    });
  });

  it('take no consent for given: who is said to have agreed is asked to confirm it, once, with where it comes from', async () => {
    const session = await aSession();
    const content = csv([
      [...HEADINGS, 'Newsletter'],
      [...person(1), 'yes'],
      [...person(2), ''],
      [...person(3), 'perhaps'],
    ]);
    const file = await opened(session.documentId, content);
    expect(file.settings.columns[4]).toBeNull();
    const columns = [...file.settings.columns.slice(0, 4), 'marketingConsent'];
    const done = await ran(await checked(file, { columns }));
    expect(done.counts).toEqual({ confirmed: 2, fault: 1 });
    const consents = await sql(
      `select email, state, text_version as version, requested_from as place from webinars_marketing_consents`,
    );
    expect(consents).toEqual([
      {
        email: 'person-1@import.example',
        state: 'requested',
        version: 'import: 2026-03',
        place: 'import: Zoom, spring 2026',
      },
    ]);
    expect(await sql(`select recipient from webinars_mails where kind = 'opt_in'`)).toEqual([
      { recipient: 'person-1@import.example' },
    ]);
  });

  it('want to know where people agreed, and which column is the address', async () => {
    const session = await aSession();
    const file = await opened(session.documentId, csv([HEADINGS, person(1)]));
    for (const changes of [
      { consentFrom: '' },
      { consentVersion: ' ' },
      { columns: ['firstName', null, null, null] },
      { columns: ['email', 'email', null, null] },
    ]) {
      const settings = { ...file.settings, ...AGREED, ...changes };
      const answer = await admin.post(`${BASE}/${file.id}/check`).send({ revision: file.revision, settings });
      expect(answer.status).toBe(400);
    }
  });
});

describe('an import that is brought in quietly', () => {
  it('writes to nobody, neither when people come nor when they are taken back', async () => {
    const session = await aSession({ capacity: 2 });
    const foreseen = await checked(await opened(session.documentId, csv([HEADINGS, ...people(3)])), {
      sendsMails: false,
    });
    expect(foreseen.mails).toEqual([]);
    const done = await ran(foreseen);
    await admin.post(`${BASE}/${done.id}/take-back`);
    await drainJobs();
    expect(await states(session.documentId)).toEqual({ cancelled: 3 });
    expect(await sql(`select kind from webinars_mails`)).toEqual([]);
    await app.mail.delivery.deliverDue();
    expect(await smtp.read()).toEqual([]);
    await faultless();
  });
});

describe('taking an import back', () => {
  it('cancels those with whom nothing has happened since, tells them, and gives their seats to the line', async () => {
    const session = await aSession({ capacity: 3 });
    const done = await ran(await checked(await opened(session.documentId, csv([HEADINGS, ...people(4)]))));
    expect(done.counts).toEqual({ confirmed: 3, waitlisted: 1 });
    const visitor = { firstName: 'Vera', lastName: 'Visitor', email: 'vera@import.example', company: 'Example Ltd' };
    await request
      .post(`/api/webinars/sessions/${session.slug}/registrations`)
      .send({ data: { ...visitor, termsAccepted: true, privacyConsent: true } });
    const [first] = await sql<{ id: string }>(
      `select document_id as id from registrations where email = 'person-1@import.example'`,
    );
    clock.advance({ seconds: 1 });
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: first!.id, data: { company: 'Another Ltd' } as never });

    const preview = await admin.get(`${BASE}/${done.id}/take-back`);
    expect(preview.body.data).toEqual({ people: 3, changed: 1, sendsMails: true });
    await admin.post(`${BASE}/${done.id}/take-back`);
    await drainJobs();
    expect(await view(done.id)).toMatchObject({ state: 'taken_back', takenBack: 3 });
    const now = await sql(`select email, state from registrations order by id`);
    expect(now).toEqual([
      { email: 'person-1@import.example', state: 'confirmed' },
      { email: 'person-2@import.example', state: 'cancelled' },
      { email: 'person-3@import.example', state: 'cancelled' },
      { email: 'person-4@import.example', state: 'cancelled' },
      { email: 'vera@import.example', state: 'confirmed' },
    ]);
    // Who waited by the import moved up for no moment: one mail tells of the end, none of a seat.
    const told = await sql<Wire>(
      `select kind, recipient from webinars_mails where kind in ('cancelled', 'promoted') order by id`,
    );
    expect(told.map(({ kind, recipient }) => `${kind} ${recipient}`).sort()).toEqual([
      'cancelled person-2@import.example',
      'cancelled person-3@import.example',
      'cancelled person-4@import.example',
      'promoted vera@import.example',
    ]);
    expect(await sql(`select data::json as data from webinars_audit where action = 'import.taken_back'`)).toEqual([
      { data: { people: 3 } },
    ]);
    const twice = await admin.post(`${BASE}/${done.id}/take-back`);
    expect(twice).toMatchObject({ status: 409, body: { error: { details: { code: 'IMPORT_NOT_NOW' } } } });
    await faultless();
  });
});

const refusal = ({ status, body }: { status: number; body: Wire }) => ({ status, code: body.error?.details?.code });

describe('what is no table, or means harm', () => {
  it('is told kindly and kept nowhere', async () => {
    const session = await aSession();
    const many = `Email\n${Array.from({ length: 20_001 }, (_, n) => `p${n}@import.example`).join('\n')}`;
    const cases: [string, string | Buffer, string][] = [
      ['a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006', 'latin1'), 'NOT_A_TABLE'],
      ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 13)), 'NOT_A_TABLE'],
      ['nothing', '', 'NOT_A_TABLE'],
      ['headings alone', 'First Name,Last Name,Email\n', 'EMPTY_FILE'],
      ['too many lines', many, 'FILE_TOO_LARGE'],
      ['too many bytes', Buffer.alloc(10 * 2 ** 20 + 1, 'a'), 'FILE_TOO_LARGE'],
      ['too many columns', `${Array.from({ length: 300 }, (_, n) => `c${n}`).join()}\n1`, 'FILE_TOO_LARGE'],
      ['an open quotation mark', 'Email,Name\n"a@import.example,Ada\nb@import.example,Bo\n', 'CSV_UNREADABLE'],
      ['one endless value', `Email,Name\n"${'x\n'.repeat(150_000)}",Ada\n`, 'CSV_UNREADABLE'],
    ];
    for (const [what, content, code] of cases) {
      expect({ what, ...refusal(await upload(session.documentId, content)) }).toEqual({ what, status: 409, code });
    }
    expect((await admin.post(`${BASE}?session=${session.documentId}`)).status).toBe(400);
    expect(refusal(await upload('nosuchsession', 'Email\na@import.example'))).toMatchObject({ status: 404 });
    expect(await sql('select 1 from webinars_intakes')).toEqual([]);
    expect(await sql('select 1 from webinars_intake_lines')).toEqual([]);
  });

  it('stays what it is: markup, formulas and statements are text, here and in the file of faults', async () => {
    const session = await aSession();
    const nasty = [
      '=cmd|calc!A1',
      '<img src=x onerror=alert(1)>',
      "'; drop table registrations; --",
      '{{7*7}}',
      '@SUM(A1)',
    ];
    const file = await opened(
      session.documentId,
      csv([
        ['First Name', 'Last Name', 'Email', 'Organization', '<b>Note</b>'],
        ...nasty.map((text, n) => [text.slice(0, 50), `Nasty ${n}`, `nasty-${n}@import.example`, text, text]),
        ...nasty.map((text) => ['Given', 'Faulty', text, text, text]),
      ]),
    );
    expect(file.columns[4].name).toBe('<b>Note</b>');
    const done = await ran(await checked(file));
    expect(done.counts).toEqual({ confirmed: 5, fault: 5 });
    expect((await everyone()).map(({ company }) => company)).toEqual(['=cmd|calc!A1', ...nasty.slice(1)]);
    const { text } = await admin.get(`${BASE}/${file.id}/faulty`).buffer(true);
    const cells = text
      .split('\r\n')
      .slice(1)
      .flatMap((line: string) => line.split(','));
    expect(cells.filter((cell: string) => /^"?[=+@-]/.test(cell))).toEqual([]);
    expect(text).toContain("'=cmd|calc!A1");
    // Who comes in by the mended file is called as they are called, without what kept the spreadsheet from counting.
    const mended = text.replace(
      /Faulty,[^,]*,/g,
      () => `Faulty,mended-${Math.random().toString(36).slice(2)}@import.example,`,
    );
    await ran(await checked(await opened(session.documentId, mended)));
    expect((await everyone()).slice(5).map(({ company }) => company)).toEqual(nasty);
  });

  it('of names in an address nothing is believed', async () => {
    for (const [method, path] of [
      ['get', '/imports/1;drop'],
      ['get', '/imports/99999999999999999999'],
      ['get', '/imports/7'],
      ['post', '/imports/7/stop'],
      ['get', '/imports/7/faulty'],
      ['get', '/imports/7/lines'],
      ['post', '/imports/7/take-back'],
    ] as const) {
      expect(`${path} ${(await admin[method](`/webinars-admin${path}`)).status}`).toBe(`${path} 404`);
    }
  });
});

describe('two imports of one file at once, while people register', () => {
  it('bring everybody in once, and no more than there are seats', async () => {
    const session = await aSession({ capacity: 300 });
    const content = csv([HEADINGS, ...people(500)]);
    const files = [];
    for (const _ of [1, 2]) files.push(await checked(await opened(session.documentId, content)));
    for (const file of files) await admin.post(`${BASE}/${file.id}/run`).send({ revision: file.revision });
    const work = app.handlers['intake.work']!;
    const visitors = Array.from({ length: 40 }, (_, n) =>
      request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({
        data: {
          firstName: 'Given',
          lastName: 'Visitor',
          // Half of them are in the file, too.
          email: n % 2 ? `person-${n * 10}@import.example` : `visitor-${n}@import.example`,
          company: 'Example Ltd',
          termsAccepted: true,
          privacyConsent: true,
        },
      }),
    );
    await Promise.all([...files.map(({ id }) => work({ intake: id })), ...visitors]);
    await drainJobs();
    const [first, second] = [await view(files[0].id), await view(files[1].id)];
    expect([first.state, second.state]).toEqual(['done', 'done']);
    const all = await states(session.documentId);
    expect(all.confirmed).toBe(300);
    expect(all.confirmed! + all.waitlisted!).toBe(520);
    const twice = await sql(
      `select email from registrations where state <> 'cancelled' group by email having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    await faultless();
  });

  it('one that was stopped goes on where it was, and one that runs is not started again', async () => {
    const session = await aSession({ capacity: 1000 });
    const file = await checked(await opened(session.documentId, csv([HEADINGS, ...people(600)])));
    await admin.post(`${BASE}/${file.id}/run`).send({ revision: file.revision });
    const second = await admin.post(`${BASE}/${file.id}/run`).send({ revision: file.revision });
    expect(refusal(second)).toEqual({ status: 409, code: 'IMPORT_NOT_NOW' });
    const working = app.handlers['intake.work']!({ intake: file.id });
    const stopped = await admin.post(`${BASE}/${file.id}/stop`);
    expect(stopped.status).toBe(200);
    await working;
    const now = await view(file.id);
    expect(now.state).toBe('stopped');
    expect(now.done).toBeLessThan(600);
    expect(await states(session.documentId)).toEqual(now.done > 0 ? { confirmed: now.done } : {});
    const done = await ran(now);
    expect(done).toMatchObject({ state: 'done', done: 600, counts: { confirmed: 600 } });
    expect(await states(session.documentId)).toEqual({ confirmed: 600 });
    await faultless();
  });

  it('one that cannot be written stops and says so, instead of being tried for days', async () => {
    const session = await aSession();
    const file = await checked(await opened(session.documentId, csv([HEADINGS, ...people(3)])));
    await sql(`create function import_test_refuses() returns trigger language plpgsql as $$
      begin raise exception 'no such text' using errcode = '22P02'; end $$`);
    await sql(`create trigger import_test_refuses before insert on registrations for each row
      when (new.email = 'person-2@import.example') execute function import_test_refuses()`);
    try {
      expect(await ran(file)).toMatchObject({ state: 'stopped', trouble: 'INVALID', done: 0 });
    } finally {
      await sql('drop function import_test_refuses cascade');
    }
    expect(await ran(await view(file.id))).toMatchObject({ state: 'done', counts: { confirmed: 3 } });
  });

  it('one whose session is gone stops, says so, and keeps what it had', async () => {
    const session = await aSession();
    const file = await checked(await opened(session.documentId, csv([HEADINGS, ...people(3)])));
    await strapi.documents('api::session.session').delete({ documentId: session.documentId });
    const stopped = await ran(file);
    expect(stopped).toMatchObject({ state: 'stopped', trouble: 'SESSION_GONE', session: null, done: 0 });
  });
});
