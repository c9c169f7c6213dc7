import { z } from 'zod';
import { PARTNER_STATES, partnerName } from './partners';
import { ROSTER_STATES } from './roster';

const count = z.int().min(0);
const instant = z.iso.datetime();

/** What a visitor can do about a session now. */
export const overviewAvailability = z.enum([
  'open',
  'waitlist',
  'full',
  'not_open_yet',
  'closed',
  'cancelled',
  'completed',
]);

/** A session that is still to come or running, as the overview shows it. */
export const overviewSession = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  state: z.enum(['published', 'live']),
  datetime: instant,
  /** Minutes. */
  duration: z.int(),
  timezone: z.string(),
  language: z.enum(['en', 'de']),
  availability: overviewAvailability,
  /** Null is without limit. */
  capacity: count.nullable(),
  taken: count,
  waiting: count,
});

const some = z.strictObject({
  /** How many there are; only the most urgent are listed. */
  count,
  sessions: z.array(overviewSession),
});

/** When the invariants were last checked, and how many things were not as they should be. */
export const overviewVerification = z.strictObject({
  at: instant,
  sessions: count,
  registrations: count,
  differences: count,
});

/** What is wrong with a partner. */
export const overviewPartner = z.strictObject({
  partner: partnerName,
  state: z.enum(PARTNER_STATES),
  /** Records that it did not take. */
  failed: count,
  /** What the last reconciliation found. */
  differences: count,
  isKeyExpiring: z.boolean(),
  keyExpiresAt: instant.nullable(),
});

/** The programme's numbers as they are now. */
export const overview = z.strictObject({
  at: instant,
  /** The zone that decides when a day begins. */
  timezone: z.string(),
  sessions: z.strictObject({ upcoming: count, running: count, drafts: count }),
  /** Over the upcoming sessions. */
  seats: z.strictObject({
    taken: count,
    /** Of those taken, held while somebody pays. */
    held: count,
    free: count,
    capacity: count,
    unlimitedSessions: count,
  }),
  waitlist: z.strictObject({ people: count, sessions: count }),
  approvals: z.strictObject({ people: count, sessions: count }),
  registrations: z.strictObject({ last7Days: count }),
  next: z.array(overviewSession),
  attention: z.strictObject({
    fullWithWaitlist: some,
    /** Nine seats of ten or more are taken, and nobody waits yet. */
    almostFull: some,
    nearlyEmpty: some,
    /** With registrants whose address takes no mail; `people` is how many of them. */
    unreachable: z.strictObject({
      count,
      sessions: z.array(overviewSession.extend({ people: count })),
    }),
    /** Of the last weeks; `isMore`: there are more than were counted. */
    failedMails: z.strictObject({ count, isMore: z.boolean() }),
    /** Partners with whom something is wrong. */
    partners: z.array(overviewPartner),
    /** Kinds of jobs that used up their tries. */
    deadJobs: z.array(z.strictObject({ name: z.string(), count })),
    /** Null where nobody has checked yet. */
    verification: overviewVerification.nullable(),
  }),
});

const locale = z.enum(['en', 'de']).catch('en');

/** How the overview is asked for. */
export const overviewQuery = z.object({ locale });

/** The periods one chooses by name; each ends with today. */
export const NAMED_PERIODS = ['7', '30', '90', 'year'] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

const MOST_DAYS = 731;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** A period: by name, or from one day to another, both included. Days are those of the programme's zone. */
export const periodQuery = z
  .object({
    locale,
    period: z.enum(NAMED_PERIODS).default('30'),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'A period has a first day and a last one.',
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    message: 'The last day comes before the first.',
  })
  .refine(({ from, to }) => !from || !to || daysFrom(from, to) <= MOST_DAYS, {
    path: ['from'],
    message: 'A period is two years long at most.',
  });

const days = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
const money = z.strictObject({ currency: z.string(), amount: count });

/** Of those who had a seat in completed sessions, those who came. Sessions of which nobody has noted it are left out. */
const attendance = z.strictObject({ attended: count, confirmed: count, sessions: count });

/** What is summed over a period. */
export const periodSums = z.strictObject({
  /** That took place or are going to. */
  sessions: count,
  /** Made in the period, whatever became of them. */
  registrations: count,
  attendance,
  /** Paid for registrations of the period and not given back, in minor units. Null for those who may not see payments. */
  revenue: z.array(money).nullable(),
});

/** How sessions of one topic or speaker did. Shares are from 0 to 1; null where there is nothing to tell it from. */
export const performer = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  sessions: count,
  registrations: count,
  fill: z.number().nullable(),
  attendance: z.number().nullable(),
  rating: z.number().nullable(),
});

const heldSession = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  datetime: instant,
  timezone: z.string(),
  attended: count,
  confirmed: count,
});

/** The numbers of a period, beside those of the one before, which is as long. */
export const overviewPeriod = z.strictObject({
  at: instant,
  timezone: z.string(),
  period: days,
  before: days,
  current: periodSums,
  previous: periodSums,
  /** Registrations day by day, or week by week where a period is long; the days that are still to come are left out. */
  registrations: z.strictObject({
    unit: z.enum(['day', 'week']),
    counts: z.array(days.extend({ count })),
  }),
  /** Views of sessions' pages. `since`: the first day of the period that was counted; null where none was. */
  views: z.strictObject({ since: z.iso.date().nullable(), views: count, registrations: count }),
  /** The last completed sessions of the period of which it is known who came, in the order of their start. */
  attendance: z.array(heldSession),
  /** The first few by registrations. */
  topics: z.array(performer),
  speakers: z.array(performer),
});

/** What there is to do for somebody, by what it is. */
export const TASKS = ['approve', 'prepare', 'publish', 'record_attendance', 'add_recording'] as const;
export type Task = (typeof TASKS)[number];

export const MISSING = ['meeting_url', 'speaker', 'topic'] as const;

/** What happened last, and what somebody should do next. */
export const overviewActivity = z.strictObject({
  at: instant,
  registrations: z.array(
    z.strictObject({
      /** Null, as the name, for those who may not read registrations. */
      documentId: z.string().nullable(),
      name: z.string().nullable(),
      state: z.enum(ROSTER_STATES),
      registeredAt: instant,
      session: z.strictObject({ documentId: z.string(), title: z.string() }),
    }),
  ),
  /** The last ones. `attended` is null where nobody has noted it. */
  completed: z.array(heldSession.extend({ attended: count.nullable(), rating: z.number().nullable() })),
  /** Only those with something to do; of the sessions the first few. */
  tasks: z.array(
    z.strictObject({
      task: z.enum(TASKS),
      count,
      sessions: z.array(
        z.strictObject({
          documentId: z.string(),
          title: z.string(),
          datetime: instant,
          timezone: z.string(),
          /** Whom it is about; null where it is about the session. */
          people: count.nullable(),
          missing: z.array(z.enum(MISSING)),
        }),
      ),
    }),
  ),
});

export type Overview = z.infer<typeof overview>;
export type OverviewSession = z.infer<typeof overviewSession>;
export type OverviewVerification = z.infer<typeof overviewVerification>;
export type OverviewPartner = z.infer<typeof overviewPartner>;
export type PeriodQuery = z.output<typeof periodQuery>;
export type PeriodSums = z.infer<typeof periodSums>;
export type Performer = z.infer<typeof performer>;
export type OverviewPeriod = z.infer<typeof overviewPeriod>;
export type OverviewActivity = z.infer<typeof overviewActivity>;
