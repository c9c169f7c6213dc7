import type { LineBlock, Waitlist, WaitlistRow } from '../../../contracts/session-page';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql } from '../kernel/database';
import { notFound } from '../kernel/errors';
import { endsAt, priceNow, readSessions, spotsLeft, type Session } from '../sessions';
import type { RunSheetPorts } from './ports';

/**
 * A part of the line, in order. How somebody came into it is the latest thing that put them there; who has none of them came by import or by hand.
 * Seats given out of line are few and have an index of their own.
 */
const readLine = (sql: Sql, session: string, after: number, most: number): Promise<WaitlistRow[]> =>
  rows<WaitlistRow>(
    sql,
    `with line as materialized (
       select r.id, r.document_id, r.waitlist_position, concat_ws(' ', r.first_name, r.last_name) as name, r.email, r.company,
              coalesce(r.registered_at, r.created_at) at time zone 'UTC' as registered_at
         from registrations r where r.session_document_id = ? and r.state = 'waitlisted' and r.waitlist_position > ?
        order by r.waitlist_position, r.id limit ?
     ), passes as materialized (
       select e.registration_document_id as id, e.at, coalesce(r.registered_at, r.created_at) at time zone 'UTC' as came
         from webinars_events e join registrations r on r.document_id = e.registration_document_id
        where e.session_document_id = ? and e.type = 'registration.promoted' and jsonb_exists(e.data, 'outOfLine')
     )
     select l.document_id as "documentId", l.waitlist_position as place, l.name, l.email, l.company,
            to_char(since.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since,
            case c.type when 'registration.waitlisted' then 'arrived' when 'registration.approved' then 'approved' else 'added' end as reason,
            (select count(*)::int from passes p where p.at >= since.at and p.came > since.at) as "passedBy"
       from line l
       left join lateral (
         select e.type, e.at from webinars_events e
          where e.registration_document_id = l.document_id and e.type in ('registration.waitlisted', 'registration.approved')
          order by e.id desc limit 1) c on true
      cross join lateral (select coalesce(c.at, l.registered_at) as at) since
      order by l.waitlist_position, l.id`,
    [session, after, most, session],
  );

/** Why the head of the line has no seat. Null where nobody waits, or the next minute gives it one. */
export const whyWaiting = (session: Session, canPay: boolean, now: Date): LineBlock | null => {
  if (session.waitlistCount === 0) return null;
  if (session.state === 'draft') return 'not_published';
  if (session.state === 'completed' || session.state === 'cancelled' || now >= endsAt(session)) return 'session_over';
  if (spotsLeft(session) === 0) return 'no_seat';
  return priceNow(session, now) > 0 && !canPay ? 'no_checkout' : null;
};

/** The line of a session, a page at a time, with what keeps its head waiting. */
export const createReadWaitlist =
  ({ database, clock, ports }: { database: Database; clock: Clock; ports: Pick<RunSheetPorts, 'canPay'> }) =>
  (documentId: string, { after, pageSize }: { after: number; pageSize: number }): Promise<Waitlist> =>
    database.read.transaction(
      async (sql) => {
        const [session] = await readSessions(sql, [documentId]);
        if (!session) throw notFound('This session');
        return {
          total: session.waitlistCount,
          free: spotsLeft(session),
          block: whyWaiting(session, ports.canPay(), clock.now()),
          rows: await readLine(sql, documentId, after, pageSize),
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
