import type { CatalogQuery } from '../../../contracts/catalog';
import type { Sql } from '../kernel/database';
import { conditionsOf, ofTimeframe, personConditions, priceAt, sessionConditions } from './filters';
import { allOf, ask, raw, sql, type Fragment } from './fragment';
import { relevance, searching } from './search';
import type { Timeframe } from './timeframe';

/** What one catalog request asks, and when. `rated` holds the speakers whose average reaches the lowest one asked for. */
export type Request = { query: CatalogQuery; timeframe: Timeframe; now: Date; rated: readonly string[] | null };

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

/** A session's topic, whichever language version it is linked to: category and tags are the same in all. */
export const TOPIC = raw(
  'left join sessions_topic_lnk tl on tl.session_id = s.id left join topics t on t.id = tl.topic_id',
);
/** Who gives a session: its speaker and the panel. The moderator introduces, and is not what people come for. */
export const ON_STAGE =
  'select session_id, speaker_id from sessions_speaker_lnk union all select session_id, speaker_id from sessions_panelists_lnk';

export const ratedEnough = (rated: Request['rated']): Fragment[] =>
  rated ? [sql`p.document_id = any(${rated}::text[])`] : [];

const onStage = (request: Request): Fragment | null => {
  const conditions = [...Object.values(personConditions(request.query)), ...ratedEnough(request.rated)];
  if (conditions.length === 0) return null;
  return sql`exists (select from (${raw(ON_STAGE)}) g join speakers p on p.id = g.speaker_id
    where g.session_id = s.id and ${allOf(conditions)})`;
};

const orderOf = ({ query, timeframe, now }: Request): Fragment => {
  const byDate = timeframe.isPast ? raw('s.datetime desc, s.id desc') : raw('s.datetime, s.id');
  switch (query.sort ?? (query.search ? 'relevance' : timeframe.isPast ? '-date' : 'date')) {
    case 'date':
      return raw('s.datetime, s.id');
    case '-date':
      return raw('s.datetime desc, s.id desc');
    case 'price':
      return sql`${priceAt(now)}, ${byDate}`;
    case '-price':
      return sql`${priceAt(now)} desc, ${byDate}`;
    case 'popularity':
      return sql`s.registration_count desc nulls last, ${byDate}`;
    case 'rating':
      return sql`best.average desc nulls last, ${byDate}`;
    case 'relevance':
      return sql`${relevance(query.locale)} desc nulls last, ${byDate}`;
  }
};

/** The ids of one page, in their order. */
export const readPageIds = async (database: Sql, request: Request, numbers: AllNumbers): Promise<number[]> => {
  const { query, timeframe, now } = request;
  const ofSession = sessionConditions(query, now);
  const stage = onStage(request);
  const rated = [...numbers.values()].filter(({ average }) => average !== null);
  const found = await ask<{ id: number }>(
    database,
    sql`${query.search ? sql`with ${searching(query.search)}` : raw('')}
      select s.id from sessions s
        ${query.category || query.difficulty || query.tag ? TOPIC : raw('')}
        ${query.panelSize ? raw(`cross join lateral (select count(*) as size from (${ON_STAGE}) g where g.session_id = s.id) stage`) : raw('')}
        ${
          query.sort === 'rating'
            ? sql`left join (
                select l.session_id, r.average from sessions_speaker_lnk l join speakers p on p.id = l.speaker_id
                  join unnest(${rated.map((speaker) => speaker.documentId)}::text[], ${rated.map((speaker) => speaker.average)}::float8[]) as r(document_id, average)
                    on r.document_id = p.document_id
              ) best on best.session_id = s.id`
            : raw('')
        }
       where ${ofTimeframe(timeframe, now)}
         and ${conditionsOf(ofSession)}
         ${stage ? sql`and ${stage}` : raw('')}
         ${query.search ? raw('and s.id in (select session_id from hits)') : raw('')}
       order by ${orderOf(request)}
       limit ${query.pageSize}::int offset ${(query.page - 1) * query.pageSize}::int`,
  );
  return found.map(({ id }) => id);
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
