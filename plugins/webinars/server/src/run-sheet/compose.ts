import type { MailCounts, Moment, RunSheetItem, RunSheetState } from '../../../contracts/run-sheet';
import { REMINDER_KINDS, type ReminderKind } from '../../../contracts/mail';
import { MAIL_KINDS } from '../../../contracts/mail';
import { endsAt } from '../sessions';
import type { MailGroup, SheetEvent, SheetHolds, SheetMessage, SheetSession } from './facts';
import type { SheetReminder, SheetSync } from './ports';

/** Everything a run sheet is made of. */
export type SheetFacts = {
  session: SheetSession;
  events: readonly SheetEvent[];
  mails: readonly MailGroup[];
  messages: readonly SheetMessage[];
  holds: SheetHolds | null;
  syncs: readonly SheetSync[];
  reminders: readonly SheetReminder[];
};

const NO_MAILS: MailCounts = { sent: 0, waiting: 0, failed: 0, skipped: 0, cancelled: 0 };

const countsOf = ({ sent, waiting, failed, skipped, cancelled }: MailCounts): MailCounts => ({
  sent,
  waiting,
  failed,
  skipped,
  cancelled,
});

const COUNTS = Object.keys(NO_MAILS) as (keyof MailCounts)[];

const sum = (groups: readonly MailCounts[]): MailCounts =>
  groups.reduce(
    (total, one) => Object.fromEntries(COUNTS.map((name) => [name, total[name] + one[name]])) as MailCounts,
    NO_MAILS,
  );

/** How mails stand together: one that failed needs somebody, one that waits is not done. */
export const stateOfMails = ({ failed, waiting }: MailCounts): RunSheetState =>
  failed > 0 ? 'failed' : waiting > 0 ? 'due' : 'done';

const isReminder = (kind: string): kind is ReminderKind => (REMINDER_KINDS as readonly string[]).includes(kind);

/** When the session was cancelled; null where it was not. */
const cancelledAt = ({ session, events }: SheetFacts): Date | null =>
  session.state === 'cancelled' ? (events.findLast(({ type }) => type === 'session.cancelled')?.at ?? null) : null;

/** Moments that the session's own fields name. What has not come by the cancellation never will. */
const moments = (facts: SheetFacts, now: Date): RunSheetItem[] => {
  const { session } = facts;
  const { state } = session;
  const cancelled = cancelledAt(facts);
  const completed = facts.events.findLast(({ type }) => type === 'session.completed')?.at ?? null;
  const end = endsAt(session);
  const ended = state === 'completed' && completed && completed < end ? completed : end;
  const closes = session.registrationClosesAt;
  const given: [Moment, Date | null][] = [
    ['published', state === 'draft' ? session.scheduledPublishAt : null],
    ['registration_opens', session.registrationOpensAt],
    ['early_bird_ends', session.price > 0 && session.earlyBirdPrice !== null ? session.earlyBirdEndsAt : null],
    ['registration_closes', closes && closes < end ? closes : null],
    ['starts', session.datetime],
    ['ends', ended],
  ];
  return given.flatMap(([kind, at]): RunSheetItem[] => {
    if (!at || (cancelled && at > cancelled) || (state === 'cancelled' && at > now)) return [];
    const isAhead = at > now;
    // Of a draft nothing opens, closes or takes place: only what is ahead of it says something.
    if (state === 'draft' && !isAhead && kind !== 'published') return [];
    const standing: RunSheetState = isAhead ? 'planned' : state === 'draft' ? 'due' : 'done';
    return [
      { id: kind === 'published' ? 'publication' : kind, kind, at: at.toISOString(), state: standing, actions: [] },
    ];
  });
};

type Timed = { datetime: string; duration: number; timezone: string };

const fromEvent = (event: SheetEvent, facts: SheetFacts): RunSheetItem[] => {
  const base = { id: `event:${event.id}`, at: event.at.toISOString(), state: 'done' as const, actions: [] };
  const mailsOf = (wanted: (group: MailGroup) => boolean): MailCounts | null => {
    const found = facts.mails.filter(wanted);
    return found.length === 0 ? null : sum(found);
  };
  switch (event.type) {
    case 'session.published':
      return [{ ...base, kind: 'published' }];
    case 'session.unpublished':
      return [{ ...base, kind: 'unpublished' }];
    case 'session.capacity_changed': {
      const { from, to } = event.data as { from: number | null; to: number | null };
      return [{ ...base, kind: 'capacity_changed', from, to }];
    }
    case 'session.moved': {
      const { from, to, scheduleVersion } = event.data as { from: Timed; to: Timed; scheduleVersion: number };
      const mails = mailsOf(({ kind, version }) => kind === 'session_moved' && version === scheduleVersion);
      return [
        {
          ...base,
          kind: 'moved',
          from,
          to,
          mails,
          state: mails ? stateOfMails(mails) : 'done',
          actions: ['preview'],
        },
      ];
    }
    case 'session.cancelled': {
      const mails = mailsOf(({ kind }) => kind === 'session_cancelled');
      return [{ ...base, kind: 'cancelled', mails, state: mails ? stateOfMails(mails) : 'done', actions: ['preview'] }];
    }
    default:
      return [];
  }
};

const laterOf = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

/** Since when the plan of a rule is as it is: nobody was written to for an instant before. */
const plannedSince = ({ session, events }: SheetFacts, { rule, since }: SheetReminder): Date =>
  events
    .filter(
      ({ type, data }) =>
        type === 'session.published' ||
        type === 'session.moved' ||
        (type === 'session.reminders_changed' && Array.isArray(data.rules) && data.rules.includes(rule)),
    )
    .reduce(
      (latest, { at }) => (at > latest ? at : latest),
      laterOf(session.createdAt, since === null ? null : new Date(since)),
    );

const stateOfReminder = (reminder: SheetReminder, mails: MailCounts | null, now: Date): RunSheetState => {
  if (mails) return stateOfMails(mails);
  if (reminder.isHeld) return 'held';
  if (reminder.state === 'to_come') return new Date(reminder.dueAt) > now ? 'planned' : 'due';
  return reminder.state === 'over' ? 'missed' : 'done';
};

const reminders = (facts: SheetFacts, now: Date): RunSheetItem[] => {
  const sent = facts.mails.filter(({ kind }) => isReminder(kind));
  const isOf = (group: MailGroup, { rule, dueAt }: SheetReminder) =>
    group.rule === rule && group.dueAt !== null && +new Date(group.dueAt) === +new Date(dueAt);
  const current = facts.reminders.flatMap((reminder): RunSheetItem[] => {
    const groups = sent.filter((group) => isOf(group, reminder));
    const mails = groups.length === 0 ? null : sum(groups);
    const due = new Date(reminder.dueAt);
    // Its instant had passed before the plan was made, or the session was cancelled before it came: it was never to be.
    if (!mails && due <= now && due <= plannedSince(facts, reminder)) return [];
    if (!mails && facts.session.state === 'cancelled') return [];
    const first = groups.map(({ firstAt }) => firstAt).sort((a, b) => +a - +b)[0];
    return [
      {
        id: `reminder:${reminder.rule}`,
        kind: 'reminder',
        at: (first ?? due).toISOString(),
        state: stateOfReminder(reminder, mails, now),
        rule: reminder.rule,
        template: reminder.template,
        audience: reminder.audience,
        minutes: reminder.minutes,
        usualMinutes: reminder.usualMinutes,
        isOverridden: reminder.isOverridden,
        recipients: reminder.recipients,
        unreached: reminder.unreached,
        mails,
        until: reminder.until,
        revision: reminder.revision,
        actions: ['preview', ...reminder.acts],
      },
    ];
  });
  // Of a date that the session no longer has, or of a rule that the settings no longer have.
  const former = sent.filter((group) => !facts.reminders.some((reminder) => isOf(group, reminder)));
  return [...current, ...former.flatMap((group) => formerReminder(group))];
};

const formerReminder = (group: MailGroup): RunSheetItem[] => {
  if (!isReminder(group.kind)) return [];
  return [
    {
      id: `reminder:${group.rule}:${group.dueAt}`,
      kind: 'reminder',
      at: group.firstAt.toISOString(),
      state: stateOfMails(group),
      rule: group.rule ?? '',
      template: group.kind,
      audience: MAIL_KINDS[group.kind].audience,
      minutes: null,
      usualMinutes: null,
      isOverridden: false,
      recipients: null,
      unreached: null,
      mails: countsOf(group),
      until: null,
      revision: null,
      actions: ['preview'],
    },
  ];
};

/** Mails that follow from what people do: one line a kind. Those of moves, of the cancellation and of messages stand with their cause. */
const mailsByKind = (facts: SheetFacts): RunSheetItem[] => {
  const moves = new Set(
    facts.events.filter(({ type }) => type === 'session.moved').map(({ data }) => data.scheduleVersion),
  );
  const isElsewhere = ({ kind, version, message }: MailGroup) =>
    isReminder(kind) ||
    (kind === 'session_moved' && moves.has(version)) ||
    (kind === 'session_cancelled' && cancelledAt(facts) !== null) ||
    message !== null;
  const kinds = new Map<MailGroup['kind'], MailGroup[]>();
  for (const group of facts.mails) {
    if (!isElsewhere(group)) kinds.set(group.kind, [...(kinds.get(group.kind) ?? []), group]);
  }
  return [...kinds].map(([template, groups]): RunSheetItem => {
    const mails = sum(groups);
    const last = Math.max(...groups.map(({ lastAt }) => +lastAt));
    const first = Math.min(...groups.map(({ firstAt }) => +firstAt));
    return {
      id: `mails:${template}`,
      kind: 'mails',
      at: new Date(last).toISOString(),
      since: new Date(first).toISOString(),
      state: stateOfMails(mails),
      template,
      mails,
      actions: ['preview'],
    };
  });
};

const messages = (facts: SheetFacts): RunSheetItem[] =>
  facts.messages.map(({ id, at, by, subject, isCancelled }) => {
    const mails = sum(facts.mails.filter(({ message }) => message === id));
    return {
      id: `message:${id}`,
      kind: 'message',
      at: at.toISOString(),
      state: stateOfMails(mails),
      message: id,
      subject,
      by,
      isCancelled,
      mails,
      actions: [],
    };
  });

const holds = ({ holds: held }: SheetFacts, now: Date): RunSheetItem[] =>
  held
    ? [
        {
          id: 'holds',
          kind: 'holds',
          at: held.firstAt.toISOString(),
          state: held.firstAt > now ? 'planned' : 'due',
          count: held.count,
          until: held.lastAt.toISOString(),
          actions: [],
        },
      ]
    : [];

const syncs = (facts: SheetFacts): RunSheetItem[] =>
  facts.syncs.map(({ partner, kind, firstAt, lastAt, done, waiting, failed, gone }) => ({
    id: `sync:${partner}:${kind}`,
    kind: 'sync',
    at: lastAt.toISOString(),
    since: firstAt < lastAt ? firstAt.toISOString() : null,
    state: failed + gone > 0 ? 'failed' : waiting > 0 ? 'due' : 'done',
    partner,
    record: kind,
    records: { done, waiting, failed, gone },
    actions: [],
  }));

// What happens at one instant, in the order in which people think of it.
const RANK: readonly RunSheetItem['kind'][] = [
  'created',
  'published',
  'registration_opens',
  'moved',
  'capacity_changed',
  'registration_closes',
  'early_bird_ends',
  'reminder',
  'starts',
  'ends',
];

const rankOf = ({ kind }: RunSheetItem): number => (RANK.includes(kind) ? RANK.indexOf(kind) : RANK.length);

/** One time line of everything that has happened and will happen with a session. */
export const composeRunSheet = (facts: SheetFacts, now: Date): RunSheetItem[] => {
  const { session, events } = facts;
  const created: RunSheetItem = {
    id: 'created',
    kind: 'created',
    at: session.createdAt.toISOString(),
    state: 'done',
    by: session.createdBy,
    actions: [],
  };
  return [
    created,
    ...events.flatMap((event) => fromEvent(event, facts)),
    ...moments(facts, now),
    ...reminders(facts, now),
    ...mailsByKind(facts),
    ...messages(facts),
    ...holds(facts, now),
    ...syncs(facts),
  ].sort((a, b) => a.at.localeCompare(b.at) || rankOf(a) - rankOf(b) || a.id.localeCompare(b.id));
};
