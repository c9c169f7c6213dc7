import type { RosterFilter } from '../../../contracts/roster';
import { rows, type Sql, type Trx } from '../kernel/database';

/** A condition on registrations `r`, with the values that belong to its `?`. */
export type Condition = { text: string; bindings: readonly unknown[] };

/** A selection as it was written down. */
export type Selection = { id: string; people: number; session: string | null };

type Making = { filter: RosterFilter | null; by: string | null; now: Date };

const MADE = `insert into webinars_selections (filter, people, made_at, made_by) values (?::jsonb, 0, ?, ?) returning id::text`;

/** How many there are, and whether all are of one session, said with the selection itself. */
const COUNT = `update webinars_selections s set people = c.people, session_document_id = c.session
     from (select count(*)::int as people, case when min(p.session_document_id) = max(p.session_document_id) then min(p.session_document_id) end as session
             from webinars_selected p where p.selection_id = ?::bigint) c
    where s.id = ?::bigint returning s.people, s.session_document_id as session`;

const make = async (
  trx: Trx,
  { filter, by, now }: Making,
  write: (id: string) => Promise<unknown>,
): Promise<Selection> => {
  const [made] = await rows<{ id: string }>(trx, MADE, [filter && JSON.stringify(filter), now, by]);
  const { id } = made!;
  await write(id);
  const [counted] = await rows<Omit<Selection, 'id'>>(trx, COUNT, [id, id]);
  return { id, ...counted! };
};

/** Writes down who meets a condition at this moment, with one statement: whoever comes or changes later is as they were then. */
export const freeze = (trx: Trx, condition: Condition, making: Making): Promise<Selection> =>
  make(trx, making, (id) =>
    rows(
      trx,
      `insert into webinars_selected (selection_id, place, registration_id, registration_document_id, session_document_id)
       select ?::bigint, row_number() over (order by r.session_document_id, r.state = 'waitlisted' desc, r.registered_at, r.id),
              r.id, r.document_id, r.session_document_id
         from registrations r where ${condition.text}`,
      [id, ...condition.bindings],
    ),
  );

/** Writes down whom an earlier selection changed, with where they stood before. */
export const freezeChanged = (trx: Trx, of: string, making: Making): Promise<Selection> =>
  make(trx, making, (id) =>
    rows(
      trx,
      `insert into webinars_selected (selection_id, place, registration_id, registration_document_id, session_document_id, undone)
       select ?::bigint, row_number() over (order by p.session_document_id, r.registered_at, p.place), p.registration_id,
              p.registration_document_id, p.session_document_id, jsonb_build_object('before', p.before, 'after', p.after)
         from webinars_selected p left join registrations r on r.id = p.registration_id
        where p.selection_id = ?::bigint and p.outcome = 'changed'`,
      [id, of],
    ),
  );

/** From now on something is done with it. */
export const use = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await rows(trx, `update webinars_selections set used_at = coalesce(used_at, ?) where id = ?::bigint`, [now, id]);
};

/** A selection that is there. */
export const readSelection = async (sql: Sql, id: string): Promise<Selection | null> =>
  (
    await rows<Selection>(
      sql,
      `select id::text, people, session_document_id as session from webinars_selections where id = ?::bigint`,
      [id],
    )
  )[0] ?? null;

/** Where the registrations `r` of a selection are found, and in which order. */
export const selectedPeople = (id: string) => ({
  from: 'webinars_selected p join registrations r on r.id = p.registration_id',
  place: 'p.place',
  where: 'p.selection_id = ?::bigint',
  bindings: [id],
});

/** Somebody whose turn has come. */
export type Waiting<State extends string> = {
  place: number;
  documentId: string;
  session: string;
  undone: { before: State; after: State } | null;
};

/** The next whose turn has not come yet, all of one session. Places up to `after` are known to be done. */
export const nextWaiting = <State extends string>(
  trx: Trx,
  id: string,
  after: number,
  most: number,
): Promise<Waiting<State>[]> =>
  rows<Waiting<State>>(
    trx,
    `with few as (
       select p.place, p.registration_document_id, p.session_document_id, p.undone from webinars_selected p
        where p.selection_id = ?::bigint and p.place > ? and p.outcome is null order by p.place limit ?)
     select f.place, f.registration_document_id as "documentId", f.session_document_id as session, f.undone::json from few f
      where f.session_document_id = (select o.session_document_id from few o order by o.place limit 1) order by f.place`,
    [id, after, most],
  );

export type Became = {
  place: number;
  outcome: 'changed' | 'left';
  reason: string | null;
  before: string | null;
  after: string | null;
  successor: string | null;
};

/** Writes what became of people, in the transaction in which it did. */
export const writeOutcomes = async (trx: Trx, id: string, became: readonly Became[]): Promise<void> => {
  await rows(
    trx,
    `update webinars_selected p set outcome = b.outcome, reason = b.reason, before = b.before, after = b.after, successor = b.successor
       from jsonb_to_recordset(?::jsonb) as b(place int, outcome text, reason text, before text, after text, successor text)
      where p.selection_id = ?::bigint and p.place = b.place`,
    [JSON.stringify(became), id],
  );
};

const LEFTOVER_DAYS = 1;
const KEPT_DAYS = 90;

/** Forgets who was chosen and never used, and after a quarter of a year who was in any selection: what was done stands in the audit log. */
export const forgetSelections = async (sql: Sql, now: Date): Promise<void> => {
  await rows(
    sql,
    `delete from webinars_selections where made_at < ?::timestamptz - make_interval(days => ${LEFTOVER_DAYS}) and used_at is null`,
    [now],
  );
  await rows(
    sql,
    `delete from webinars_selected p using webinars_selections s
      where s.id = p.selection_id and s.made_at < ?::timestamptz - make_interval(days => ${KEPT_DAYS})`,
    [now],
  );
};
