import type { RosterPage, RosterQuery, RosterRow } from '../../../contracts/roster';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import { cursorOf, orderOf, placeOf, type Order, type Place } from './order';
import { find } from './find';
import { whereOf } from './where';

const utc = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

type Row = RosterRow & { place: Place };

/** Rows as a list shows them, in the order of their ids. Who no longer exists is left out. */
export const readRows = (sql: Sql, ids: readonly number[], titles: Locale, order?: Order): Promise<Row[]> =>
  rows<Row>(
    sql,
    `select r.document_id as "documentId", r.reference, r.first_name as "firstName", r.last_name as "lastName", r.email, r.company,
            r.company_size as "companySize", r.position, r.country, r.state, r.waitlist_position as "waitlistPosition", ${utc('r.hold_expires_at')} as "holdExpiresAt", r.cancel_reason as "cancelReason",
            ${utc('r.registered_at')} as "registeredAt", r.payment_status as "paymentStatus", r.payment_amount as "paymentAmount",
            r.payment_currency as "paymentCurrency", r.registration_source as source, coalesce(r.locale, 'en') as locale,
            ${utc('r.joined_at')} as "joinedAt", r.attendance_duration as "attendanceMinutes", r.rating,
            exists (select from webinars_mail_addresses a where a.email = r.email and a.bounced_at is not null) as "isBounced",
            json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)}, 'datetime', ${utc('s.datetime')}, 'timezone', s.timezone,
              'state', s.state) as session,
            ${order?.place ?? `array[]::text[]`} as place
       from unnest(?::int[]) with ordinality asked(id, n) join registrations r on r.id = asked.id
       join sessions s on s.document_id = r.session_document_id
      order by asked.n`,
    [ids],
  );

/** A page of registrations, and how many there are. One more than is shown tells whether there is a page behind it. */
export const readPage = async (sql: Sql, query: RosterQuery, timezone: string): Promise<RosterPage> => {
  const { sort, direction, after, before, pageSize, titles, ...filter } = query;
  const order = orderOf({ sort, direction });
  const cursor = before ?? after;
  const isBackwards = before !== undefined;
  const start = cursor === undefined ? null : { place: placeOf(cursor, { sort, direction }), isBackwards };
  const { ids, count } = await find(sql, { where: whereOf(filter, timezone), order, start, most: pageSize + 1 });
  const isMore = ids.length > pageSize;
  const shown = ids.slice(0, pageSize);
  const found = await readRows(sql, isBackwards ? shown.reverse() : shown, titles, order);
  const at = (row: Row | undefined, isThere: boolean) =>
    row && isThere ? cursorOf({ sort, direction }, row.place) : null;
  return {
    data: found.map(({ place: _, ...row }) => row),
    // Who came from a page knows that it is there.
    meta: {
      before: at(found[0], isBackwards ? isMore : start !== null),
      after: at(found.at(-1), isBackwards ? true : isMore),
      total: count,
    },
  };
};
