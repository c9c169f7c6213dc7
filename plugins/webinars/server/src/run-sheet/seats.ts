import type { SeatRow, SeatState, SessionSeats } from '../../../contracts/session-page';
import { BESIDE_STATES, SEAT_STATES } from '../../../contracts/session-page';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { readSessions, spotsLeft } from '../sessions';
import { readHolds } from './facts';
import type { RunSheetPorts } from './ports';

const countStates = (sql: Sql, session: string): Promise<SessionSeats['states']> =>
  rows(
    sql,
    `select n.state, count(r.id)::int as count from unnest(?::text[]) with ordinality n(state, place)
       left join registrations r on r.session_document_id = ? and r.state = n.state group by n.state, n.place order by n.place`,
    [[...SEAT_STATES, ...BESIDE_STATES], session],
  );

/** "Explain this number": who holds the seats, what is left of them, and whether the numbers are right. */
export const createReadSeats =
  ({ database, clock, ports }: { database: Database; clock: Clock; ports: Pick<RunSheetPorts, 'verify'> }) =>
  (documentId: string, locale: Locale): Promise<SessionSeats> =>
    database.read.transaction(
      async (sql) => {
        const [session] = await readSessions(sql, [documentId]);
        if (!session) throw notFound('This session');
        const { capacity, registrationCount: taken } = session;
        const holds = await readHolds(sql, documentId);
        return {
          at: clock.now().toISOString(),
          capacity,
          taken,
          free: spotsLeft(session),
          over: capacity === null ? 0 : Math.max(0, taken - capacity),
          states: await countStates(sql, documentId),
          holds: holds && {
            count: holds.count,
            firstEndsAt: holds.firstAt.toISOString(),
            lastEndsAt: holds.lastAt.toISOString(),
          },
          differences: (await ports.verify(sql, documentId, locale)).map(({ rule, expected, found, repairable }) => ({
            rule,
            expected,
            found,
            isRepairable: repairable,
          })),
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The rows behind a figure, a page at a time, in the order in which they came. */
export const readSeatRows = (
  sql: Sql,
  session: string,
  { state, after = '0', pageSize }: { state: SeatState; after?: string; pageSize: number },
): Promise<SeatRow[]> =>
  rows<SeatRow>(
    sql,
    `select r.id::text, r.document_id as "documentId", concat_ws(' ', r.first_name, r.last_name) as name, r.email, r.company,
            ${instant('coalesce(r.registered_at, r.created_at)')} as "registeredAt", ${instant('r.hold_expires_at')} as "holdExpiresAt"
       from registrations r where r.session_document_id = ? and r.state = ? and r.id > ?::bigint order by r.id limit ?`,
    [session, state, after, pageSize],
  );
