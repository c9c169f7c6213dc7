import type { RosterState } from '../../../contracts/roster';
import type { SessionPeople, Trait } from '../../../contracts/session-people';
import { rows, type Sql } from '../kernel/database';
import { sqlList } from '../kernel/text';

export const countStates = (sql: Sql, session: string): Promise<{ state: RosterState; count: number }[]> =>
  rows(
    sql,
    `select r.state, count(*)::int as count from registrations r where r.session_document_id = ? group by r.state`,
    [session],
  );

const COLUMNS: Record<Trait, string> = {
  company: 'r.company',
  companySize: 'r.company_size',
  industry: 'r.industry_vertical',
  position: 'r.position',
  country: 'r.country',
  timezone: 'r.timezone',
  language: 'r.locale',
  source: 'r.registration_source',
};
const LISTED = Object.entries(COLUMNS)
  .map(([trait, column]) => `('${trait}', nullif(btrim(${column}), ''))`)
  .join(', ');

/**
 * The most frequent values of each trait of those who are not cancelled, and how many told none (null). Spellings that differ in case are
 * one, under the most frequent of them.
 */
export const countTraits = (
  sql: Sql,
  session: string,
  most: number,
): Promise<{ trait: Trait; value: string | null; count: number }[]> =>
  rows(
    sql,
    `with told as (
       select v.trait, lower(v.value) as key, mode() within group (order by v.value) as value, count(*)::int as count
         from registrations r cross join lateral (values ${LISTED}) v(trait, value)
        where r.session_document_id = ? and r.state <> 'cancelled' group by 1, 2)
     select trait, value, count
       from (select *, row_number() over (partition by trait, value is null order by count desc, key) as place from told) t
      where place <= ? order by trait, place`,
    [session, most],
  );

type Activity = Omit<SessionPeople['activity'][number], 'at'> & { at: Date };

/** What people of a session did last, and what was done to their places. */
export const readActivity = (sql: Sql, session: string, types: readonly string[], most: number): Promise<Activity[]> =>
  rows(
    sql,
    `select e.id::text, e.type, e.at, r.document_id as "documentId", nullif(concat_ws(' ', r.first_name, r.last_name), '') as name
       from (select * from webinars_events where session_document_id = ? and type in (${sqlList(types)}) order by id desc limit ?) e
       left join registrations r on r.document_id = e.registration_document_id
      order by e.id desc`,
    [session, most],
  );
