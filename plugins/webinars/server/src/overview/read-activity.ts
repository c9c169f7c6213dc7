import { TASKS, type OverviewActivity } from '../../../contracts/overview';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { readCompleted, readNewest, readTasks } from './activity-queries';

const NEWEST = 8;
const COMPLETED = 6;
const SESSIONS_OF_TASK = 5;
const DAY_MS = 86_400_000;
/** From when on a session has to be ready, by when a draft should be public, and how long something is asked for that is missing afterwards. */
const SOON_DAYS = 7;
const DRAFT_DAYS = 14;
const AFTERWARDS_DAYS = 30;

/** Reads what happened last and what is to be done next, from one snapshot. `seesPeople`: who registered is not for everybody. */
export const createReadActivity =
  ({ database, clock }: { database: Database; clock: Clock }) =>
  (locale: Locale, seesPeople: boolean): Promise<OverviewActivity> =>
    database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
        const newest = await readNewest(sql, locale, NEWEST);
        const completed = await readCompleted(sql, locale, COMPLETED);
        const tasks = await readTasks(
          sql,
          { now, soon: inDays(SOON_DAYS), drafts: inDays(DRAFT_DAYS), since: inDays(-AFTERWARDS_DAYS) },
          locale,
          SESSIONS_OF_TASK,
        );
        return {
          at: now.toISOString(),
          registrations: newest.map(({ documentId, name, registeredAt, ...rest }) => ({
            ...rest,
            registeredAt: registeredAt.toISOString(),
            documentId: seesPeople ? documentId : null,
            name: seesPeople ? name : null,
          })),
          completed: completed.map(({ datetime, attended, ...rest }) => ({
            ...rest,
            datetime: datetime.toISOString(),
            attended: attended > 0 ? attended : null,
          })),
          tasks: TASKS.flatMap((task) => {
            const sessions = tasks.filter((one) => one.task === task);
            if (sessions.length === 0) return [];
            return [
              {
                task,
                count: sessions[0]!.count,
                sessions: sessions.map(({ documentId, title, datetime, timezone, people, missing }) => ({
                  documentId,
                  title,
                  datetime: datetime.toISOString(),
                  timezone,
                  people,
                  missing,
                })),
              },
            ];
          }),
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
