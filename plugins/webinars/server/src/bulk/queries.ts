import type {
  BulkPeople,
  BulkPeopleQuery,
  BulkPerson,
  BulkState,
  BulkView,
  LeftReason,
  StaffDeed,
} from '../../../contracts/bulk';
import type { RosterFilter } from '../../../contracts/roster';
import { rows, type Sql, type Trx } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Alike } from '../registration';
import { undoable } from './undoable';

const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

type Row = Omit<BulkView, 'left' | 'undoable' | 'filter'> & {
  filter: RosterFilter | null;
  leftAlone: Partial<Record<LeftReason, number>>;
  isForgotten: boolean;
};

// Strapi has jsonb come as text; json comes as what it says.
const SELECT = `select b.selection_id::text as id, b.deed, b.state, s.filter::json, s.people, b.changed, b.left_alone::json as "leftAlone", b.note,
    coalesce(b.by_name, s.made_by) as by, ${at('s.made_at')} as "madeAt", ${at('b.begun_at')} as "begunAt", ${at('b.ended_at')} as "endedAt",
    (select json_build_object('id', o.selection_id::text, 'deed', o.deed) from webinars_bulk o where o.selection_id = b.undo_of) as "undoOf",
    (select u.selection_id::text from webinars_bulk u where u.undo_of = b.selection_id and u.state <> 'chosen') as "undoneBy",
    s.people > 0 and not exists (select from webinars_selected p where p.selection_id = b.selection_id) as "isForgotten"
  from webinars_bulk b join webinars_selections s on s.id = b.selection_id`;

const viewOf = ({ leftAlone, isForgotten, ...row }: Row): BulkView => ({
  ...row,
  left: Object.entries(leftAlone).map(([reason, people]) => ({ reason: reason as LeftReason, people })),
  undoable: undoable({ ...row, isUndone: row.undoneBy !== null, isForgotten }),
});

export const readBulk = async (sql: Sql, id: string): Promise<BulkView | null> => {
  const [row] = await rows<Row>(sql, `${SELECT} where b.selection_id = ?::bigint`, [id]);
  return row ? viewOf(row) : null;
};

const MOST_LISTED = 50;

/** The newest that were begun. */
export const listBulks = async (sql: Sql): Promise<BulkView[]> =>
  (await rows<Row>(sql, `${SELECT} where b.state <> 'chosen' order by b.selection_id desc limit ${MOST_LISTED}`)).map(
    viewOf,
  );

export const insertBulk = async (
  trx: Trx,
  { id, deed, undoOf }: { id: string; deed: StaffDeed; undoOf: string | null },
): Promise<void> => {
  await rows(trx, `insert into webinars_bulk (selection_id, deed, undo_of) values (?::bigint, ?, ?::bigint)`, [
    id,
    deed,
    undoOf,
  ]);
};

/** A bulk action as its next step finds it, kept from everybody else until the transaction ends. */
export type Locked = {
  id: string;
  deed: StaffDeed;
  state: BulkState;
  note: string;
  upTo: number;
  changed: number;
  left: Partial<Record<LeftReason, number>>;
  people: number;
  session: string | null;
  byId: string | null;
  byName: string | null;
  undoOf: string | null;
};

export const lockBulk = async (trx: Trx, id: string): Promise<Locked | null> =>
  (
    await rows<Locked>(
      trx,
      `select b.selection_id::text as id, b.deed, b.state, b.note, b.worked_up_to as "upTo", b.changed, b.left_alone::json as left, s.people,
              s.session_document_id as session, b.by_id as "byId", b.by_name as "byName", b.undo_of::text as "undoOf"
         from webinars_bulk b join webinars_selections s on s.id = b.selection_id where b.selection_id = ?::bigint for update of b`,
      [id],
    )
  )[0] ?? null;

export const writeState = async (
  trx: Trx,
  id: string,
  {
    state,
    begunAt,
    endedAt,
    note,
    by,
  }: {
    state: BulkState;
    begunAt?: Date;
    endedAt?: Date;
    note?: string;
    by?: { id: string | null; name: string | null };
  },
): Promise<void> => {
  await rows(
    trx,
    `update webinars_bulk set state = ?, begun_at = coalesce(?::timestamptz, begun_at), ended_at = ?::timestamptz, note = coalesce(?, note),
            by_id = case when ?::boolean then ? else by_id end, by_name = case when ?::boolean then ? else by_name end
      where selection_id = ?::bigint`,
    [
      state,
      begunAt ?? null,
      endedAt ?? null,
      note ?? null,
      by !== undefined,
      by?.id ?? null,
      by !== undefined,
      by?.name ?? null,
      id,
    ],
  );
};

export const writeProgress = async (
  trx: Trx,
  id: string,
  { upTo, changed, left }: Pick<Locked, 'upTo' | 'changed' | 'left'>,
): Promise<void> => {
  await rows(
    trx,
    `update webinars_bulk set worked_up_to = ?, changed = ?, left_alone = ?::jsonb where selection_id = ?::bigint`,
    [upTo, changed, JSON.stringify(left), id],
  );
};

/** Whether somebody has begun to take it back. */
export const isUndone = async (sql: Sql, id: string): Promise<boolean> =>
  (await rows(sql, `select from webinars_bulk where undo_of = ?::bigint and state <> 'chosen'`, [id])).length > 0;

const DOUBLE = `(exists (select from registrations o where o.session_document_id = p.session_document_id and o.email = r.email and o.state <> 'cancelled')
  or row_number() over (partition by p.session_document_id, r.email order by p.place) > 1)`;

/** Those whose turn is still to come, by what a deed knows of them. Whose registration no longer exists has no state. */
export const readAlike = (
  sql: Sql,
  { id, deed }: Pick<BulkView, 'id' | 'deed'>,
): Promise<(Omit<Alike, 'state'> & { state: Alike['state'] | null })[]> =>
  rows(
    sql,
    `select session, state, "paymentStatus", "cancelReason", undone::json, "isDouble", count(*)::int as people
       from (select p.place, p.session_document_id as session, r.state, r.payment_status as "paymentStatus", r.cancel_reason as "cancelReason",
                    p.undone, ${deed === 'readmit' ? DOUBLE : 'false'} as "isDouble"
               from webinars_selected p left join registrations r on r.id = p.registration_id
              where p.selection_id = ?::bigint and p.outcome is null) turn
      group by session, state, "paymentStatus", "cancelReason", undone, "isDouble" order by min(place)`,
    [id],
  );

const PAGE = 50;

const OUTCOMES = {
  changed: `p.outcome = 'changed'`,
  left: `p.outcome = 'left'`,
  waiting: 'p.outcome is null',
} as const;

/** A page of the people of a bulk action, in the order of their turns. */
export const readPeople = async (
  sql: Sql,
  id: string,
  { outcome, reason, after = 0, titles }: BulkPeopleQuery,
): Promise<BulkPeople> => {
  const conditions = [
    'true',
    ...(outcome ? [OUTCOMES[outcome]] : []),
    ...(reason ? [`p.outcome = 'left' and p.reason = ?`] : []),
  ];
  const found = await rows<BulkPerson>(
    sql,
    `with few as (
       select p.* from webinars_selected p where p.selection_id = ?::bigint and p.place > ? and ${conditions.join(' and ')} order by p.place limit ${PAGE + 1})
     select p.place, p.outcome, p.reason, p.before, p.after, p.successor, ${sessionTitleIn(`'${titles}'`)} as session,
            case when r.id is not null then json_build_object('documentId', r.document_id, 'firstName', r.first_name, 'lastName', r.last_name, 'email', r.email) end
              as registration
       from few p left join registrations r on r.id = p.registration_id left join sessions s on s.document_id = p.session_document_id order by p.place`,
    [id, after, ...(reason ? [reason] : [])],
  );
  const people = found.slice(0, PAGE);
  return { people, next: found.length > PAGE ? people.at(-1)!.place : null };
};
