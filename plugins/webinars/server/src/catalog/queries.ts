import type { Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { ask, raw, sql } from './fragment';
import { asking } from './search';

/** What changes without a new version: the seats. */
export type Live = { id: number; registrationCount: number; waitlistCount: number };

export type Pulse = { version: string; live: Live[] };

/** The version the catalog is at, and the seats of some sessions at this very moment: the one statement of a request that was asked before. */
export const readPulse = async (database: Sql, ids: readonly number[]): Promise<Pulse> => {
  const [pulse] = await ask<{ version: string; live: Live[] | null }>(
    database,
    sql`select webinars_catalog_version() as version,
          (select json_agg(json_build_object('id', id, 'registrationCount', coalesce(registration_count, 0), 'waitlistCount', coalesce(waitlist_count, 0)))
             from sessions where id = any(${ids}::int[])) as live`,
  );
  return { version: pulse?.version ?? '', live: pulse?.live ?? [] };
};

export const foldChanges = async (database: Sql): Promise<void> => {
  await ask(database, raw('select webinars_fold_catalog_changes()'));
};

/**
 * Who gives a session: its speaker, then the panel. The moderator introduces, and is not what people come for.
 */
export const ON_STAGE = `select session_id, speaker_id, 0 as part, 0 as place from sessions_speaker_lnk
  union all select session_id, speaker_id, 1, speaker_ord from sessions_panelists_lnk`;

export type Search = { words: string; locale: Locale; isRanked: boolean };

/** Which of some sessions a search finds, and how well each answers it: words of the visitor's own language count twice. */
export const readHits = async (
  database: Sql,
  { words, locale, isRanked }: Search,
  candidates: readonly number[],
): Promise<Map<number, number>> => {
  const rank = isRanked
    ? sql`max(ts_rank(d.document, a.terms) * case when d.locale = ${locale} then 2 else 1 end)::float8`
    : raw('1::float8');
  const hits = await ask<{ id: number; rank: number }>(
    database,
    sql`with asked as materialized (${asking(words)})
      select d.session_id as id, ${rank} as rank
        from asked a join webinars_search d on d.document @@ a.terms and d.locale = a.locale
       where d.session_id = any(${candidates}::int[])
       group by d.session_id`,
  );
  return new Map(hits.map(({ id, rank: answers }) => [id, answers]));
};

/** Seats taken in some sessions. */
export const readPopularity = async (database: Sql, ids: readonly number[]): Promise<Map<number, number>> => {
  const counts = await ask<{ id: number; taken: number }>(
    database,
    sql`select id, registration_count as taken from sessions where id = any(${ids}::int[]) and registration_count > 0`,
  );
  return new Map(counts.map(({ id, taken }) => [id, taken]));
};

/** What a speaker's sessions came to. */
export type Numbers = {
  documentId: string;
  sessionsHeld: number;
  attendees: number;
  completionRate: number | null;
  average: number | null;
  ratings: number;
};

/** Every speaker's numbers, by document id. */
export type AllNumbers = ReadonlyMap<string, Numbers>;

/** Counted and averaged over every session a person was on the stage of. */
export const readNumbers = (database: Sql): Promise<Numbers[]> =>
  ask<Numbers>(
    database,
    sql`with rated as (
        select session_document_id, sum(rating) as points, count(*) as ratings from registrations where rating is not null group by 1
      )
      select p.document_id as "documentId",
             (count(*) filter (where s.state = 'completed'))::int as "sessionsHeld",
             coalesce(sum(s.attendance_count), 0)::int as attendees,
             avg(s.completion_rate)::float8 as "completionRate",
             (sum(r.points) / nullif(sum(r.ratings), 0))::float8 as average,
             coalesce(sum(r.ratings), 0)::int as ratings
        from (${raw(ON_STAGE)}) g
        join speakers p on p.id = g.speaker_id
        join sessions s on s.id = g.session_id and s.state in ('published', 'live', 'completed')
        left join rated r on r.session_document_id = s.document_id
       group by p.document_id`,
  );
