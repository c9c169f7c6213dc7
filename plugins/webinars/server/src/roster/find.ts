import type { RosterCount } from '../../../contracts/roster';
import { rows, type Sql } from '../kernel/database';
import type { Order, Place } from './order';
import type { Where } from './where';

/** Up to here registrations are counted; beyond it they are many. */
export const MANY = 10_000;

// A page of many is nearly always near to where one looks.
const LOOKED_AT = 20_000;

// A helper process takes many times as long to start as the index of words to answer, of which PostgreSQL expects more rows than there are. It
// starts none where a statement asks for what only this connection knows.
const alone = ({ isDear }: Where): string => (isDear ? 'and pg_backend_pid() > 0' : '');

/** From where a page goes on, and in which direction. */
export type Start = { place: Place; isBackwards: boolean } | null;

type Asked = { where: Where; order: Order; start: Start; most: number };
export type Found = { ids: number[]; count: RosterCount };

const parts = ({ order, start }: Asked) => {
  const isBackwards = start?.isBackwards ?? false;
  const behind = start ? order.behind(start.place, isBackwards) : { text: 'true', bindings: [] };
  return { behind, by: order.by(isBackwards) };
};

const idsOf = (found: readonly { id: number }[]): number[] => found.map(({ id }) => id);

/** All that the condition finds, if they are few: sorted here, wherever in the table they are. */
const amongFew = async (sql: Sql, asked: Asked): Promise<{ found: number; ids: number[] }> => {
  const { where, order, most } = asked;
  const { behind, by } = parts(asked);
  const [answer] = await rows<{ found: number; ids: number[] }>(
    sql,
    `with few as materialized (select r.id from registrations r where ${where.text} ${alone(where)} limit ${MANY + 1})
     select n.found, case when n.found > ${MANY} then '[]'::json else (
              select coalesce(json_agg(p.id order by p.place), '[]') from (
                select r.id, row_number() over (order by ${by}) as place from few join registrations r on r.id = few.id ${order.join}
                 where ${behind.text} order by place limit ?) p) end as ids
       from (select count(*)::int as found from few) n`,
    [...where.bindings, ...behind.bindings, most],
  );
  return answer!;
};

/** The first that the condition finds among those at the head of the list. */
const nearBy = (sql: Sql, asked: Asked): Promise<{ id: number }[]> => {
  const { where, order, start, most } = asked;
  const { behind, by } = parts(asked);
  return rows<{ id: number }>(
    sql,
    `select r.id from (select r.*, ${order.keys} from registrations r ${order.join} where ${behind.text} order by ${by} limit ${LOOKED_AT}) r
      where ${where.text} order by ${order.byNames(start?.isBackwards ?? false)} limit ?`,
    [...behind.bindings, ...where.bindings, most],
  );
};

/** The first that the condition finds, wherever they are. */
const anywhere = (sql: Sql, asked: Asked): Promise<{ id: number }[]> => {
  const { where, order, most } = asked;
  const { behind, by } = parts(asked);
  return where.isDear
    ? rows<{ id: number }>(
        sql,
        `with found as materialized (select r.id from registrations r where ${where.text})
         select r.id from found join registrations r on r.id = found.id ${order.join} where ${behind.text} order by ${by} limit ?`,
        [...where.bindings, ...behind.bindings, most],
      )
    : rows<{ id: number }>(
        sql,
        `select r.id from registrations r ${order.join} where ${behind.text} and ${where.text} order by ${by} limit ?`,
        [...behind.bindings, ...where.bindings, most],
      );
};

/**
 * The ids of a page, in the order in which they were looked for, and how many there are in all.
 *
 * A rare condition is fast where its rows are fetched and sorted, a common one where the table is read in order, and nobody knows beforehand
 * which it is: PostgreSQL's guess, wrong, reads a million rows for twenty-five. So few are looked for first, which costs little if there are many.
 */
export const find = async (sql: Sql, asked: Asked): Promise<Found> => {
  const many: RosterCount = { count: MANY, isMore: true };
  if (asked.where.text === 'true') {
    const [counted] = await rows<{ count: number }>(
      sql,
      `select count(*)::int as count from (select from registrations limit ${MANY + 1}) c`,
    );
    const count = counted!.count > MANY ? many : { count: counted!.count, isMore: false };
    return { ids: idsOf(await anywhere(sql, asked)), count };
  }
  const { found, ids } = await amongFew(sql, asked);
  if (found <= MANY) return { ids, count: { count: found, isMore: false } };
  const near = await nearBy(sql, asked);
  return { ids: idsOf(near.length === asked.most ? near : await anywhere(sql, asked)), count: many };
};
