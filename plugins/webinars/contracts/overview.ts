import { z } from 'zod';

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

/** The programme's numbers. */
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
  registrations: z.strictObject({
    last7Days: count,
    last30Days: count,
    /** The last thirty days, today last. */
    perDay: z.array(z.strictObject({ day: z.iso.date(), count })),
  }),
  next: z.array(overviewSession),
  attention: z.strictObject({
    fullWithWaitlist: some,
    nearlyEmpty: some,
    /** With registrants whose address takes no mail; `people` is how many of them. */
    unreachable: z.strictObject({
      count,
      sessions: z.array(overviewSession.extend({ people: count })),
    }),
    /** Kinds of jobs that used up their tries. */
    deadJobs: z.array(z.strictObject({ name: z.string(), count })),
    /** Null where nobody has checked yet. */
    verification: overviewVerification.nullable(),
  }),
});

/** How the overview is asked for. */
export const overviewQuery = z.object({ locale: z.enum(['en', 'de']).catch('en') });

export type Overview = z.infer<typeof overview>;
export type OverviewSession = z.infer<typeof overviewSession>;
export type OverviewVerification = z.infer<typeof overviewVerification>;
