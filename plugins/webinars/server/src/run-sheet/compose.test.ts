import fc from 'fast-check';
import type { RunSheetItem } from '../../../contracts/run-sheet';
import { composeRunSheet, stateOfMails, type SheetFacts } from './compose';
import type { MailGroup, SheetEvent } from './facts';
import type { SheetReminder } from './ports';

const NOW = new Date('2026-06-01T08:00:00Z');
const HOUR = 3_600_000;
const hours = (count: number): Date => new Date(+NOW + count * HOUR);

const facts = (some: Partial<SheetFacts> = {}, session: Partial<SheetFacts['session']> = {}): SheetFacts => ({
  session: {
    documentId: 'session',
    state: 'published',
    datetime: hours(24),
    duration: 60,
    timezone: 'Europe/Berlin',
    createdAt: hours(-100),
    createdBy: null,
    registrationOpensAt: null,
    registrationClosesAt: null,
    scheduledPublishAt: null,
    price: 0,
    earlyBirdPrice: null,
    earlyBirdEndsAt: null,
    ...session,
  },
  events: [],
  mails: [],
  messages: [],
  holds: null,
  syncs: [],
  reminders: [],
  ...some,
});

const group = (some: Partial<MailGroup>): MailGroup => ({
  kind: 'confirmation',
  message: null,
  version: null,
  rule: null,
  dueAt: null,
  firstAt: hours(-10),
  lastAt: hours(-2),
  sent: 0,
  waiting: 0,
  failed: 0,
  skipped: 0,
  cancelled: 0,
  ...some,
});

const event = (type: SheetEvent['type'], at: Date, data: Record<string, unknown> = {}): SheetEvent => ({
  id: `${type} ${+at}`,
  type,
  at,
  data,
});

const reminder = (some: Partial<SheetReminder> = {}): SheetReminder => ({
  rule: '2-days',
  template: 'reminder_2d',
  audience: 'attendee',
  minutes: 60,
  usualMinutes: 60,
  since: null,
  isOverridden: false,
  isHeld: false,
  state: 'to_come',
  dueAt: hours(1).toISOString(),
  until: hours(24).toISOString(),
  mails: null,
  acts: ['move', 'hold', 'send_now'],
  revision: 'r',
  recipients: 3,
  unreached: 0,
  ...some,
});

const named = <Kind extends RunSheetItem['kind']>(items: RunSheetItem[], kind: Kind) =>
  items.filter((item): item is Extract<RunSheetItem, { kind: Kind }> => item.kind === kind);

describe('mails together', () => {
  it('need somebody when one failed, wait while one waits, and are done otherwise', () => {
    const none = { sent: 0, waiting: 0, failed: 0, skipped: 0, cancelled: 0 };
    expect(stateOfMails({ ...none, sent: 9, waiting: 1, failed: 1 })).toBe('failed');
    expect(stateOfMails({ ...none, sent: 9, waiting: 1 })).toBe('due');
    expect(stateOfMails({ ...none, sent: 9, skipped: 1 })).toBe('done');
  });
});

describe('mails on the run sheet', () => {
  it('are one line a kind, from the first to the last', () => {
    const items = composeRunSheet(facts({ mails: [group({ sent: 3 }), group({ kind: 'cancelled', sent: 1 })] }), NOW);
    expect(named(items, 'mails').map(({ template, at, since }) => [template, since, at])).toEqual([
      ['cancelled', hours(-10).toISOString(), hours(-2).toISOString()],
      ['confirmation', hours(-10).toISOString(), hours(-2).toISOString()],
    ]);
  });

  it('of a move stand with that move, and by themselves where nobody knows of it', () => {
    const timing = { datetime: hours(24).toISOString(), duration: 60, timezone: 'Europe/Berlin' };
    const moved = (version: number, at: Date) =>
      event('session.moved', at, { scheduleVersion: version, from: timing, to: timing });
    const mails = [1, 2, 3].map((version) => group({ kind: 'session_moved', version, sent: version }));
    const items = composeRunSheet(facts({ mails, events: [moved(1, hours(-9)), moved(2, hours(-5))] }), NOW);
    expect(named(items, 'moved').map((item) => item.mails?.sent)).toEqual([1, 2]);
    expect(named(items, 'mails').map((item) => item.mails.sent)).toEqual([3]);
  });

  it('of a message stand with that message', () => {
    const items = composeRunSheet(
      facts({
        mails: [group({ kind: 'staff_message', message: '7', sent: 2, failed: 1 })],
        messages: [{ id: '7', at: hours(-1), by: 'Edith', subject: 'The room', isCancelled: false }],
      }),
      NOW,
    );
    expect(named(items, 'message')).toMatchObject([{ state: 'failed', mails: { sent: 2, failed: 1 } }]);
    expect(named(items, 'mails')).toEqual([]);
  });
});

describe('a reminder on the run sheet', () => {
  const states = (some: Partial<SheetReminder>, more: Partial<SheetFacts> = {}) =>
    named(composeRunSheet(facts({ reminders: [reminder(some)], ...more }), NOW), 'reminder').map(({ state }) => state);

  it.each([
    ['is planned while its instant is ahead', { dueAt: hours(1).toISOString() }, ['planned']],
    ['is due in the minute that plans it', { dueAt: hours(-0.01).toISOString() }, ['due']],
    ['is held where the session says so', { isHeld: true, state: 'off' as const }, ['held']],
    ['was missed where its time is over', { state: 'over' as const, dueAt: hours(-2).toISOString() }, ['missed']],
    [
      'is done where there was nobody to write to',
      { state: 'planned' as const, dueAt: hours(-2).toISOString() },
      ['done'],
    ],
    [
      'was never to be where its instant is older than the session',
      { state: 'over' as const, dueAt: hours(-101).toISOString() },
      [],
    ],
  ])('%s', (_, some, expected) => expect(states(some)).toEqual(expected));

  it('was never to be for an instant before the session was published, moved, or the reminder changed', () => {
    const over = { state: 'over' as const, dueAt: hours(-5).toISOString() };
    for (const type of ['session.published', 'session.moved'] as const) {
      expect(states(over, { events: [event(type, hours(-4), { from: {}, to: {} })] })).toEqual([]);
      expect(states(over, { events: [event(type, hours(-6), { from: {}, to: {} })] })).toEqual(['missed']);
    }
    const changed = (rules: string[]) => ({ events: [event('session.reminders_changed', hours(-4), { rules })] });
    expect(states(over, changed(['2-days']))).toEqual([]);
    expect(states(over, changed(['7-days']))).toEqual(['missed']);
    expect(states({ ...over, since: hours(-4).toISOString() })).toEqual([]);
  });

  it('stands where its mails were written, also when that was before its time', () => {
    const dueAt = hours(20).toISOString();
    const sent = group({ kind: 'reminder_2d', rule: '2-days', dueAt, sent: 3, firstAt: hours(-1), lastAt: hours(-1) });
    const items = composeRunSheet(
      facts({ mails: [sent], reminders: [reminder({ state: 'planned', dueAt, acts: [] })] }),
      NOW,
    );
    expect(named(items, 'reminder')).toMatchObject([
      { at: hours(-1).toISOString(), state: 'done', mails: { sent: 3 }, actions: ['preview'] },
    ]);
  });

  it('of a date that the session no longer has stands beside the one to come', () => {
    const sent = group({ kind: 'reminder_2d', rule: '2-days', dueAt: hours(-3).toISOString(), sent: 3 });
    const items = named(composeRunSheet(facts({ mails: [sent], reminders: [reminder()] }), NOW), 'reminder');
    expect(items.map(({ minutes, state }) => [minutes, state])).toEqual([
      [null, 'done'],
      [60, 'planned'],
    ]);
  });
});

describe('a session on its run sheet', () => {
  it('that was cancelled has nothing ahead', () => {
    const items = composeRunSheet(
      facts(
        { events: [event('session.cancelled', hours(-1))], reminders: [reminder({ state: 'over', acts: [] })] },
        { state: 'cancelled', registrationClosesAt: hours(2) },
      ),
      NOW,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['created', 'cancelled']);
  });

  it('that ended early ended then', () => {
    const items = composeRunSheet(
      facts(
        { events: [event('session.completed', hours(-1))] },
        { state: 'completed', datetime: hours(-1.5), duration: 120 },
      ),
      NOW,
    );
    expect(named(items, 'ends').map(({ at, state }) => [at, state])).toEqual([[hours(-1).toISOString(), 'done']]);
  });

  it('that is a draft says when it is published, and that this is due', () => {
    const publication = (at: Date) =>
      named(composeRunSheet(facts({}, { state: 'draft', scheduledPublishAt: at }), NOW), 'published').map(
        ({ state }) => state,
      );
    expect([publication(hours(1)), publication(hours(-1))]).toEqual([['planned'], ['due']]);
  });

  it('has its items in the order of time, each once, whatever there is', () => {
    const instant = fc.integer({ min: -200, max: 200 }).map(hours);
    const anyFacts = fc
      .record({
        opens: fc.option(instant),
        closes: fc.option(instant),
        start: instant,
        due: fc.array(instant, { maxLength: 4 }),
        events: fc.array(
          fc.tuple(fc.constantFrom('session.published' as const, 'session.capacity_changed' as const), instant),
        ),
        kinds: fc.uniqueArray(fc.constantFrom('confirmation' as const, 'cancelled' as const, 'promoted' as const)),
      })
      .map(({ opens, closes, start, due, events, kinds }) =>
        facts(
          {
            events: events.map(([type, at], index) => ({ ...event(type, at, { from: 1, to: 2 }), id: String(index) })),
            mails: kinds.map((kind) => group({ kind, sent: 1 })),
            reminders: due.map((at, index) => reminder({ rule: `rule-${index}`, dueAt: at.toISOString() })),
          },
          { datetime: start, registrationOpensAt: opens, registrationClosesAt: closes },
        ),
      );
    fc.assert(
      fc.property(anyFacts, (given) => {
        const items = composeRunSheet(given, NOW);
        expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort());
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });
});
