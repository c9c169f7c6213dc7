import type { HistoryActor, HistoryChoices } from '../../../contracts/history';
import { rows, type Sql } from '../kernel/database';
import { actorOf } from './actors';

const MOST = 200;

/** Each value of an indexed column once, by leaping through the index: a log of millions has few actors and fewer actions. */
const distinct = (column: 'actor' | 'action'): string =>
  `with recursive found as (
     (select ${column} as value from webinars_audit order by ${column} limit 1)
     union all
     select (select ${column} from webinars_audit where ${column} > found.value order by ${column} limit 1) from found where found.value is not null)
   select value from found where value is not null limit ${MOST}`;

const byName = (a: HistoryActor, b: HistoryActor): number => (a.name ?? '').localeCompare(b.name ?? '');

/** Who has done something, by the name they had last, and what was done: what the history can be asked for. */
export const readChoices = async (sql: Sql): Promise<HistoryChoices> => {
  const actors = await rows<{ key: string; name: string | null }>(
    sql,
    `select f.value as key, (select a.actor_name from webinars_audit a where a.actor = f.value order by a.at desc, a.id desc limit 1) as name
       from (${distinct('actor')}) f`,
  );
  const actions = await rows<{ value: string }>(sql, distinct('action'));
  return {
    actors: actors.map(({ key, name }) => actorOf(key, name)).sort(byName),
    actions: actions.map(({ value }) => value),
  };
};
