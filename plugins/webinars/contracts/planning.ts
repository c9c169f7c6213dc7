import { z } from 'zod';
import { AVAILABILITY, LANGUAGES } from './catalog';
import type { MailKind } from './mail';
import type { ReminderState, UpcomingReminder } from './reminders';

export const STATES = ['draft', 'published', 'live', 'completed', 'cancelled'] as const;
export type PlannedState = (typeof STATES)[number];

/** What is worth a look about a session. In the order in which it matters. */
export const ODDITIES = [
  'never_published',
  'double_booked',
  'no_speaker',
  'no_topic',
  'no_meeting_url',
  'publishes_late',
  'short_gap',
  'same_audience',
  'over_capacity',
  'waiting',
  'almost_full',
  'nearly_empty',
  'still_draft',
] as const;
export type Oddity = (typeof ODDITIES)[number];

export const CONFLICT_KINDS = ['double_booked', 'short_gap', 'same_audience'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

const instant = z.iso.datetime();
const documentId = z.string().min(1).max(40);
const zone = z.string().trim().min(1).max(64);
const duration = z.int().min(1).max(1440);
const capacity = z.int().min(0).max(100_000).nullable();

// In an address a list is one word, its entries with commas between.
const listOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .transform((given) => given.split(',').filter((one) => one !== ''))
    .pipe(z.array(z.enum(values)).max(values.length));

export const SORTS = ['start', '-start', 'taken', '-taken', 'waiting', '-waiting', 'saved', '-saved'] as const;
export type PlanningSort = (typeof SORTS)[number];

const filters = {
  state: listOf(STATES).optional(),
  language: z.enum(LANGUAGES).optional(),
  /** Document ids. `speaker`: in any of the parts on stage. */
  topic: documentId.optional(),
  speaker: documentId.optional(),
  category: z.string().trim().min(1).max(200).optional(),
  /** A part of a title, an address or a speaker's name. */
  search: z.string().trim().max(200).optional(),
  locale: z.enum(LANGUAGES).catch('en'),
};

/** The sessions of a list: those that start in [from, to), the page behind the cursor `after`. */
export const planningQuery = z.strictObject({
  ...filters,
  from: instant.optional(),
  to: instant.optional(),
  sort: z.enum(SORTS).default('start'),
  after: z.string().max(200).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type PlanningQuery = z.output<typeof planningQuery>;

/** The board: the columns with their first cards. */
export const boardQuery = z.strictObject(filters);
export type BoardQuery = z.output<typeof boardQuery>;

/** The calendar: days by their clock in the programme's zone. */
export const calendarQuery = z.strictObject({ ...filters, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });
export type CalendarQuery = z.output<typeof calendarQuery>;

export const plannedConflict = z.strictObject({
  kind: z.enum(CONFLICT_KINDS),
  /** The other session. */
  documentId: z.string(),
  title: z.string(),
  datetime: instant,
  duration: z.int(),
  timezone: z.string(),
  state: z.enum(STATES),
  /** Who would have to be in both; empty where it is the audience. */
  people: z.array(z.string()),
  /** Minutes between the two; zero where they overlap. */
  gapMinutes: z.int(),
});
export type PlannedConflict = z.infer<typeof plannedConflict>;

const count = z.int().min(0);

/** A session as the planner sees it. */
export const plannedSession = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  slug: z.string().nullable(),
  state: z.enum(STATES),
  datetime: instant,
  duration: z.int(),
  timezone: z.string(),
  language: z.enum(LANGUAGES),
  topic: z.strictObject({ documentId: z.string(), title: z.string(), category: z.string().nullable() }).nullable(),
  speaker: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
  /** Null is without limit. */
  capacity: count.nullable(),
  taken: count,
  waiting: count,
  availability: z.enum(AVAILABILITY),
  scheduledPublishAt: instant.nullable(),
  oddities: z.array(z.enum(ODDITIES)),
  /** What a change has to name, so that nobody overwrites what they have not seen. */
  revision: instant.nullable(),
});
export type PlannedSession = z.infer<typeof plannedSession>;

const perState = z.strictObject(
  Object.fromEntries(STATES.map((state) => [state, count])) as Record<PlannedState, typeof count>,
);

export const planningAnswer = z.strictObject({
  data: z.array(plannedSession),
  /** `next`: the cursor of the page behind this one. `perState`: how many each state has under the other filters. */
  meta: z.strictObject({ at: instant, next: z.string().nullable(), perState }),
});
export type PlanningAnswer = z.infer<typeof planningAnswer>;

export const boardAnswer = z.strictObject({
  data: z.array(z.strictObject({ state: z.enum(STATES), count, sessions: z.array(plannedSession) })),
  meta: z.strictObject({ at: instant }),
});
export type BoardAnswer = z.infer<typeof boardAnswer>;

export const calendarAnswer = z.strictObject({
  /** Days with sessions; of each the first few, and how many there are. */
  data: z.array(z.strictObject({ day: z.iso.date(), count, sessions: z.array(plannedSession) })),
  meta: z.strictObject({ at: instant, today: z.iso.date(), timezone: z.string() }),
});
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** What somebody types to find a topic or a speaker. */
export type PlanningChoice = { documentId: string; label: string; hint: string | null };

const links = z.strictObject({
  connect: z.array(documentId).max(50).default([]),
  disconnect: z.array(documentId).max(50).default([]),
});

/** Where a session would be and who would be on stage: as saved, but for what is said here. */
export const conflictsRequest = z.strictObject({
  /** Null: one that is not saved yet. */
  session: documentId.nullable(),
  datetime: instant,
  duration,
  topic: links.optional(),
  speaker: links.optional(),
  panelists: links.optional(),
  moderator: links.optional(),
  locale: z.enum(LANGUAGES).default('en'),
});
export type ConflictsRequest = z.output<typeof conflictsRequest>;

const revision = instant.nullable();

export const moveRequest = z.strictObject({ revision, datetime: instant, duration, timezone: zone });
export const capacityRequest = z.strictObject({ revision, capacity });
export const cancelRequest = z.strictObject({ revision });
/** `at` null: now. */
export const publishRequest = z.strictObject({ revision, at: instant.nullable() });
export const duplicateRequest = z.strictObject({ revision, datetime: instant });

/** What an editor's form would save, as far as somebody else would notice. */
export const saveRequest = z.strictObject({
  revision,
  state: z.enum(STATES).optional(),
  datetime: instant.optional(),
  duration: duration.optional(),
  timezone: zone.optional(),
  platform: z.string().max(40).nullable().optional(),
  meetingUrl: z.string().max(1000).nullable().optional(),
  capacity: capacity.optional(),
});

export type MoveRequest = z.output<typeof moveRequest>;
export type CapacityRequest = z.output<typeof capacityRequest>;
export type CancelRequest = z.output<typeof cancelRequest>;
export type PublishRequest = z.output<typeof publishRequest>;
export type DuplicateRequest = z.output<typeof duplicateRequest>;
export type SaveRequest = z.output<typeof saveRequest>;

/** How one reminder changes with a move. `isRepeated` false: whoever has had it is not written to again. */
export type ForeseenReminder = Pick<UpcomingReminder, 'rule' | 'template' | 'audience'> & {
  before: { dueAt: string; state: ReminderState };
  after: { dueAt: string; state: ReminderState };
  isRepeated: boolean;
};

/** What a change would do. */
export type ChangePreview = {
  session: Pick<
    PlannedSession,
    | 'documentId'
    | 'title'
    | 'state'
    | 'datetime'
    | 'duration'
    | 'timezone'
    | 'capacity'
    | 'taken'
    | 'waiting'
    | 'revision'
  >;
  /** The session afterwards. */
  after: Pick<PlannedSession, 'state' | 'datetime' | 'duration' | 'timezone' | 'capacity' | 'taken' | 'waiting'>;
  /** Whether time or place change: calendars and reminders follow. */
  isMoved: boolean;
  /** How many people have a place now, by how they stand. */
  people: { state: string; people: number }[];
  cancelled: number;
  promoted: number;
  /** Of those promoted, who has yet to pay for the seat. */
  mustPay: number;
  /** Seats taken beyond the capacity. Nobody loses theirs; none is given away until there are fewer. */
  over: number;
  /** What was paid, by currency; in minor units. */
  paid: { people: number; amount: number; currency: string }[];
  mails: { kind: MailKind; people: number }[];
  /** Of those who have a place, whose address takes no mail. */
  unreachable: number;
  reminders: ForeseenReminder[];
  conflicts: PlannedConflict[];
};

/** What a copy would be. */
export type CopyPreview = {
  title: string;
  slug: string;
  datetime: string;
  duration: number;
  timezone: string;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  earlyBirdEndsAt: string | null;
  conflicts: PlannedConflict[];
};

/** What keeps a session from being ready for visitors; it can be published all the same. */
export const PUBLISH_DOUBTS = [
  'no_topic',
  'no_speaker',
  'no_meeting_url',
  'registration_over',
  'registration_ahead',
] as const;
export type PublishDoubt = (typeof PUBLISH_DOUBTS)[number];

export type PublishPreview = Pick<ChangePreview, 'session' | 'conflicts'> & {
  doubts: PublishDoubt[];
  /** When visitors see it. */
  at: string;
};

/** A session beside its form in the Content Manager, and the next that is said of it by mail. */
export type SessionStanding = { session: PlannedSession; conflicts: PlannedConflict[]; address: string | null };

/** The sessions of a topic or of a speaker. */
export type SessionsOf = {
  upcoming: PlannedSession[];
  counts: { upcoming: number; past: number; drafts: number; taken: number };
};
