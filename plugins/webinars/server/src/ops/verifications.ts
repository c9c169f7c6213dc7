import type { CheckDetail, CheckRow, FoundDifference } from '../../../contracts/checks';
import { SYSTEM, type Actor } from '../audit';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import { inWords, type Figures } from './difference-words';
import type { Verification } from './verify';

/** A verification that was made, as it is remembered. */
export type PastVerification = { at: string; sessions: number; registrations: number; differences: number };

export const verificationsConstraints: string[] = [
  `create table if not exists webinars_verifications (
     at timestamptz primary key,
     sessions int not null,
     registrations int not null,
     differences int not null
   )`,
  // What was found, so that it can be read and mended later; of verifications before, only the count is known.
  `alter table webinars_verifications add column if not exists found jsonb`,
  `alter table webinars_verifications add column if not exists repaired int not null default 0`,
  `alter table webinars_verifications add column if not exists by_name text`,
];

/** More than this nobody reads one by one; the count tells of the others. */
const MOST_KEPT = 500;

/** Remembers what a verification found, so that the admin can say whether all was well when somebody last looked. */
export const keepVerification = async (
  sql: Sql,
  found: Verification,
  at: Date,
  by: Actor = SYSTEM,
): Promise<PastVerification> => {
  const differences = found.differences.length;
  await rows(
    sql,
    `insert into webinars_verifications (at, sessions, registrations, differences, found, repaired, by_name)
     values (?, ?::int, ?::int, ?::int, ?::jsonb, ?::int, ?)
     on conflict (at) do update
       set differences = excluded.differences, found = excluded.found, repaired = excluded.repaired, by_name = excluded.by_name`,
    [
      at,
      found.sessions,
      found.registrations,
      differences,
      JSON.stringify(found.differences.slice(0, MOST_KEPT)),
      found.repaired,
      by.name,
    ],
  );
  return { at: at.toISOString(), sessions: found.sessions, registrations: found.registrations, differences };
};

export const lastVerification = async (sql: Sql): Promise<PastVerification | null> => {
  const [last] = await rows<Omit<PastVerification, 'at'> & { at: Date }>(
    sql,
    'select at, sessions, registrations, differences from webinars_verifications order by at desc limit 1',
  );
  return last ? { ...last, at: last.at.toISOString() } : null;
};

const MOST_LISTED = 20;

const COLUMNS = `to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, v.sessions, v.registrations, v.differences, v.repaired,
  v.by_name as by`;

/** The last verifications, the newest first. */
export const readVerifications = (sql: Sql): Promise<CheckRow[]> =>
  rows<CheckRow>(sql, `select ${COLUMNS} from webinars_verifications v order by v.at desc limit ${MOST_LISTED}`);

/** One of them with what it found, and the sessions by name; of what was kept in words, only the count. Null where there is none of that instant. */
export const readVerification = async (sql: Sql, at: Date, locale: Locale): Promise<CheckDetail | null> => {
  const [found] = await rows<
    CheckRow & { found: (Omit<FoundDifference, 'expected' | 'found'> & { expected: Figures; found: Figures })[] }
  >(
    sql,
    `select ${COLUMNS}, (
        select coalesce(json_agg(json_build_object('rule', d.rule, 'expected', d.expected, 'found', d.found, 'repairable', d.repairable,
                 'session', case when d.session is not null then json_build_object('documentId', d.session, 'title', t.title) end) order by d.n), '[]')
          from jsonb_to_recordset(case when v.found is null then '[]' else (
                 select jsonb_agg(f.one || jsonb_build_object('n', f.n)) from jsonb_array_elements(v.found) with ordinality f(one, n)) end)
               as d(n int, rule text, session text, expected json, found json, repairable boolean)
          left join lateral (select ${sessionTitleIn(`'${locale}'`)} as title from sessions s where s.document_id = d.session) t on true
         where json_typeof(d.found) = 'array') as found
       from webinars_verifications v where date_trunc('milliseconds', v.at) = ?::timestamptz order by v.at desc limit 1`,
    [at],
  );
  return found ? { ...found, found: found.found.map((one) => inWords(one, locale)) } : null;
};
