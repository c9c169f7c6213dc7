import { createServer, type Server } from 'node:net';
import { app, aSession, aSpeaker, clock, odoo, request, resetData, sql, strapi } from '../harness';
import { expectAgreement, twinsIn } from './odoo-agreement';
import {
  attendeeOf,
  attendeesOf,
  differences,
  eventOf,
  find,
  leadOf,
  linkOf,
  register,
  send,
  someone,
} from './odoo-records';
import type { Registered } from './odoo-records';

// A real one does not fail when it is told to.
const fake = odoo.fake!;

type Fault = Parameters<typeof fake.fault>[0];

const ALWAYS = Number.MAX_SAFE_INTEGER;
const callsOf = (model: string, method: string): number =>
  fake.calls.filter((call) => call.model === model && call.method === method).length;
const card = () => app.partners.card('odoo');

/** The worker asks, as it does every second. */
const ask = async (): Promise<void> => {
  const due = await app.partners.lanes.withWork();
  if (due.length > 0) await send();
};

const AN_HOUR = 3600;
/** Lets time pass until whatever was tried again has come to its end. */
const recover = async (): Promise<void> => {
  for (let round = 0; round < 12; round += 1) {
    clock.advance({ minutes: 6 });
    await ask();
  }
};

/** The card tells what was counted as it happened: it has to be what a count would find. */
const expectCounted = async (): Promise<void> => {
  const counted = await sql<{ kind: string; done: number }>(
    `select kind, count(*)::int as done from webinars_links where state = 'done' group by kind`,
  );
  const told = (await card()).queue.filter(({ done }) => done > 0).map(({ kind, done }) => ({ kind, done }));
  expect(new Set(told)).toEqual(new Set(counted));
};

const agree = async (): Promise<void> => {
  await expectCounted();
  await expectAgreement(sql, odoo);
  expect(await differences()).toEqual([]);
  const { reconciliation, state, problem } = await card();
  expect(reconciliation).toMatchObject({ differences: 0, notes: 0, problem: null });
  expect(reconciliation!.compared).toBeGreaterThan(0);
  expect({ state, problem }).toEqual({ state: 'on', problem: null });
};

const registerMany = async (session: { slug: string }, many: number): Promise<Registered[]> => {
  const people: Registered[] = [];
  while (people.length < many) {
    const some = Math.min(20, many - people.length);
    people.push(...(await Promise.all(Array.from({ length: some }, () => register(session)))));
  }
  return people;
};

const cancel = (person: Registered) => request.post(`/api/webinars/registrations/${person.token}/cancel`);

const edit = (person: Registered, data: Record<string, unknown>) =>
  strapi.documents('api::registration.registration').update({ documentId: person.documentId, data });

const left = async () => (await app.partners.left('odoo', { page: 1, pageSize: 100, titles: 'en' })).data;

const warnings = (): string[] => warned.mock.calls.map(([words]) => String(words));
let warned: jest.SpyInstance;

beforeEach(async () => {
  await fake.reset();
  await resetData();
  await app.partners.begin();
  // Looked at, not replaced.
  warned = jest.spyOn(strapi.log, 'warn');
});
afterEach(() => warned.mockRestore());
afterAll(() => fake.reset());

describe('a key that is over (401)', () => {
  it('stops the work with one warning, and nothing is asked any more; registrations go on', async () => {
    const session = await aSession({ capacity: null });
    await register(session);
    await send();
    const people = await registerMany(session, 5);
    fake.expireKey();
    const before = fake.calls.length;
    await ask();
    const made = fake.calls.length - before;
    expect(made).toBe(1);
    for (let second = 0; second < 30; second += 1) {
      clock.advance({ seconds: 60 });
      await ask();
    }
    people.push(await register(session));
    await ask();
    await app.partners.pass('odoo');
    expect(fake.calls.length - before).toBe(made);
    expect(await card()).toMatchObject({
      state: 'stopped',
      problem: { code: 'unauthorized', words: 'Invalid apikey' },
      queue: expect.arrayContaining([expect.objectContaining({ kind: 'attendee', waiting: 6, failed: 0 })]),
    });
    expect(warnings().filter((words) => words.includes('odoo'))).toEqual([
      expect.stringContaining('refuses our key; nothing is sent until'),
    ]);
    expect(warnings().join()).not.toContain(odoo.key);

    // A test that fails leaves it stopped, without another warning.
    expect((await app.partners.check('odoo')).state).toBe('stopped');
    // Nor does one that is not answered bring it back to work.
    await fake.goDown();
    expect(await app.partners.check('odoo')).toMatchObject({
      state: 'stopped',
      problem: { code: 'unauthorized' },
      check: { problem: { code: 'unreachable' } },
    });
    await fake.comeUp();
    fake.setKeyExpiry(null);
    expect((await app.partners.check('odoo')).state).toBe('on');
    await ask();
    expect(
      await attendeesOf(
        people.map(({ reference }) => reference),
        [],
      ),
    ).toHaveLength(6);
    await agree();
    expect(warnings().filter((words) => words.includes('odoo'))).toHaveLength(1);
  });

  it('is met in the middle of a batch without losing what came before, nor repeating it', async () => {
    const session = await aSession({ capacity: null });
    await registerMany(session, 10);
    fake.fault({ model: 'crm.lead', method: 'load', status: 401 });
    await send();
    expect(await card()).toMatchObject({ state: 'stopped' });
    expect(fake.records('event.registration')).toHaveLength(10);
    const creates = callsOf('event.registration', 'create');
    await app.partners.check('odoo');
    await send();
    expect(callsOf('event.registration', 'create')).toBe(creates);
    await agree();
  });
});

describe('a right that is missing (403)', () => {
  it('makes dead letters in Odoo’s words for what it concerns, in few calls, and holds up nothing else', async () => {
    const session = await aSession({ capacity: null });
    const people = await registerMany(session, 40);
    const message = "You are not allowed to create 'Lead' (crm.lead) records.";
    fake.fault({ model: 'crm.lead', method: 'load', status: 403, message, times: ALWAYS });
    await send();
    expect(
      await attendeesOf(
        people.map(({ reference }) => reference),
        [],
      ),
    ).toHaveLength(40);
    const letters = await left();
    expect(letters).toHaveLength(40);
    expect(new Set(letters.map(({ kind, problem }) => `${kind} ${problem!.code} ${problem!.words}`))).toEqual(
      new Set([`lead forbidden ${message}`]),
    );
    expect(callsOf('crm.lead', 'load')).toBeLessThanOrEqual(24);
    expect(await card()).toMatchObject({ state: 'on', problem: null });

    const calls = fake.calls.length;
    await recover();
    expect(fake.calls).toHaveLength(calls);
    fake.clearFaults();
    expect(await app.partners.replay('odoo', null)).toBe(40);
    await send();
    await agree();
  });
});

describe('a record that Odoo refuses (422)', () => {
  it('is found among forty, the others arrive, and it does once the cause is gone', async () => {
    const session = await aSession({ capacity: null });
    const people = await registerMany(session, 40);
    const bad = people[23]!;
    const message = 'This name is not welcome here.';
    fake.fault({
      model: 'event.registration',
      method: 'create',
      about: bad.email,
      status: 422,
      message,
      times: ALWAYS,
    });
    await send();
    const letters = await left();
    expect(letters).toEqual([
      expect.objectContaining({
        kind: 'attendee',
        record: bad.documentId,
        state: 'failed',
        problem: expect.objectContaining({ code: 'refused', words: message }),
      }),
    ]);
    expect(
      await attendeesOf(
        people.map(({ reference }) => reference),
        [],
      ),
    ).toHaveLength(39);
    expect(callsOf('event.registration', 'create')).toBeLessThanOrEqual(14);

    // As long as the cause is there a replay ends as the first try did.
    const named = [{ kind: 'attendee', record: bad.documentId }];
    expect(await app.partners.replay('odoo', named)).toBe(1);
    await send();
    expect(await left()).toHaveLength(1);
    fake.clearFaults();
    expect(await app.partners.replay('odoo', named)).toBe(1);
    await send();
    await agree();
  });

  it('holds up no other session, where it is one', async () => {
    const [bad, good] = [await aSession({ slug: 'refused-session' }), await aSession()];
    fake.fault({ model: 'event.event', about: bad.slug, method: 'write', status: 422, times: ALWAYS });
    const people = [await register(bad), await register(good)];
    await send();
    expect(await attendeeOf(people[1]!, ['state'])).toMatchObject({ state: 'open' });
    expect(await linkOf('event', bad.documentId)).toMatchObject({ state: 'failed' });
    fake.clearFaults();
    await app.partners.replay('odoo', null);
    await send();
    await recover();
    await agree();
  });
});

describe('a field that Odoo does not know (500 for ever)', () => {
  it('is asked for a few times in all, and never again by itself', async () => {
    const session = await aSession({ capacity: null });
    await registerMany(session, 40);
    const message = "Invalid field 'nofield' in 'event.registration'";
    const name = 'builtins.ValueError';
    fake.fault({ model: 'event.registration', method: 'create', status: 500, name, message, times: ALWAYS });
    await send();
    const letters = (await left()).filter(({ kind }) => kind === 'attendee');
    expect(letters).toHaveLength(40);
    expect(letters[0]!.problem).toMatchObject({ code: 'refused', words: message });
    expect(letters[0]!.attempts).toBe(1);
    const creates = callsOf('event.registration', 'create');
    expect(creates).toBeLessThanOrEqual(24);
    await recover();
    expect(callsOf('event.registration', 'create')).toBe(creates);
    fake.clearFaults();
    await app.partners.replay('odoo', null);
    await send();
    expect(fake.records('event.registration')).toHaveLength(40);
    expect(twinsIn(fake)).toEqual([]);
  });

  it('costs one call where one record is concerned', async () => {
    const session = await aSession();
    const person = await register(session);
    const fault: Fault = { model: 'event.registration', method: 'create', status: 500, times: ALWAYS };
    fake.fault({ ...fault, name: 'builtins.TypeError', message: 'unexpected keyword' });
    await send();
    expect(callsOf('event.registration', 'create')).toBe(1);
    expect(await linkOf('attendee', person.documentId)).toMatchObject({ state: 'failed', words: 'unexpected keyword' });
  });
});

describe('a conflict of transactions', () => {
  it('is tried again after a pause (500 SerializationFailure), and a lead waits for its attendee', async () => {
    const session = await aSession();
    const person = await register(session);
    fake.fault({ model: 'event.registration', method: 'create', status: 500, times: 2 });
    await send();
    expect(await linkOf('attendee', person.documentId)).toMatchObject({ state: 'waiting' });
    expect(callsOf('event.registration', 'create')).toBe(1);
    await ask();
    expect(callsOf('event.registration', 'create')).toBe(1);
    await recover();
    expect(callsOf('event.registration', 'create')).toBe(3);
    const { id } = await attendeeOf(person, []);
    expect(await leadOf(person, ['registration_ids'])).toMatchObject({ registration_ids: [id] });
    await agree();
  });

  it('is tried again where a load tells of it with status 200', async () => {
    const session = await aSession();
    const person = await register(session, someone({ consultationInterest: true, position: 'Head' }));
    const lost = {
      ids: false,
      messages: [
        {
          type: 'error',
          record: 0,
          rows: { from: 0, to: 0 },
          message: 'could not serialize access due to concurrent update\n',
        },
      ],
      nextrow: 0,
    };
    for (const model of ['event.event', 'event.registration.answer', 'crm.lead', 'mail.activity']) {
      fake.fault({ model, method: 'load', status: 200, body: lost });
    }
    await send();
    await recover();
    // An answer is loaded where one changes; a new attendee brings theirs along.
    await edit(person, { position: 'Head of Looms' });
    await send();
    await recover();
    for (const model of ['event.event', 'event.registration.answer', 'crm.lead', 'mail.activity']) {
      expect([model, callsOf(model, 'load')]).toEqual([model, 2]);
    }
    expect(await left()).toEqual([]);
    expect(await leadOf(person, [])).not.toBeNull();
    await agree();
  });
});

describe('words that are cut', () => {
  it('are cut between letters, or what became of the record could not be noted', async () => {
    await register(await aSession());
    const words = `${'x'.repeat(298)}😀 and so on`;
    fake.fault({ model: 'event.registration', method: 'create', status: 500, body: words });
    await send();
    await recover();
    await agree();
  });
});

describe('a server that wants fewer calls (429, 503)', () => {
  const inSeconds = (seconds: number) => String(seconds);
  const asDate = (seconds: number) => new Date(+clock.now() + seconds * 1000).toUTCString();
  it.each([
    [429, 'seconds', inSeconds],
    [429, 'a date', asDate],
    [503, 'seconds', inSeconds],
    [503, 'a date', asDate],
  ])('%d with Retry-After in %s: nothing before that time, everything after it', async (status, _, spell) => {
    clock.set(new Date('2027-01-04T10:00:00Z'));
    const session = await aSession({ capacity: null });
    await registerMany(session, 5);
    fake.fault({ model: 'event.registration', method: 'create', status, headers: { 'retry-after': spell(900) } });
    await send();
    expect(await card()).toMatchObject({
      state: 'paused',
      problem: { code: 'limited' },
      pausedUntil: '2027-01-04T10:15:00.000Z',
    });
    const calls = fake.calls.length;
    for (let minute = 0; minute < 14; minute += 1) {
      clock.advance({ minutes: 1 });
      await ask();
    }
    clock.advance({ seconds: 59 });
    await ask();
    expect(fake.calls).toHaveLength(calls);
    clock.advance({ seconds: 1 });
    await ask();
    expect(fake.records('event.registration')).toHaveLength(5);
    await agree();
  });

  it('is brought in step though it lets through one session at a time', async () => {
    const many = 8;
    const sessions = [];
    for (let number = 0; number < many; number += 1) sessions.push(await aSession({ slug: `slow-${number}-end` }));
    for (const { slug } of sessions) {
      fake.fault({ model: 'event.event', method: 'write', about: slug, status: 429, headers: { 'retry-after': '60' } });
    }
    for (let minute = 0; minute <= many; minute += 1) {
      await ask();
      clock.advance({ minutes: 1 });
    }
    // Each is refused once and written once: what is in step is not sent again with the rest.
    expect(callsOf('event.event', 'write')).toBe(2 * many);
    await agree();
  });
});

describe('nobody behind the proxy', () => {
  it.each([502, 503, 504])(
    '%d pauses all work, with growing pauses and one warning, until it answers',
    async (status) => {
      const session = await aSession();
      await register(session);
      fake.fault({ status, times: 4 });
      await send();
      expect(await card()).toMatchObject({
        state: 'paused',
        problem: { code: 'unreachable', words: `HTTP ${status}` },
      });
      const calls = fake.calls.length;
      await ask();
      expect(fake.calls).toHaveLength(calls);
      await recover();
      expect(warnings().filter((words) => words.includes('odoo'))).toEqual([
        expect.stringContaining('does not answer as it should; work waits and is tried again'),
      ]);
      await agree();
    },
  );

  it('its database away (500 OperationalError) is no fault of the records either', async () => {
    const session = await aSession();
    await register(session);
    fake.fault({ status: 500, name: 'psycopg2.OperationalError', message: 'could not connect to server', times: 3 });
    await send();
    expect(await card()).toMatchObject({ state: 'paused', problem: { code: 'unreachable' } });
    await recover();
    await agree();
  });
});

describe('an answer that is not Odoo’s', () => {
  it.each([
    ['a page that says 200', { status: 200, html: true }, 'is not Odoo’s'],
    ['another address', { status: 301, html: true, headers: { location: 'https://new.example/json' } }, 'new.example'],
    ['a server without our database', { status: 404, html: true }, 'database'],
    ['a gateway that knows no such way', { status: 404, body: { message: 'no Route matched' } }, 'address'],
  ])('is no fault of the records: %s', async (_what, fault, words) => {
    const session = await aSession();
    await registerMany(session, 3);
    fake.fault({ ...fault, times: 3 });
    await send();
    expect(await card()).toMatchObject({
      state: 'paused',
      problem: { code: 'unreachable', words: expect.stringContaining(words) },
    });
    await recover();
    expect(await left()).toEqual([]);
    await agree();
  });
});

describe('an answer that does not come', () => {
  it.each(['before', 'after'] as const)('is waited for until the deadline, %s the work is done', async (when) => {
    const session = await aSession();
    await registerMany(session, 3);
    fake.fault({ model: 'event.registration', method: 'create', as: 'hang', when });
    await send();
    expect(await card()).toMatchObject({
      state: 'paused',
      problem: { code: 'unreachable', words: `no answer within ${app.settings.odoo!.timeoutSeconds} s` },
    });
    expect(fake.records('event.registration')).toHaveLength(when === 'after' ? 3 : 0);
    await recover();
    await agree();
  });
});

describe('a server that cannot take so much at once', () => {
  it('gets less at a time after trouble, and as much as before once that was taken', async () => {
    const session = await aSession({ capacity: null });
    await registerMany(session, 70);
    fake.fault({ model: 'event.registration', method: 'create', status: 504, times: 5 });
    await send();
    await recover();
    const made = fake.calls.filter(({ model, method }) => model === 'event.registration' && method === 'create');
    expect(made.map(({ count }) => count)).toEqual([70, 70, 70, 70, 63, 32, 38]);
    await agree();
  });
});

describe('a record about which Odoo never answers', () => {
  it('is a dead letter after its tries, as Odoo answers otherwise, and holds up nobody behind it for ever', async () => {
    const session = await aSession({ capacity: null });
    const people = await registerMany(session, 9);
    const [, , , , endless] = people;
    fake.fault({ model: 'event.registration', method: 'create', status: 504, about: endless!.email, times: ALWAYS });
    await send();
    for (let round = 0; round < 8; round += 1) await recover();
    expect(await left()).toEqual([
      expect.objectContaining({
        kind: 'attendee',
        record: endless!.documentId,
        problem: expect.objectContaining({ code: 'unreachable' }),
      }),
    ]);
    expect(fake.records('event.registration')).toHaveLength(8);
    expect(await card()).toMatchObject({ state: 'on', problem: null });
    fake.clearFaults();
    await app.partners.replay('odoo', null);
    await send();
    await agree();
  });

  it('is none while nothing is answered: what waits goes on waiting', async () => {
    const session = await aSession();
    await registerMany(session, 2);
    fake.fault({ status: 504, times: ALWAYS });
    await send();
    for (let round = 0; round < 3; round += 1) await recover();
    expect(await left()).toEqual([]);
    fake.clearFaults();
    await recover();
    await agree();
  });
});

describe('work that Odoo does after we stopped waiting for it', () => {
  it('is found by the reconciliation where the person has cancelled since, and a repair cancels it there', async () => {
    const session = await aSession();
    await register(session);
    await send();
    const [event] = fake.records('event.event');
    const person = await register(session);
    fake.fault({ model: 'event.registration', method: 'create', as: 'cut', when: 'before' });
    await send();
    await cancel(person);
    await recover();
    expect(await linkOf('attendee', person.documentId)).toBeUndefined();
    const late = { event_id: event!.id, barcode: person.reference, name: 'Late', email: person.email };
    await odoo.staff('event.registration', 'create', { vals_list: [late] });
    expect(await differences()).toMatchObject([
      { kind: 'attendee', difference: 'changed', record: person.documentId, fields: [{ name: 'state' }] },
    ]);
    await app.partners.repair('odoo', null);
    await send();
    expect(await attendeeOf(person, ['state'])).toMatchObject({ state: 'cancel' });
    await agree();
  });
});

describe('a connection that is cut', () => {
  const calls: [string, string][] = [
    ['event.event', 'load'],
    ['event.event', 'write'],
    ['event.event.ticket', 'load'],
    ['event.question', 'load'],
    ['event.tag', 'load'],
    ['event.registration', 'create'],
    ['event.registration', 'write'],
    ['event.registration.answer', 'load'],
    ['event.registration.answer', 'unlink'],
    ['utm.source', 'load'],
    ['utm.campaign', 'load'],
    ['crm.tag', 'load'],
    ['crm.lead', 'load'],
    ['mail.activity', 'load'],
    ['res.partner', 'load'],
  ];
  it.each(calls.flatMap(([model, method]) => [[model, method, 'before'] as const, [model, method, 'after'] as const]))(
    'at %s/%s, %s the work is done: each is there exactly once',
    async (model, method, when) => {
      await aSession({ price: 4_900, currency: 'EUR' });
      const session = await aSession({ capacity: null });
      const people = await registerMany(session, 3);
      people.push(await register(session, someone({ consultationInterest: true, position: 'Head of Looms' })));
      fake.fault({ model, method, as: 'cut', when });
      await send();
      await recover();
      // What changes afterwards takes the same way.
      await cancel(people[0]!);
      await edit(people[1]!, { position: 'Promoted', company: 'Elsewhere Ltd' });
      await edit(people[3]!, { position: 'Head of Cards' });
      await send();
      await recover();
      expect(fake.calls.filter(({ status }) => status === 0)).toMatchObject([{ model, method }]);
      await agree();
    },
  );

  it('after five hundred were made costs no call for each of them', async () => {
    const session = await aSession({ capacity: null });
    await registerMany(session, 60);
    fake.fault({ model: 'event.registration', method: 'create', as: 'cut', when: 'after' });
    await send();
    const before = fake.calls.length;
    await recover();
    expect(callsOf('event.registration', 'write')).toBe(0);
    expect(fake.calls.length - before).toBeLessThanOrEqual(20);
    await agree();
  });

  it('before a person cancels: who was there without our knowing is cancelled there', async () => {
    const session = await aSession();
    await send();
    const [stays, cancels] = [await register(session), await register(session)];
    fake.fault({ model: 'event.registration', method: 'create', as: 'cut', when: 'after' });
    await send();
    await cancel(cancels);
    await recover();
    expect(await attendeeOf(cancels, ['state'])).toMatchObject({ state: 'cancel' });
    expect(await attendeeOf(stays, ['state'])).toMatchObject({ state: 'open' });
    await agree();
  });

  it('before a session is cancelled, moved and renamed', async () => {
    const [off, moved] = [await aSession(), await aSession()];
    fake.fault({ model: 'event.event', method: 'load', as: 'cut', when: 'after' });
    await send();
    await strapi.documents('api::session.session').update({ documentId: off.documentId, data: { state: 'cancelled' } });
    const datetime = '2027-05-05T09:00:00.000Z';
    await strapi.documents('api::session.session').update({ documentId: moved.documentId, data: { datetime } });
    await recover();
    expect(await eventOf(off, ['kanban_state'])).toMatchObject({ kanban_state: 'cancel' });
    expect(await eventOf(moved, ['date_begin'])).toMatchObject({ date_begin: '2027-05-05 09:00:00' });
    await agree();
  });

  it('after a lead was made leaves it to whoever took it up meanwhile', async () => {
    const session = await aSession();
    const person = await register(session, someone({ consultationInterest: true }));
    fake.fault({ model: 'crm.lead', method: 'load', as: 'cut', when: 'after' });
    await send();
    const [lead] = await find('crm.lead', [['contact_name', 'ilike', 'Hopper']], []);
    await odoo.staff('crm.lead', 'write', { ids: [lead!.id], vals: { name: 'Mine', user_id: 2 } });
    fake.fault({ model: 'mail.activity', method: 'load', as: 'cut', when: 'after' });
    await recover();
    await recover();
    expect(await leadOf(person, ['name', 'user_id'])).toMatchObject({
      id: lead!.id,
      name: 'Mine',
      user_id: [2, expect.any(String)],
    });
    expect(twinsIn(fake)).toEqual([]);
    expect(fake.records('mail.activity')).toHaveLength(1);
  });

  it('after a lead was made of somebody who is no attendee leaves that one, too', async () => {
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...settings, autoSyncRegistrations: false });
    const person = await register(await aSession());
    fake.fault({ model: 'crm.lead', method: 'load', as: 'cut', when: 'after' });
    await send();
    const [lead] = fake.records('crm.lead');
    await odoo.staff('crm.lead', 'write', { ids: [lead!.id], vals: { name: 'Mine' } });
    await recover();
    expect(await leadOf(person, ['name'])).toMatchObject({ id: lead!.id, name: 'Mine' });
  });
});

describe('an hour without Odoo', () => {
  const closedDoor: Server = createServer();
  afterEach(() => new Promise((resolve) => closedDoor.close(resolve)));

  it('keeps five hundred registrations, asks now and then, and brings everything there in few calls', async () => {
    clock.set(new Date('2027-01-04T10:00:00Z'));
    const session = await aSession({ capacity: 400 });
    await send();
    await fake.goDown();
    let asked = 0;
    closedDoor.on('connection', (socket) => {
      asked += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => closedDoor.listen(Number(new URL(odoo.url).port), '127.0.0.1', resolve));

    const people: Registered[] = [];
    for (let second = 0; second < AN_HOUR; second += 5) {
      if (second % 60 === 0 && people.length < 500) people.push(...(await registerMany(session, 10)));
      clock.advance({ seconds: 5 });
      await ask();
    }
    expect(people).toHaveLength(500);
    // Five seconds, doubled up to five minutes: two dozen times at most, however much waits.
    expect(asked).toBeGreaterThanOrEqual(10);
    expect(asked).toBeLessThanOrEqual(32);
    expect(await left()).toEqual([]);
    expect(warnings().filter((words) => words.includes('odoo'))).toHaveLength(1);
    expect(await card()).toMatchObject({
      state: 'paused',
      queue: expect.arrayContaining([expect.objectContaining({ kind: 'attendee', waiting: 500, failed: 0 })]),
    });

    await new Promise((resolve) => closedDoor.close(resolve));
    await fake.comeUp();
    // Not one of those who are asked for first.
    await cancel(people.at(-1)!);
    const before = fake.calls.length;
    await recover();
    expect(fake.calls.length - before).toBeLessThanOrEqual(40);
    // A few first, as it was away; then all the others.
    expect(callsOf('event.registration', 'create')).toBe(2);
    await agree();
  });

  it.each([1, 12])(
    'ends with its first answer after %i tries, though what is sent first has meanwhile no place there',
    async (tries) => {
      const session = await aSession();
      await send();
      const person = await register(session);
      await fake.goDown();
      for (let round = 0; round < tries; round += 1) {
        clock.advance({ minutes: 6 });
        await ask();
      }
      expect(await card()).toMatchObject({ state: 'paused', problem: { code: 'unreachable' } });
      await cancel(person);
      await fake.comeUp();
      clock.advance({ minutes: 6 });
      await ask();
      expect(callsOf('event.registration', 'create')).toBe(0);
      expect(await card()).toMatchObject({ state: 'on', problem: null });
    },
  );
});

describe('a reconciliation', () => {
  it('asks as often for many as for few, whatever they answered and whoever speaks', async () => {
    const calls = async (): Promise<string[]> => {
      const before = fake.calls.length;
      expect(await differences()).toEqual([]);
      return fake.calls.slice(before).map(({ model, method }) => `${model}/${method}`);
    };
    const tell = async (sessions: number): Promise<void> => {
      for (let number = 0; number < sessions; number += 1) {
        const speaker = await aSpeaker({ email: `speaks-${number}-of-${sessions}@example.com` });
        const session = await aSession({ speaker: speaker.documentId, price: 0 });
        await register(session, someone({ position: 'Weaver', company: `Mill ${number}` }));
      }
      await send();
    };
    await tell(1);
    const few = await calls();
    await tell(12);
    expect(await calls()).toEqual(few);
    // Nobody is left whose address is a speaker's: what our ids name is read for all of them together.
    for (const { id } of fake.records('res.partner')) {
      await odoo.staff('res.partner', 'write', { ids: [id], vals: { email: `other-${id}@example.com` } });
    }
    const contacts = few.indexOf('res.partner/search_read') + 1;
    expect(await calls()).toEqual(few.toSpliced(contacts, 0, 'res.partner/search_read', 'res.partner/get_external_id'));
  });
});

describe('registering and cancelling', () => {
  it('ask Odoo nothing: what follows is a row beside the fact', async () => {
    const session = await aSession({ capacity: null });
    const calls = fake.calls.length;
    const people = await registerMany(session, 20);
    await cancel(people[0]!);
    expect(fake.calls).toHaveLength(calls);
    expect(await sql(`select kind, state, count(*)::int from webinars_links group by 1, 2 order by 1`)).toEqual([
      { kind: 'attendee', state: 'waiting', count: 20 },
      { kind: 'event', state: 'waiting', count: 1 },
    ]);
  });
});

describe('a key that has expired and is still listed', () => {
  it('is not taken for the one that was let in', async () => {
    const keyUntil = async () => (await app.partners.check('odoo')).check!.keyExpiresAt;
    const next = new Date('2031-03-01T00:00:00Z');
    fake.setKeyExpiry(next);
    fake.leaveExpiredKey(new Date('2026-01-01T00:00:00Z'));
    expect(await keyUntil()).toBe(next.toISOString());
  });
});

describe('the count itself', () => {
  it('finds what is there twice: an attendee, a lead, an event, a contact made by hand', async () => {
    const session = await aSession();
    const person = await register(session);
    await send();
    await agree();
    const [event] = fake.records('event.event');
    const [lead] = fake.records('crm.lead');
    await odoo.staff('event.registration', 'create', {
      vals_list: [{ event_id: event!.id, name: 'Twin', email: person.email }],
    });
    await odoo.staff('crm.lead', 'create', {
      vals_list: [{ name: 'Twin', event_id: event!.id, contact_name: lead!.contact_name }],
    });
    await odoo.staff('event.event', 'create', {
      vals_list: [{ name: event!.name, date_begin: event!.date_begin, date_end: event!.date_end }],
    });
    const contact = { name: 'Twin', email: 'twin@example.com' };
    await odoo.staff('res.partner', 'create', { vals_list: [contact, contact] });
    expect(twinsIn(fake)).toEqual([
      expect.stringContaining('2 × event.event '),
      expect.stringContaining('2 × event.registration '),
      expect.stringContaining('2 × crm.lead '),
      expect.stringContaining('2 × res.partner '),
    ]);
    await expect(expectAgreement(sql, odoo)).rejects.toThrow('event.registration');
    expect((await differences()).map(({ difference }) => difference)).toContain('extra');
  });

  it('finds what is missing there, though we believe that it was sent', async () => {
    const session = await aSession();
    const people = await registerMany(session, 3);
    await send();
    await odoo.staff('event.registration', 'unlink', { ids: [(await attendeeOf(people[0]!, [])).id] });
    await expect(expectAgreement(sql, odoo)).rejects.toThrow();
    expect(await differences()).toMatchObject([{ kind: 'attendee', difference: 'deleted' }]);
  });
});
