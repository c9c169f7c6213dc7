import { randomBytes } from 'node:crypto';
import { app, aSession, aSpeaker, clock, resetData, sql, strapi } from '../harness';
import { DEFAULT_REMINDERS, type ReminderRule } from '../../plugins/webinars/contracts/mail';
import { upcomingReminders } from '../../plugins/webinars/server/src/reminders';
import {
  before,
  cancel,
  DAY,
  forgetSettings,
  gotBy,
  HOUR,
  join,
  live,
  move,
  remindersOf,
  save,
  setSettings,
  START,
  tick,
} from './reminding';

let ADA: string;
const AFTER = before({ days: -3 });

const aRun = (data: Record<string, unknown> = {}) =>
  aSession({ datetime: START.toISOString(), capacity: null, ...data });

const eventsOf = async (session: string) =>
  (
    await sql<{ type: string }>(`select type from webinars_events where session_document_id = $1 order by id`, [
      session,
    ])
  ).map(({ type }) => type);

beforeEach(async () => {
  // An address of her own for each test: what the limit per address remembers outlives them.
  ADA = `ada-${randomBytes(6).toString('hex')}@example.com`;
  await resetData();
  await forgetSettings();
  clock.set(before({ days: 20 }));
});

afterAll(forgetSettings);

describe('whoever registers', () => {
  it('early gets every reminder at its instant, once, in their language', async () => {
    const session = await aRun();
    await join(session.slug, ADA, { language: 'de' });
    await live(before({ days: 20 }), AFTER, HOUR);
    expect((await remindersOf(session.documentId)).filter(({ recipient }) => recipient === ADA)).toEqual([
      { kind: 'reminder_7d', rule: '7-days', recipient: ADA, version: 0, locale: 'de', at: before({ days: 7 }) },
      { kind: 'reminder_2d', rule: '2-days', recipient: ADA, version: 0, locale: 'de', at: before({ days: 2 }) },
      { kind: 'reminder_2h', rule: '2-hours', recipient: ADA, version: 0, locale: 'de', at: before({ hours: 2 }) },
      {
        kind: 'follow_up',
        rule: 'follow-up',
        recipient: ADA,
        version: 0,
        locale: 'de',
        at: before({ days: -1, hours: -1 }),
      },
    ]);
  });

  it('late gets only what is still ahead', async () => {
    const session = await aRun();
    await live(before({ days: 8 }), before({ days: 4 }));
    await join(session.slug, ADA);
    await live(before({ days: 4 }), AFTER, HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours', 'follow-up']);
  });

  it('an hour before gets none before the start', async () => {
    const session = await aRun();
    await live(before({ days: 8 }), before({ hours: 1 }));
    await join(session.slug, ADA);
    await live(before({ minutes: 59 }), before({ minutes: -30 }), HOUR / 4);
    expect(await gotBy(session.documentId, ADA)).toEqual([]);
    await live(before({ minutes: -60 }), AFTER);
    expect(await gotBy(session.documentId, ADA)).toEqual(['follow-up']);
  });

  it('in the very second of an instant, before the minute that plans it, gets none', async () => {
    const session = await aRun();
    await join(session.slug, 'early@example.com');
    clock.set(before({ days: 7 }));
    await join(session.slug, ADA);
    await tick(new Date(+before({ days: 7 }) + 30_000));
    expect((await remindersOf(session.documentId)).map(({ recipient }) => recipient)).toEqual(['early@example.com']);
  });

  it('and waits, for a seat, approval or payment, or has cancelled, gets none', async () => {
    app.registrationDeps.ports.startCheckout = async ({ reference }) => ({ checkoutUrl: `https://pay/${reference}` });
    const full = await aRun({ capacity: 1 });
    await join(full.slug, ADA);
    expect(await join(full.slug, 'waiting@example.com')).toMatchObject({ state: 'waitlisted' });
    const approved = await aRun({ requiresApproval: true });
    expect(await join(approved.slug, 'pending@example.com')).toMatchObject({ state: 'pending_approval' });
    const paid = await aRun({ price: 4900 });
    expect(await join(paid.slug, 'paying@example.com')).toMatchObject({ state: 'pending_payment' });
    app.registrationDeps.ports.startCheckout = null;
    const { reference } = await join((await aRun()).slug, 'gone@example.com');
    await cancel(reference);
    await live(before({ days: 8 }), AFTER);
    const people = await sql<{ recipient: string }>(
      `select distinct recipient from webinars_mails where kind in ('reminder_7d', 'reminder_2d', 'reminder_2h', 'follow_up')`,
    );
    expect(people).toEqual([{ recipient: ADA }]);
  });

  it('and is promoted late gets what is ahead of the promotion', async () => {
    const session = await aRun({ capacity: 1 });
    const { reference } = await join(session.slug, 'first@example.com');
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 3 }));
    await cancel(reference);
    await live(before({ days: 3 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours']);
    expect(await gotBy(session.documentId, 'first@example.com')).toEqual(['7-days']);
  });

  it('and was approved or has paid late gets what is ahead of that', async () => {
    const session = await aRun({ requiresApproval: true });
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    const [{ id }] = (await sql(`select document_id as id from registrations`)) as [{ id: string }];
    await app.registrations.approve(id);
    await live(before({ days: 6 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours']);
  });

  it('stands in rows without a history, such as imported ones, by when they registered', async () => {
    const session = await aRun();
    await sql(
      `insert into registrations (document_id, reference, session_document_id, email, state, locale, registered_at)
       select 'old-' || n, 'OLD' || n, $1, 'old-' || n || '@example.com', 'confirmed', null, $2::timestamptz at time zone 'UTC' + make_interval(days => n)
         from generate_series(0, 1) n`,
      [session.documentId, before({ days: 7, hours: 1 })],
    );
    await tick(before({ days: 5 }));
    expect(await remindersOf(session.documentId)).toMatchObject([{ recipient: 'old-0@example.com', locale: 'en' }]);
  });

  it('hears from us after the session whether they came or not', async () => {
    const session = await aRun();
    for (const name of ['came', 'stayed-away', 'nobody-knows']) await join(session.slug, `${name}@example.com`);
    await live(before({ minutes: 5 }), before({ hours: -2 }), HOUR);
    await sql(`update registrations set state = 'attended' where email = 'came@example.com'`);
    await sql(`update registrations set state = 'no_show' where email = 'stayed-away@example.com'`);
    await tick(before({ days: -1, hours: -1 }));
    expect((await remindersOf(session.documentId)).filter(({ kind }) => kind === 'follow_up')).toHaveLength(3);
  });
});

describe('a session that moves', () => {
  it('back and forth before anything was due reminds once, of where it ended up', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    for (const days of [3, -2, 0]) await move(session.documentId, before({ days }));
    await live(before({ days: 12 }), before({ hours: 1 }), HOUR);
    const reminders = await remindersOf(session.documentId);
    expect(
      reminders.filter(({ recipient }) => recipient === ADA).map(({ rule, version, at }) => [rule, version, at]),
    ).toEqual([
      ['7-days', 3, before({ days: 7 })],
      ['2-days', 3, before({ days: 2 })],
      ['2-hours', 3, before({ hours: 2 })],
    ]);
  });

  it('by a month after a reminder reminds again', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    await move(session.documentId, before({ days: -30 }));
    await live(before({ days: 6 }), before({ days: -29 }), DAY);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '7-days', '2-days']);
  });

  it('by exactly a week reminds again a week before', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(new Date(+before({ days: 7 }) + 42_000));
    await move(session.documentId, before({ days: -7 }));
    await live(before({ days: 6 }), before({ days: -6 }), 12 * HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '7-days', '2-days']);
  });

  it('by a day after a reminder does not repeat it', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 7, hours: -1 }), HOUR);
    await move(session.documentId, before({ days: -1 }));
    await live(before({ days: 6, hours: 23 }), before({ days: -1, hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '2-days', '2-hours']);
  });

  it('forward after a reminder sends only what is ahead then', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    await move(session.documentId, before({ days: 3 }));
    await live(before({ days: 6 }), before({ days: 3, hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '2-days', '2-hours']);
    expect((await remindersOf(session.documentId)).find(({ rule }) => rule === '2-days')).toMatchObject({
      version: 1,
      at: before({ days: 5 }),
    });
  });

  it('to within two days sends the last reminder only', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 10 }), before({ days: 9 }));
    await move(session.documentId, before({ days: 8 }));
    await live(before({ days: 9 }), before({ days: 8, hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-hours']);
  });

  it('to another day does not take the reminders of those who were to come later along', async () => {
    const session = await aRun();
    await live(before({ days: 8 }), before({ days: 6 }));
    await join(session.slug, ADA);
    await move(session.documentId, before({ days: -1 }));
    await live(before({ days: 6 }), before({ days: -1, hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours']);
  });
});

describe('a session', () => {
  it('that is cancelled or a draft reminds nobody', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    const draft = await aRun({ state: 'draft' });
    await save(session.documentId, { state: 'cancelled' });
    await live(before({ days: 8 }), AFTER);
    expect([await remindersOf(session.documentId), await remindersOf(draft.documentId)]).toEqual([[], []]);
  });

  it('that is published late reminds its speaker of what is still ahead only', async () => {
    const speaker = await aSpeaker({ email: 'speaker@example.com' });
    const [late, early] = [
      await aRun({ state: 'draft', speaker: speaker.documentId }),
      await aRun({ state: 'draft', speaker: speaker.documentId }),
    ];
    await tick(before({ days: 3, hours: 1 }));
    await save(early.documentId, { state: 'published' });
    await tick(before({ days: 3 }));
    await tick(before({ days: 2, hours: 1 }));
    await save(late.documentId, { state: 'published' });
    await live(before({ days: 2 }), before({ hours: 1 }));
    expect(await gotBy(early.documentId, 'speaker@example.com')).toEqual(['speaker-alert']);
    expect(await gotBy(late.documentId, 'speaker@example.com')).toEqual([]);
  });

  it('that is a copy has the reminders of the original and nothing that was sent', async () => {
    const original = await aRun({ reminders: [{ rule: '2-days', isOn: false }] });
    await join(original.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    const cloned = await strapi.documents('api::session.session').clone({
      documentId: original.documentId,
      data: { datetime: before({ days: -10 }).toISOString() } as never,
    });
    const copy = cloned!.entries[0] as unknown as { documentId: string; slug: string };
    await save(copy.documentId, { state: 'published' });
    await join(copy.slug, ADA);
    await live(before({ days: 6 }), before({ days: -14 }), 2 * HOUR);
    expect(await gotBy(original.documentId, ADA)).toEqual(['7-days', '2-hours', 'follow-up']);
    expect((await remindersOf(copy.documentId)).filter(({ recipient }) => recipient === ADA)).toMatchObject([
      { rule: '7-days', at: before({ days: -3 }) },
      { rule: '2-hours', at: before({ days: -10, hours: 2 }) },
      { rule: 'follow-up', at: before({ days: -11, hours: -2 }) },
    ]);
  });

  it('whose language or meeting link changes between two reminders repeats none', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    await save(session.documentId, { meetingUrl: 'https://meet.example.com/other' });
    await live(before({ days: 6 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '2-days', '2-hours']);
  });
});

describe('after an outage', () => {
  it('of six days one reminder goes out, the nearest', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 7, hours: 1 }));
    await live(before({ days: 1, hours: 1 }), before({ days: 1 }), HOUR / 4);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days']);
  });

  it('beyond the start none goes out', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 7, hours: 1 }));
    await live(before({}), before({ hours: -2 }), HOUR / 4);
    expect(await remindersOf(session.documentId)).toEqual([]);
  });

  it('of more than a week there is no follow-up either', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 7, hours: 1 }));
    await live(before({ days: -8, hours: -1 }), before({ days: -9 }));
    expect(await remindersOf(session.documentId)).toEqual([]);
  });

  it('what was missed stays missed, even where the rule that followed is switched off', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 1, hours: 12 }));
    await setSettings({
      reminders: DEFAULT_REMINDERS.map((rule) => (rule.id === '2-days' ? { ...rule, isOn: false } : rule)),
      rulesSince: { '2-days': clock.now().toISOString() },
    });
    await live(before({ days: 1 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours']);
  });
});

describe('a rule that staff change', () => {
  const alter = (id: string, change: Partial<ReminderRule>) =>
    setSettings({
      reminders: DEFAULT_REMINDERS.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
      rulesSince: { [id]: clock.now().toISOString() },
    });

  it('is followed from then on: switched off it sends nothing, switched on after its instant neither', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await alter('7-days', { isOn: false });
    await live(before({ days: 8 }), before({ days: 6 }));
    await alter('7-days', { isOn: true });
    await live(before({ days: 6 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days', '2-hours']);
  });

  it('to an instant that has passed sends nothing, and to one ahead sends then', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 10 }));
    await alter('7-days', { minutes: 14 * 1440 });
    await live(before({ days: 10 }), before({ days: 9 }));
    expect(await remindersOf(session.documentId)).toEqual([]);
    await alter('7-days', { minutes: 5 * 1440 });
    await live(before({ days: 9 }), before({ days: 4 }));
    expect(await remindersOf(session.documentId)).toMatchObject([{ rule: '7-days', at: before({ days: 5 }) }]);
  });

  it('after it was followed repeats only by its own new distance', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 6 }));
    await alter('7-days', { minutes: 5 * 1440 });
    await live(before({ days: 6 }), before({ days: 4 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days']);
    await alter('7-days', { minutes: 3 * 1440 });
    await live(before({ days: 4 }), before({ days: 2, hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '7-days']);
  });

  it('is added after its instant: not for this session any more', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 4 }));
    const added = { ...DEFAULT_REMINDERS[0]!, id: 'five-days', minutes: 5 * 1440 };
    await setSettings({
      reminders: [...DEFAULT_REMINDERS, added],
      rulesSince: { 'five-days': clock.now().toISOString() },
    });
    await live(before({ days: 4 }), before({ hours: 1 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days', '2-days', '2-hours']);
  });

  it('asks of sessions what it asks: price, kind and language', async () => {
    const only = (only: Partial<ReminderRule['only']>) => ({ price: null, sessionType: null, language: null, ...only });
    await setSettings({
      reminders: [
        { ...DEFAULT_REMINDERS[0]!, id: 'free', only: only({ price: 'free' }) },
        { ...DEFAULT_REMINDERS[0]!, id: 'paid', only: only({ price: 'paid' }) },
        { ...DEFAULT_REMINDERS[0]!, id: 'workshop', only: only({ sessionType: 'workshop' }) },
        { ...DEFAULT_REMINDERS[0]!, id: 'german', only: only({ language: 'de' }) },
      ],
    });
    const plain = await aRun();
    const german = await aRun({ language: 'de', sessionType: 'workshop' });
    for (const session of [plain, german]) await join(session.slug, ADA);
    await tick(before({ days: 7 }));
    expect((await gotBy(plain.documentId, ADA)).sort()).toEqual(['free']);
    expect((await gotBy(german.documentId, ADA)).sort()).toEqual(['free', 'german', 'workshop']);
  });
});

describe('a session’s own word about a reminder', () => {
  it('goes before the settings: off, on, and at another distance', async () => {
    await setSettings({
      reminders: DEFAULT_REMINDERS.map((rule) => (rule.id === '2-days' ? { ...rule, isOn: false } : rule)),
    });
    const session = await aRun({
      reminders: [
        { rule: '7-days', minutes: 14 * 1440 },
        { rule: '2-days', isOn: true },
        { rule: '2-hours', isOn: false },
      ],
    });
    await join(session.slug, ADA);
    await live(before({ days: 20 }), before({ hours: 1 }), HOUR);
    expect((await remindersOf(session.documentId)).filter(({ recipient }) => recipient === ADA)).toMatchObject([
      { rule: '7-days', at: before({ days: 14 }) },
      { rule: '2-days', at: before({ days: 2 }) },
    ]);
  });

  it('reaches further than any rule of the settings, before and after', async () => {
    const session = await aRun({
      reminders: [
        { rule: '7-days', minutes: 8 * 1440 },
        { rule: 'follow-up', minutes: 60 * 1440 },
      ],
    });
    await join(session.slug, ADA);
    await live(before({ days: 9 }), before({ days: 7 }), HOUR);
    await live(before({ hours: 1 }), before({ days: -3 }), DAY);
    await live(before({ days: -59 }), before({ days: -62 }), HOUR);
    expect((await remindersOf(session.documentId)).filter(({ recipient }) => recipient === ADA)).toMatchObject([
      { rule: '7-days', at: before({ days: 8 }) },
      { rule: '2-hours' },
      { rule: 'follow-up', at: before({ days: -60, hours: -1 }) },
    ]);
  });

  it('is told as an event when it changes, with the rules it is about, and only then', async () => {
    const session = await aRun({ reminders: [{ rule: '7-days', isOn: false }] });
    await save(session.documentId, { reminders: [{ rule: '7-days', isOn: false }] });
    await save(session.documentId, { materialsUrl: 'https://example.com/slides' });
    expect(await eventsOf(session.documentId)).toEqual(['session.published']);
    await save(session.documentId, { reminders: [{ rule: '2-days', minutes: 60 }] });
    expect(
      await sql(
        `select data->'rules' as rules from webinars_events where type = 'session.reminders_changed' and session_document_id = $1`,
        [session.documentId],
      ),
    ).toEqual([{ rules: '["2-days", "7-days"]' }]);
  });

  it('that comes after the instant sends nothing, and leaves the other rules alone', async () => {
    const session = await aRun({ reminders: [{ rule: '7-days', isOn: false }] });
    await join(session.slug, ADA);
    await live(before({ days: 8 }), before({ days: 2, hours: 1 }));
    clock.set(new Date(+before({ days: 2 }) + 20_000));
    await save(session.documentId, { reminders: [{ rule: '7-days', isOn: true }] });
    await live(new Date(+before({ days: 2 }) + 60_000), before({ hours: 3 }), HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['2-days']);
  });

  it('about a reminder that does not exist is refused, and nothing is saved', async () => {
    const session = await aRun();
    await expect(
      save(session.documentId, { reminders: [{ rule: '7days' }], materialsUrl: '/x' }),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      details: {
        errors: [
          { path: ['reminders', '0', 'rule'], message: expect.stringContaining('No reminder is called "7days"') },
        ],
      },
    });
    await expect(
      save(session.documentId, { reminders: [{ rule: '7-days' }, { rule: '7-days', isOn: false }] }),
    ).rejects.toThrow('twice');
    await expect(aRun({ reminders: [{ rule: 'nothing' }] })).rejects.toThrow('No reminder is called "nothing"');
    await expect(save(session.documentId, { reminders: [{ rule: '7-days', minutes: 0 }] })).rejects.toThrow('1');
    expect(await eventsOf(session.documentId)).toEqual(['session.published']);
  });

  it('about a reminder that was removed since does not keep anybody from saving the rest', async () => {
    const session = await aRun({ reminders: [{ rule: '7-days', isOn: false }] });
    await setSettings({ reminders: DEFAULT_REMINDERS.filter(({ id }) => id !== '7-days') });
    await save(session.documentId, {
      reminders: [{ rule: '7-days', isOn: false }],
      materialsUrl: 'https://example.com',
    });
    await expect(save(session.documentId, { reminders: [{ rule: '14-days' }] })).rejects.toThrow('14-days');
  });
});

describe('when the clocks change', () => {
  it.each([
    ['forward', '2026-03-30T08:00:00Z', '2026-03-23T09:00:00Z'],
    ['back', '2026-10-26T09:00:00Z', '2026-10-19T08:00:00Z'],
  ])('%s, a reminder of ten o’clock goes out at ten o’clock', async (_, starts, due) => {
    const start = new Date(starts);
    clock.set(before({ days: 20 }, start));
    const session = await aRun({ datetime: starts, timezone: 'Europe/Berlin' });
    await join(session.slug, ADA);
    await tick(new Date(Date.parse(due) - 60_000));
    expect(await remindersOf(session.documentId)).toEqual([]);
    await tick(new Date(due));
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days']);
    await live(new Date(due), before({ days: 3 }, start), 6 * HOUR);
    expect(await gotBy(session.documentId, ADA)).toEqual(['7-days']);
  });
});

describe('the team', () => {
  it('hears once: each speaker who wants mail, whatever the roles, and the programme manager', async () => {
    const lead = await aSpeaker({ email: 'Lead@example.com' });
    await strapi.documents('api::speaker.speaker').update({
      documentId: lead.documentId,
      locale: 'de',
      data: { slug: 'lead-de' } as never,
    });
    const twin = await aSpeaker({ email: 'lead@example.com' });
    const quiet = await aSpeaker({ email: 'quiet@example.com', integration: { emailNotifications: false } });
    const gone = await aSpeaker({ email: 'gone@example.com', isActive: false });
    const panelist = await aSpeaker({ email: 'panel@example.com', integration: { emailNotifications: true } });
    await setSettings({
      programmeManager: { name: null, email: 'Boss@Example.com', locale: 'de', sessionReminders: true },
    });
    const session = await aRun({
      language: 'de',
      speaker: lead.documentId,
      moderator: lead.documentId,
      panelists: [twin.documentId, panelist.documentId, quiet.documentId],
      backupFacilitator: gone.documentId,
    });
    await live(before({ days: 8 }), AFTER, 6 * HOUR);
    expect(
      (await remindersOf(session.documentId)).map(({ kind, recipient, locale }) => [kind, recipient, locale]),
    ).toEqual([
      ['speaker_alert', 'lead@example.com', 'de'],
      ['speaker_alert', 'panel@example.com', 'de'],
      ['programme_summary', 'boss@example.com', 'de'],
    ]);
    const keys = await sql<{ ok: boolean }>(
      `select bool_and((speaker_document_id is not null) = (kind = 'speaker_alert') and registration_document_id is null) as ok
         from webinars_mails where kind in ('speaker_alert', 'programme_summary')`,
    );
    expect(keys).toEqual([{ ok: true }]);
  });

  it('is not told twice where the session moves by less than the rule’s distance', async () => {
    await setSettings({
      programmeManager: { name: null, email: 'boss@example.com', locale: 'en', sessionReminders: true },
    });
    const speaker = await aSpeaker({ email: 'lead@example.com' });
    const session = await aRun({ speaker: speaker.documentId });
    await live(before({ days: 4 }), before({ days: 1, hours: 20 }));
    await move(session.documentId, before({ days: -1 }));
    await live(before({ days: 1, hours: 20 }), before({ days: -1, hours: 1 }), HOUR);
    expect((await remindersOf(session.documentId)).map(({ recipient }) => recipient)).toEqual([
      'lead@example.com',
      'boss@example.com',
    ]);
  });

  it('without a manager, or with one who wants no reminders, is the speakers', async () => {
    await setSettings({
      programmeManager: { name: null, email: 'boss@example.com', locale: 'en', sessionReminders: false },
    });
    const session = await aRun();
    await live(before({ days: 4 }), before({ days: 1 }));
    expect((await remindersOf(session.documentId)).map(({ kind }) => kind)).toEqual(['speaker_alert']);
  });
});

describe('the reminders of a session', () => {
  const told = async (session: string) =>
    (await upcomingReminders(app.database.read, session, clock.now()))!.map(({ rule, state, mails }) => [
      rule,
      state,
      mails,
    ]);

  it('are told with what was written, what is to come, what was missed and what is off', async () => {
    const session = await aRun({ reminders: [{ rule: '2-hours', isOn: false }] });
    await join(session.slug, ADA);
    await join(session.slug, 'bob@example.com');
    expect((await upcomingReminders(app.database.read, session.documentId, clock.now()))![0]).toEqual({
      rule: '7-days',
      template: 'reminder_7d',
      audience: 'attendee',
      minutes: 7 * 1440,
      isOverridden: false,
      state: 'to_come',
      dueAt: before({ days: 7 }).toISOString(),
      until: before({ days: 2 }).toISOString(),
      mails: null,
    });
    await tick(before({ days: 7 }));
    expect(await told(session.documentId)).toEqual([
      ['7-days', 'planned', 2],
      ['speaker-alert', 'to_come', null],
      ['2-days', 'to_come', null],
      ['programme-summary', 'to_come', null],
      ['2-hours', 'off', null],
      ['follow-up', 'to_come', null],
    ]);
    await tick(before({}));
    expect(await told(session.documentId)).toEqual([
      ['7-days', 'planned', 2],
      ['speaker-alert', 'over', null],
      ['2-days', 'over', null],
      ['programme-summary', 'over', null],
      ['2-hours', 'off', null],
      ['follow-up', 'to_come', null],
    ]);
    expect(await upcomingReminders(app.database.read, 'nothing', clock.now())).toBeNull();
  });

  it('start anew with the place where a session is moved to', async () => {
    const session = await aRun();
    await join(session.slug, ADA);
    await tick(before({ days: 7 }));
    await move(session.documentId, before({ days: -30 }));
    expect((await told(session.documentId))[0]).toEqual(['7-days', 'to_come', null]);
  });
});
