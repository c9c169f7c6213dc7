import type { RosterChoices } from '../../../contracts/roster';
import { rows, type Sql } from '../kernel/database';

const MOST = 100;

/** What the filters offer. Each source is found by a jump through the index to the next one, not by reading a million of them. */
export const readChoices = async (sql: Sql): Promise<RosterChoices> => {
  const [choices] = await rows<RosterChoices>(
    sql,
    `with recursive jumps(source, n) as (
       (select registration_source, 1 from registrations where registration_source is not null order by registration_source limit 1)
       union all
       select (select r.registration_source from registrations r where r.registration_source > j.source order by r.registration_source limit 1), j.n + 1
         from jumps j where j.source is not null and j.n < ${MOST})
     select (select coalesce(json_agg(category order by category), '[]') from (
               select distinct category from topics where category <> '') c) as categories,
            (select coalesce(json_agg(source order by source), '[]') from jumps where source <> '') as sources`,
  );
  return choices!;
};
