import { Pool } from 'pg';
import type { RunSheet, RunSheetItem } from '../../plugins/webinars/contracts/run-sheet';
import type { SessionSeats, Waitlist } from '../../plugins/webinars/contracts/session-page';
import {
  anEditor,
  app,
  aSession,
  clock,
  freshDatabase,
  request,
  resetData,
  smtp,
  sql,
  startServer,
  stopAllServers,
} from '../harness';
import {
  before,
  cancel,
  DAY,
  forgetSettings,
  HOUR,
  join,
  live,
  move,
  remindersOf,
  save,
  START,
  tick,
} from './reminding';
import { staffWho } from './staff';

type Editor = Awaited<ReturnType<typeof anEditor>>;

let editor: Editor;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  await forgetSettings();
  clock.set(before({ days: 20 }));
});
afterAll(async () => {
  await forgetSettings();
  await stopAllServers();
});

const deliver = () => app.mail.delivery.deliverDue();

/** A session that was made now: Strapi's own column tells the time of the wall. */
const aRun = async (data: Record<string, unknown> = {}) => {
  const session = await aSession({ datetime: START.toISOString(), ...data });
  await sql(`update sessions set created_at = $1::timestamptz at time zone 'UTC' where document_id = $2`, [
    clock.now(),
    session.documentId,
  ]);
  return session;
};

const path = (session: string, rest: string) => `/webinars-admin/sessions/${session}${rest}`;

const readSheet = async (session: string): Promise<RunSheet> => {
  const answer = await editor.get(path(session, '/run-sheet'));
  expect(answer.status).toBe(200);
  return answer.body.data as RunSheet;
};

type Kind = RunSheetItem['kind'];
type ItemOf<Name extends Kind> = Extract<RunSheetItem, { kind: Name }>;

const itemsOf = <Name extends Kind>({ items }: RunSheet, kind: Name): ItemOf<Name>[] =>
  items.filter((item): item is ItemOf<Name> => item.kind === kind);

const reminderOf = (sheet: RunSheet, rule: string): ItemOf<'reminder'> =>
  itemsOf(sheet, 'reminder').find((item) => item.id === `reminder:${rule}`)!;

const mailsOf = (sheet: RunSheet, template: string) =>
  itemsOf(sheet, 'mails').find((item) => item.template === template)?.mails;

const act = (session: string, rule: string, verb: string, body: Record<string, unknown>) =>
  editor.post(path(session, `/reminders/${rule}/${verb}`)).send(body);

/** What the run sheet says of each item but what partners have, in short. */
const short = ({ items }: RunSheet) =>
  items
    .filter(({ kind }) => kind !== 'sync')
    .map(
      (item) =>
        `${item.state} ${item.kind === 'reminder' ? item.rule : item.kind === 'mails' ? item.template : item.kind}`,
    );

const auditOf = (session: string) =>
  sql<{ action: string; actor_name: string; before: unknown; after: unknown; data: Record<string, unknown> }>(
    `select action, actor_name, before::json, after::json, data::json from webinars_audit
      where session_document_id = $1 and action like any(array['reminder.%', 'registration.promoted']) order by id`,
    [session],
  );

const minutes = (count: number, unit: number) => (count * unit) / 60_000;

describe('the run sheet of a session', () => {
  it('tells its whole life, from the draft to the follow-up', async () => {
    const session = await aRun({
      state: 'draft',
      capacity: 2,
      scheduledPublishAt: before({ days: 15 }).toISOString(),
      registrationOpensAt: before({ days: 14 }).toISOString(),
      registrationClosesAt: before({ hours: 1 }).toISOString(),
    });
    expect(short(await readSheet(session.documentId))).toEqual([
      'done created',
      'planned published',
      'planned registration_opens',
      'planned 7-days',
      'planned speaker-alert',
      'planned 2-days',
      'planned programme-summary',
      'planned 2-hours',
      'planned registration_closes',
      'planned starts',
      'planned ends',
      'planned follow-up',
    ]);

    await live(before({ days: 15 }), before({ days: 14 }));
    await join(session.slug, 'ada@sheet.example');
    const { reference } = await join(session.slug, 'mary@sheet.example');
    await join(session.slug, 'waits@sheet.example');
    let sheet = await readSheet(session.documentId);
    expect(mailsOf(sheet, 'confirmation')).toMatchObject({ sent: 0, waiting: 2 });
    expect(itemsOf(sheet, 'mails').find(({ template }) => template === 'confirmation')?.state).toBe('due');
    expect(reminderOf(sheet, '7-days')).toMatchObject({ recipients: 2, unreached: 0, mails: null, state: 'planned' });
    expect(reminderOf(sheet, 'speaker-alert')).toMatchObject({ recipients: 1, audience: 'speaker' });
    // Nobody is the programme manager, so nobody gets the summary.
    expect(reminderOf(sheet, 'programme-summary')).toMatchObject({ recipients: 0, audience: 'manager' });

    await deliver();
    await cancel(reference);
    await live(before({ days: 14 }), before({ hours: 2 }), HOUR * 6);
    await deliver();
    sheet = await readSheet(session.documentId);
    expect(mailsOf(sheet, 'promoted')).toMatchObject({ sent: 1 });
    for (const rule of ['7-days', '2-days', '2-hours']) {
      expect(reminderOf(sheet, rule)).toMatchObject({
        state: 'done',
        mails: { sent: 2, waiting: 0 },
        recipients: null,
      });
      expect(reminderOf(sheet, rule).actions).toEqual(['preview']);
    }
    await live(before({ hours: 2 }), before({ days: -3 }), HOUR * 6);
    await deliver();
    sheet = await readSheet(session.documentId);
    expect(short(sheet)).toEqual([
      'done created',
      'done published',
      'done registration_opens',
      'done cancelled',
      'done confirmation',
      'done promoted',
      'done waitlisted',
      'done 7-days',
      'done speaker-alert',
      'done 2-days',
      'done programme-summary',
      'done 2-hours',
      'done registration_closes',
      'done starts',
      'done ends',
      'done follow-up',
    ]);
    expect(sheet.items.map(({ at }) => at)).toEqual([...sheet.items.map(({ at }) => at)].sort());
  });

  it('counts what the tables hold, and needs somebody where mails failed', async () => {
    const session = await aRun({ capacity: null });
    smtp.refuseRecipients(({ to }) => (to === 'gone@sheet.example' ? { code: 550, words: 'no such mailbox' } : null));
    for (const name of ['one', 'two', 'gone']) await join(session.slug, `${name}@sheet.example`);
    await deliver();
    await move(session.documentId, before({ days: -1 }));
    await deliver();
    const sheet = await readSheet(session.documentId);
    const [counted] = await sql<{ sent: number; failed: number }>(
      `select count(*) filter (where state in ('sent', 'kept'))::int as sent, count(*) filter (where state = 'failed')::int as failed
         from webinars_mails where session_document_id = $1 and kind = 'confirmation'`,
      [session.documentId],
    );
    expect(counted).toEqual({ sent: 2, failed: 1 });
    expect(mailsOf(sheet, 'confirmation')).toMatchObject(counted!);
    const [moved] = itemsOf(sheet, 'moved');
    expect(moved).toMatchObject({
      from: { datetime: START.toISOString() },
      to: { datetime: before({ days: -1 }).toISOString() },
      mails: { sent: 2 },
    });
    expect(itemsOf(sheet, 'mails').find(({ template }) => template === 'confirmation')?.state).toBe('failed');
    // A bounced address is among those who would get it, and cannot be reached.
    expect(reminderOf(sheet, '7-days')).toMatchObject({ recipients: 3, unreached: 1 });
  });

  it('says which reminders went to a date that it no longer has, and what is not sent twice', async () => {
    const session = await aRun({ capacity: null });
    await join(session.slug, 'ada@sheet.example');
    await tick(before({ days: 7 }));
    await deliver();
    await move(session.documentId, before({ days: -1 }));
    const sheet = await readSheet(session.documentId);
    const weeks = itemsOf(sheet, 'reminder').filter(({ rule }) => rule === '7-days');
    expect(
      weeks.map(({ state, minutes: before7, mails, recipients }) => [state, before7, mails?.sent, recipients]),
    ).toEqual([
      ['done', null, 1, null],
      // A day later is not a week later: who was reminded is not reminded again.
      ['planned', minutes(7, DAY), undefined, 0],
    ]);
  });

  it('has what was missed while nothing ran, and leaves out what was never to be', async () => {
    const session = await aRun({ capacity: null });
    await join(session.slug, 'ada@sheet.example');
    clock.set(before({ hours: 3 }));
    let sheet = await readSheet(session.documentId);
    expect([reminderOf(sheet, '7-days').state, reminderOf(sheet, '2-hours').state]).toEqual(['missed', 'planned']);

    clock.set(before({ days: 5 }));
    const late = await aRun({ capacity: null });
    sheet = await readSheet(late.documentId);
    expect(itemsOf(sheet, 'reminder').map(({ rule }) => rule)).not.toContain('7-days');
  });

  it('ends with the cancellation, and who was told of it', async () => {
    const session = await aRun({ capacity: null });
    await join(session.slug, 'ada@sheet.example');
    await tick(before({ days: 6 }));
    await save(session.documentId, { state: 'cancelled' });
    await deliver();
    const sheet = await readSheet(session.documentId);
    expect(sheet.items.filter(({ kind }) => kind !== 'sync').at(-1)).toMatchObject({
      kind: 'cancelled',
      state: 'done',
      mails: { sent: 1 },
    });
    expect(short(sheet).filter((item) => !item.startsWith('done '))).toEqual([]);
    expect(sheet.items.flatMap(({ actions }) => actions).filter((action) => action !== 'preview')).toEqual([]);
  });

  it('has the seats that are held while people pay, changes of capacity, messages, and what partners have', async () => {
    app.registrationDeps.ports.startCheckout = async ({ reference }) => ({ checkoutUrl: `https://pay/${reference}` });
    const session = await aRun({
      price: 4900,
      earlyBirdPrice: 2900,
      earlyBirdEndsAt: before({ days: 10 }).toISOString(),
    });
    await join(session.slug, 'pays@sheet.example');
    app.registrationDeps.ports.startCheckout = null;
    await save(session.documentId, { capacity: 20 });
    await editor.post('/webinars-admin/messages').send({
      audience: { session: session.documentId, states: ['pending_payment'] },
      texts: { en: { subject: 'The room', body: 'It has changed.' } },
      key: 'message-of-the-run-sheet',
    });
    const sheet = await readSheet(session.documentId);
    const [hold] = await sql<{ until: Date }>(`select hold_expires_at as until from registrations`);
    expect(itemsOf(sheet, 'holds')).toMatchObject([{ count: 1, state: 'planned', at: hold!.until.toISOString() }]);
    expect(itemsOf(sheet, 'capacity_changed')).toMatchObject([{ from: 10, to: 20 }]);
    expect(itemsOf(sheet, 'message')).toMatchObject([{ subject: 'The room', by: 'Edith Editor' }]);
    expect(itemsOf(sheet, 'early_bird_ends')).toMatchObject([{ state: 'planned' }]);
    const linked = await sql<{ kind: string; state: string; count: number }>(
      `select kind, state, count(*)::int as count from webinars_links where session_document_id = $1 group by 1, 2 order by 1`,
      [session.documentId],
    );
    expect(linked.length).toBeGreaterThan(0);
    expect(itemsOf(sheet, 'sync').map(({ record, records, state }) => [record, records.waiting, state])).toEqual(
      linked.map(({ kind, count }) => [kind, count, 'due']),
    );
  });

  it('does not exist for a session that does not', async () => {
    for (const rest of ['/page', '/run-sheet', '/seats', '/waitlist', '/run-sheet/preview?kind=confirmation']) {
      expect([rest, (await editor.get(path('nobody', rest))).status]).toEqual([rest, 404]);
    }
  });
});

describe('a reminder of the run sheet', () => {
  const started = async () => {
    const session = await aRun({ capacity: null });
    for (const name of ['ada', 'mary']) await join(session.slug, `${name}@sheet.example`);
    return session;
  };
  const ofAttendees = async (session: string) =>
    (await remindersOf(session)).filter(({ recipient }) => recipient.endsWith('@sheet.example'));

  it('that is held is not sent, and goes out at its time once it is released', async () => {
    const { documentId } = await started();
    const seen = reminderOf(await readSheet(documentId), '7-days');
    expect(seen.actions).toEqual(['preview', 'move', 'hold', 'send_now']);
    const held = await act(documentId, '7-days', 'hold', { revision: seen.revision });
    expect(held.status).toBe(200);
    expect(reminderOf(held.body.data, '7-days')).toMatchObject({
      state: 'held',
      actions: ['preview', 'release'],
      recipients: 2,
    });
    await tick(before({ days: 6 }));
    expect(await ofAttendees(documentId)).toEqual([]);

    const two = reminderOf(await readSheet(documentId), '2-days');
    const heldToo = await act(documentId, '2-days', 'hold', { revision: two.revision });
    const again = reminderOf(heldToo.body.data, '2-days');
    const released = await act(documentId, '2-days', 'release', { revision: again.revision });
    expect(reminderOf(released.body.data, '2-days')).toMatchObject({ state: 'planned', isOverridden: false });
    await tick(before({ days: 2 }));
    expect((await ofAttendees(documentId)).map(({ rule }) => rule)).toEqual(['2-days', '2-days']);
    expect((await auditOf(documentId)).map(({ action, actor_name: by, data }) => [action, by, data.rule])).toEqual([
      ['reminder.held', 'Edith Editor', '7-days'],
      ['reminder.held', 'Edith Editor', '2-days'],
      ['reminder.released', 'Edith Editor', '2-days'],
    ]);
    // Told once, in the words of what was done: not again as a save of the session.
    expect(
      await sql(`select from webinars_audit where session_document_id = $1 and action = 'session.changed'`, [
        documentId,
      ]),
    ).toEqual([]);
  });

  it('is moved for this session only, and back to what is usual', async () => {
    const { documentId } = await started();
    const other = await aRun();
    const seen = reminderOf(await readSheet(documentId), '7-days');
    const moved = await act(documentId, '7-days', 'move', { revision: seen.revision, minutes: minutes(10, DAY) });
    const now = reminderOf(moved.body.data, '7-days');
    expect(now).toMatchObject({
      at: before({ days: 10 }).toISOString(),
      minutes: minutes(10, DAY),
      usualMinutes: minutes(7, DAY),
      isOverridden: true,
    });
    expect(reminderOf(await readSheet(other.documentId), '7-days')).toMatchObject({
      at: before({ days: 7 }).toISOString(),
    });
    const back = await act(documentId, '7-days', 'move', { revision: now.revision, minutes: minutes(7, DAY) });
    expect(reminderOf(back.body.data, '7-days')).toMatchObject({
      isOverridden: false,
      at: before({ days: 7 }).toISOString(),
    });
    const [first] = await auditOf(documentId);
    expect(first).toMatchObject({
      action: 'reminder.moved',
      before: { minutes: minutes(7, DAY) },
      after: { minutes: minutes(10, DAY) },
    });
  });

  it('is foreseen where it would go, by the calendar of the session', async () => {
    // Between the two the clocks in Berlin go back: three weeks before ten o'clock is ten o'clock.
    const session = await aRun({ datetime: '2026-11-02T09:00:00.000Z' });
    const at = async (count: number) =>
      (await editor.get(path(session.documentId, `/reminders/7-days/move?minutes=${count}`))).body.data;
    expect(await at(minutes(21, DAY))).toEqual({ at: '2026-10-12T08:00:00.000Z', isPast: false });
    clock.set('2026-10-20T08:00:00Z');
    expect(await at(minutes(21, DAY))).toMatchObject({ isPast: true });
    expect((await editor.get(path(session.documentId, '/reminders/none/move?minutes=60'))).status).toBe(404);
  });

  it('cannot be moved to a time that has passed, nor to nowhere', async () => {
    const { documentId } = await started();
    const { revision } = reminderOf(await readSheet(documentId), '7-days');
    const past = await act(documentId, '7-days', 'move', { revision, minutes: minutes(21, DAY) });
    expect([past.status, past.body.error.details.code]).toEqual([409, 'REMINDER_IN_PAST']);
    expect((await act(documentId, '7-days', 'move', { revision, minutes: 0 })).status).toBe(400);
    expect((await act(documentId, 'no-such-rule', 'hold', { revision })).status).toBe(404);
    expect(reminderOf(await readSheet(documentId), '7-days').revision).toBe(revision);
  });

  it('sent now is sent once: not again at its time, and not twice', async () => {
    const { documentId } = await started();
    const { revision } = reminderOf(await readSheet(documentId), '7-days');
    const sent = await act(documentId, '7-days', 'send-now', { revision });
    expect([sent.status, sent.body.meta.mails]).toEqual([200, 2]);
    expect(reminderOf(sent.body.data, '7-days')).toMatchObject({
      state: 'due',
      mails: { waiting: 2 },
      actions: ['preview'],
    });
    const twice = await act(documentId, '7-days', 'send-now', { revision });
    expect([twice.status, twice.body.error.details.code]).toEqual([409, 'REMINDER_ALREADY_SENT']);
    await deliver();
    await live(before({ days: 20 }), before({ days: 3 }), DAY);
    const mine = (await ofAttendees(documentId)).filter(({ rule }) => rule === '7-days');
    expect(mine.map(({ at }) => at)).toEqual([before({ days: 20 }), before({ days: 20 })]);
    expect(await auditOf(documentId)).toMatchObject([
      { action: 'reminder.sent_now', data: { rule: '7-days', mails: 2 } },
    ]);
  });

  it('sent now counts for the date it was meant for when the session moves', async () => {
    const { documentId } = await started();
    const { revision } = reminderOf(await readSheet(documentId), '7-days');
    await act(documentId, '7-days', 'send-now', { revision });
    await move(documentId, before({ days: -1 }));
    await live(before({ days: 19 }), before({ days: 5 }), DAY);
    expect((await ofAttendees(documentId)).filter(({ rule }) => rule === '7-days')).toHaveLength(2);
    await move(documentId, before({ days: -9 }));
    await live(before({ days: 5 }), before({ days: -3 }), DAY);
    expect((await ofAttendees(documentId)).filter(({ rule }) => rule === '7-days')).toHaveLength(4);
  });

  it('is not sent to nobody, nor of a draft, nor before there is anything to follow up', async () => {
    const empty = await aRun();
    const { revision } = reminderOf(await readSheet(empty.documentId), '7-days');
    const nobody = await act(empty.documentId, '7-days', 'send-now', { revision });
    expect([nobody.status, nobody.body.error.details.code]).toEqual([409, 'NOBODY_REMINDED']);
    expect(await sql('select from webinars_reminder_plans where session_document_id = $1', [empty.documentId])).toEqual(
      [],
    );
    const draft = await aRun({ state: 'draft' });
    const sheet = await readSheet(draft.documentId);
    expect(reminderOf(sheet, '7-days').actions).not.toContain('send_now');
    const early = reminderOf(await readSheet(empty.documentId), 'follow-up');
    const refused = await act(empty.documentId, 'follow-up', 'send-now', { revision: early.revision });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'REMINDER_FIXED']);
  });

  it('is refused to whoever saw another one: somebody was faster, or the session moved', async () => {
    const { documentId } = await started();
    const { revision } = reminderOf(await readSheet(documentId), '7-days');
    await act(documentId, '7-days', 'move', { revision, minutes: minutes(8, DAY) });
    for (const verb of ['hold', 'send-now']) {
      const late = await act(documentId, '7-days', verb, { revision });
      expect([verb, late.status, late.body.error.details.code]).toEqual([verb, 409, 'RUN_SHEET_CHANGED']);
    }
    const two = reminderOf(await readSheet(documentId), '2-days');
    await move(documentId, before({ hours: 1 }));
    expect((await act(documentId, '2-days', 'hold', { revision: two.revision })).body.error.details.code).toBe(
      'RUN_SHEET_CHANGED',
    );
    expect(reminderOf(await readSheet(documentId), '7-days')).toMatchObject({
      minutes: minutes(8, DAY),
      state: 'planned',
    });
  });

  it('is shown as its reader would get it, and nothing changes by looking', async () => {
    const { documentId } = await started();
    const shown = await editor.get(path(documentId, '/run-sheet/preview?kind=reminder_7d'));
    expect(shown.body.data).toMatchObject({ locale: 'en', to: { email: 'ada@sheet.example' } });
    expect(shown.body.data.html).toContain('Grace');
    const german = await editor.get(path(documentId, '/run-sheet/preview?kind=reminder_7d&locale=de'));
    expect(german.body.data.subject).not.toBe(shown.body.data.subject);
    const speakers = await editor.get(path(documentId, '/run-sheet/preview?kind=speaker_alert'));
    expect(speakers.body.data).toMatchObject({ to: null });
    const empty = await aRun();
    const sample = await editor.get(path(empty.documentId, '/run-sheet/preview?kind=reminder_7d'));
    expect(sample.body.data).toMatchObject({ to: null });
    expect(sample.body.data.html.length).toBeGreaterThan(500);
    expect(await ofAttendees(documentId)).toEqual([]);
  });
});

describe('“send now” of two instances at once', () => {
  it('sends once', async () => {
    const databaseUrl = await freshDatabase();
    const pool = new Pool({ connectionString: databaseUrl });
    pool.on('error', () => {});
    smtp.reset();
    await pool.query(
      `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, allow_waitlist,
         requires_approval, meeting_url, created_at, updated_at, published_at)
       values ('race', 'race', 'published', now() + interval '20 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', true, false,
         'https://meet.example.com/room', now(), now(), now())`,
    );
    await pool.query(
      `insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, company, locale,
         registered_at, payment_status, created_at, updated_at, published_at)
       select 'race-' || n, 'RACE' || n, 'race', 'confirmed', 'Visitor', 'Number ' || n, 'race-' || n || '@example.com', 'Example Ltd', 'en',
         now() - interval '10 days', 'not_required', now(), now(), now() from generate_series(1, 50) n`,
    );
    const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    const [first] = servers;
    const registered = await first!.request.post('/admin/register-admin').send({
      firstname: 'Edith',
      lastname: 'Editor',
      email: 'edith@example.com',
      password: 'Editor-password-1',
    });
    const bearer = `Bearer ${registered.body.data.token}`;
    const sheet = await first!.request.get(path('race', '/run-sheet')).set('Authorization', bearer);
    const { revision } = reminderOf(sheet.body.data, '7-days');
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((n) =>
        servers[n % 2]!.request.post(path('race', '/reminders/7-days/send-now'))
          .set('Authorization', bearer)
          .send({ revision }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    await smtp.until(50);
    const { rows } = await pool.query(
      `select count(*)::int as mails, count(distinct recipient)::int as people from webinars_mails`,
    );
    expect(rows).toEqual([{ mails: 50, people: 50 }]);
    await stopAllServers();
    await pool.end();
  });
});

describe('“explain this number”', () => {
  it('counts the seats by state, with their rows and what is free', async () => {
    app.registrationDeps.ports.startCheckout = async ({ reference }) => ({ checkoutUrl: `https://pay/${reference}` });
    const session = await aRun({ capacity: 3 });
    for (const name of ['a', 'b', 'c', 'd']) await join(session.slug, `${name}@seats.example`);
    await save(session.documentId, { price: 4900, capacity: 5 });
    await join(session.slug, 'pays@seats.example');
    app.registrationDeps.ports.startCheckout = null;
    await save(session.documentId, { capacity: 2 });
    const seats = (await editor.get(path(session.documentId, '/seats'))).body.data as SessionSeats;
    expect(seats).toMatchObject({ capacity: 2, taken: 5, free: 0, over: 3, differences: [], holds: { count: 1 } });
    const rows = await sql<{ state: string; count: number }>(
      `select state, count(*)::int as count from registrations where session_document_id = $1 group by 1`,
      [session.documentId],
    );
    for (const { state, count } of rows) {
      expect(seats.states).toContainEqual({ state, count });
      const shown = await editor.get(path(session.documentId, `/seats/rows?state=${state}&pageSize=2`));
      expect(shown.body.data).toHaveLength(Math.min(2, count));
    }
    const first = (await editor.get(path(session.documentId, '/seats/rows?state=confirmed&pageSize=2'))).body.data;
    const next = await editor.get(
      path(session.documentId, `/seats/rows?state=confirmed&pageSize=2&after=${first[1].id}`),
    );
    expect(next.body.data[0].id).not.toBe(first[1].id);
  });

  it('says so where a number is wrong, of this session only', async () => {
    const [right, wrong] = [await aRun(), await aRun()];
    await join(wrong.slug, 'ada@seats.example');
    await sql(`alter table sessions disable trigger webinars_guard_session`);
    await sql(`update sessions set registration_count = 7 where document_id = $1`, [wrong.documentId]);
    await sql(`alter table sessions enable trigger webinars_guard_session`);
    const seats = async (session: string) => (await editor.get(path(session, '/seats'))).body.data as SessionSeats;
    expect((await seats(right.documentId)).differences).toEqual([]);
    expect((await seats(wrong.documentId)).differences).toMatchObject([{ rule: 'counters', isRepairable: true }]);
    const german = await editor.get(path(wrong.documentId, '/seats?locale=de'));
    expect(german.body.data.differences).toMatchObject([{ found: 'belegt 7, wartend 0, teilgenommen 0' }]);
  });
});

describe('the line of a session', () => {
  const full = async (waiting: string[], data: Record<string, unknown> = {}) => {
    const session = await aRun({ capacity: 1, ...data });
    await join(session.slug, 'seated@line.example');
    for (const name of waiting) {
      clock.advance({ minutes: 1 });
      await join(session.slug, `${name}@line.example`);
    }
    return session;
  };
  const lineOf = async (session: string, query = ''): Promise<Waitlist> =>
    (await editor.get(path(session, `/waitlist${query}`))).body.data;
  const promote = (session: string, registration: string, verb: string, reason = 'Speaks for the sponsor') =>
    editor.post(path(session, `/waitlist/${registration}/${verb}`)).send({ reason });

  it('stands in order, with since when and why, a page at a time', async () => {
    const session = await full(['first', 'second', 'third']);
    const line = await lineOf(session.documentId);
    expect(line).toMatchObject({ total: 3, free: 0, block: 'no_seat' });
    expect(line.rows.map(({ place, email, reason }) => [place, email, reason])).toEqual([
      [1, 'first@line.example', 'arrived'],
      [2, 'second@line.example', 'arrived'],
      [3, 'third@line.example', 'arrived'],
    ]);
    expect(+new Date(line.rows[0]!.since)).toBe(+before({ days: 20 }) + 60_000);
    expect((await lineOf(session.documentId, '?after=2')).rows.map(({ place }) => place)).toEqual([3]);
  });

  it('gives a seat out of turn only where there is one, and says what to do where there is none', async () => {
    const session = await full(['first', 'second']);
    const { rows } = await lineOf(session.documentId);
    const refused = await promote(session.documentId, rows[1]!.documentId, 'promote');
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'NO_SEAT_FREE']);
    expect(refused.body.error.message).toContain('capacity');
    expect((await promote(session.documentId, rows[1]!.documentId, 'add-seat', ' ')).status).toBe(400);
    expect((await lineOf(session.documentId)).rows).toHaveLength(2);
  });

  it('keeps its order when somebody gets a seat added for them, and everyone can see why', async () => {
    const session = await full(['first', 'second', 'third']);
    const { rows } = await lineOf(session.documentId);
    clock.advance({ minutes: 1 });
    const added = await promote(session.documentId, rows[2]!.documentId, 'add-seat');
    expect([added.status, added.body.data]).toEqual([200, { state: 'confirmed' }]);
    const line = await lineOf(session.documentId);
    expect(line.rows.map(({ place, email, passedBy }) => [place, email, passedBy])).toEqual([
      [1, 'first@line.example', 1],
      [2, 'second@line.example', 1],
    ]);
    const [seats] = await sql(
      `select capacity, registration_count, waitlist_count from sessions where document_id = $1`,
      [session.documentId],
    );
    expect(seats).toEqual({ capacity: 2, registration_count: 2, waitlist_count: 2 });
    expect(await auditOf(session.documentId)).toMatchObject([
      {
        action: 'registration.promoted',
        before: { state: 'waitlisted', waitlistPosition: 3 },
        after: { state: 'confirmed' },
        data: { reason: 'Speaks for the sponsor', capacity: { from: 1, to: 2 } },
      },
    ]);
    const [told] = await sql(
      `select kind from webinars_mails where recipient = 'third@line.example' and kind = 'promoted'`,
    );
    expect(told).toEqual({ kind: 'promoted' });
    const again = await promote(session.documentId, rows[2]!.documentId, 'add-seat');
    expect([again.status, again.body.error.details.code]).toEqual([409, 'NOT_WAITING']);
    expect((await app.verify()).differences).toEqual([]);
  });

  it('lets who owes nothing pass a head that cannot pay', async () => {
    const session = await full(['first', 'second'], { allowWaitlist: true });
    await sql(`update registrations set payment_status = 'pending' where email = 'first@line.example'`);
    await save(session.documentId, { price: 4900, capacity: 2 });
    const line = await lineOf(session.documentId);
    expect(line).toMatchObject({ free: 1, block: 'no_checkout', total: 2 });
    const given = await promote(session.documentId, line.rows[1]!.documentId, 'promote');
    expect([given.status, given.body.data]).toEqual([200, { state: 'confirmed' }]);
    const stuck = await promote(session.documentId, line.rows[0]!.documentId, 'add-seat');
    expect([stuck.status, stuck.body.error.details.code]).toEqual([409, 'PAYMENT_UNAVAILABLE']);
  });

  it('adds no seat where more are taken than there are', async () => {
    const session = await full(['first']);
    await save(session.documentId, { capacity: 0 });
    const { rows } = await lineOf(session.documentId);
    const refused = await promote(session.documentId, rows[0]!.documentId, 'add-seat');
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'OVER_CAPACITY']);
  });

  it('gives one added seat to one of many who ask at once', async () => {
    const session = await full(['first', 'second']);
    const { rows } = await lineOf(session.documentId);
    const answers = await Promise.all(
      [0, 1, 2, 3].map(() => promote(session.documentId, rows[1]!.documentId, 'add-seat')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const [{ capacity }] = (await sql(`select capacity from sessions where document_id = $1`, [
      session.documentId,
    ])) as [{ capacity: number }];
    expect(capacity).toBe(2);
  });

  it('does not take somebody of another session, nor of one that is over', async () => {
    const [one, other] = [await full(['first']), await aRun()];
    const { rows } = await lineOf(one.documentId);
    expect((await promote(other.documentId, rows[0]!.documentId, 'promote')).status).toBe(404);
    clock.set(before({ days: -1 }));
    const late = await promote(one.documentId, rows[0]!.documentId, 'add-seat');
    expect([late.status, late.body.error.details.code]).toEqual([409, 'SESSION_OVER']);
  });
});

describe('the head of a session’s page', () => {
  it('has its title, time, seats and links in the reader’s language', async () => {
    const session = await aRun({ capacity: 1, requiresApproval: true });
    await join(session.slug, 'asks@head.example');
    const page = (await editor.get(path(session.documentId, '/page?locale=de'))).body.data;
    expect(page).toMatchObject({
      state: 'published',
      availability: 'open',
      datetime: START.toISOString(),
      capacity: 1,
      taken: 0,
      approvals: 1,
      links: { meeting: 'https://meet.example.com/room' },
    });
    expect(page.title).toMatch(/^Topic /);
    expect(page.speakers).toHaveLength(1);
    expect(page.links.publicPage).toMatch(/\?lang=de$/);
    const calendar = await request.get(new URL(page.links.calendar as string).pathname);
    expect(calendar.status).toBe(200);
    const draft = await aRun({ state: 'draft' });
    expect((await editor.get(path(draft.documentId, '/page'))).body.data.links).toMatchObject({ publicPage: null });
  });
});

describe('who may', () => {
  const endpoints = [
    [['sessions.read'], 'get', '/page'],
    [['sessions.read'], 'get', '/run-sheet'],
    [['mail.read'], 'get', '/run-sheet/preview?kind=confirmation'],
    [['sessions.manage'], 'post', '/reminders/7-days/hold'],
    [['sessions.manage'], 'post', '/reminders/7-days/release'],
    [['sessions.manage'], 'post', '/reminders/7-days/move'],
    [['sessions.read'], 'get', '/reminders/7-days/move?minutes=60'],
    [['mail.send'], 'post', '/reminders/7-days/send-now'],
    [['sessions.read'], 'get', '/seats'],
    [['registrations.read'], 'get', '/seats/rows?state=confirmed'],
    [['registrations.read'], 'get', '/waitlist'],
    [['registrations.manage'], 'post', '/waitlist/somebody/promote'],
    [['registrations.manage', 'sessions.manage'], 'post', '/waitlist/somebody/add-seat'],
  ] as const;

  it.each(endpoints)('needs %p for %s %s, and nothing else', async (actions, method, rest) => {
    const session = await aRun();
    const send = (requests: Pick<typeof request, 'get' | 'post'>) =>
      requests[method](path(session.documentId, rest)).send();
    expect((await send(request)).status).toBe(401);
    const all = endpoints.flatMap(([names]) => [...names] as string[]);
    for (const missing of actions) {
      const others = await staffWho(...new Set(all.filter((name) => name !== missing)));
      expect((await send(others)).status).toBe(403);
    }
    expect((await send(await staffWho(...actions))).status).not.toBe(403);
  });
});
