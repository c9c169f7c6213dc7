import type { Overview, OverviewPartner, OverviewSession, OverviewVerification } from '../../../contracts/overview';
import type { PartnerCard } from '../../../contracts/partners';
import { deadLetters } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { availability } from '../sessions';
import { dayAfter, todayIn } from './period';
import { countFailedMails, readNumbers, readRows, type Row } from './queries';
import { readDaySums } from './registration-sums';

export type OverviewDeps = {
  database: Database;
  clock: Clock;
  timezone(): Promise<string>;
  lastVerification(sql: Sql): Promise<OverviewVerification | null>;
  partners(): Promise<PartnerCard[]>;
};

const NEXT_SESSIONS = 8;
const TROUBLED_SESSIONS = 5;
// A session counts as nearly empty when less than a fifth of its seats is taken in its last week, or, without a limit, by fewer than five.
const SOON_DAYS = 7;
const FEW_SHARE = 0.2;
const FEW_PEOPLE = 5;
// As the planner has it.
const ALMOST_SHARE = 0.9;
// An older mail is no news, and those it was for have had their session.
const FAILED_DAYS = 30;
const DAY_MS = 86_400_000;

const asSession = (row: Row, now: Date): OverviewSession => ({
  documentId: row.documentId,
  title: row.title,
  state: row.state === 'live' ? 'live' : 'published',
  datetime: row.datetime.toISOString(),
  duration: row.duration,
  timezone: row.timezone,
  language: row.language,
  availability: availability(row, now),
  capacity: row.capacity,
  taken: row.registrationCount,
  waiting: row.waitlistCount,
});

const byName = (jobs: readonly { name: string }[]): Overview['attention']['deadJobs'] => {
  const counts = new Map<string, number>();
  for (const { name } of jobs) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
};

const troubledOnes = (cards: readonly PartnerCard[]): OverviewPartner[] =>
  cards
    .map((card) => ({
      partner: card.partner,
      state: card.state,
      failed: card.queue.reduce((sum, { failed }) => sum + failed, 0),
      differences: card.reconciliation?.differences ?? 0,
      isKeyExpiring: card.isKeyExpiring,
      keyExpiresAt: card.check?.keyExpiresAt ?? null,
    }))
    .filter(
      ({ state, failed, differences, isKeyExpiring }) =>
        state === 'paused' || state === 'stopped' || failed + differences > 0 || isKeyExpiring,
    );

/** Reads the programme's numbers as they are at one instant. */
export const createReadOverview =
  ({ database, clock, timezone: readTimezone, lastVerification, partners }: OverviewDeps) =>
  async (locale: Locale): Promise<Overview> => {
    // Partners keep their own books, and are asked before: what they answer belongs to no number here.
    const [troubled, timezone] = [troubledOnes(await partners()), await readTimezone()];
    return database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const numbers = await readNumbers(sql, now, {
          soonUntil: new Date(now.getTime() + SOON_DAYS * DAY_MS),
          almostShare: ALMOST_SHARE,
          fewShare: FEW_SHARE,
          fewPeople: FEW_PEOPLE,
          next: NEXT_SESSIONS,
          troubled: TROUBLED_SESSIONS,
        });
        const today = todayIn(timezone, now);
        const lastWeek = await readDaySums(sql, dayAfter(today, -6), today);
        const shown = await readRows(
          sql,
          [
            ...numbers.next,
            ...[numbers.full, numbers.almost, numbers.empty, numbers.unreachable].flatMap(({ ids }) => ids),
          ],
          locale,
        );
        const sessionsOf = (ids: readonly number[]) =>
          ids.flatMap((id) => {
            const row = shown.get(id);
            return row ? [asSession(row, now)] : [];
          });
        const some = ({ count, ids }: { count: number; ids: readonly number[] }) => ({
          count,
          sessions: sessionsOf(ids),
        });
        return {
          at: now.toISOString(),
          timezone,
          sessions: { upcoming: numbers.upcoming, running: numbers.running, drafts: numbers.drafts },
          seats: {
            taken: numbers.taken,
            held: numbers.held,
            free: numbers.free,
            capacity: numbers.capacity,
            unlimitedSessions: numbers.unlimited,
          },
          waitlist: { people: numbers.waiting, sessions: numbers.waitingSessions },
          approvals: { people: numbers.approvals, sessions: numbers.approvalSessions },
          registrations: { last7Days: lastWeek.reduce((sum, { registrations }) => sum + registrations, 0) },
          next: sessionsOf(numbers.next),
          attention: {
            fullWithWaitlist: some(numbers.full),
            almostFull: some(numbers.almost),
            nearlyEmpty: some(numbers.empty),
            unreachable: {
              count: numbers.unreachable.count,
              sessions: numbers.unreachable.ids.flatMap((id) =>
                sessionsOf([id]).map((session) => ({ ...session, people: numbers.people[id] ?? 0 })),
              ),
            },
            failedMails: await countFailedMails(sql, new Date(now.getTime() - FAILED_DAYS * DAY_MS)),
            partners: troubled,
            deadJobs: byName(await deadLetters(sql)),
            verification: await lastVerification(sql),
          },
        };
      },
      // One snapshot: the numbers on one page agree.
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  };
