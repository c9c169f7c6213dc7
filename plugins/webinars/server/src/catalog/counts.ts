import type { Facet } from '../../../contracts/catalog';
import type { Sql } from '../kernel/database';
import {
  CERTIFICATIONS,
  IS_BOOKABLE,
  ofTimeframe,
  PANEL_SIZE,
  personConditions,
  priceAt,
  sessionConditions,
} from './filters';
import { allOf, ask, joined, raw, sql, type Fragment } from './fragment';
import { ON_STAGE, ratedEnough, TOPIC, type Request } from './queries';
import { searching } from './search';

const SESSION_FACETS = [
  'category',
  'difficulty',
  'price',
  'language',
  'sessionType',
  'panelSize',
  'tag',
] as const satisfies readonly Facet[];

const PERSON_FACETS = [
  'speaker',
  'consultantType',
  'expertise',
  'industry',
  'experienceLevel',
  'certifications',
  'hasFollowUp',
] as const satisfies readonly Facet[];

type SessionFacet = (typeof SESSION_FACETS)[number];
type PersonFacet = (typeof PERSON_FACETS)[number];

const bitOf = (facets: readonly Facet[], facet: Facet): number => 1 << facets.indexOf(facet);

/** A number with one bit for each filter a row fails: a facet counts the rows that fail no filter but its own. */
const failures = (facets: readonly Facet[], conditions: Partial<Record<Facet, Fragment>>): Fragment => {
  const failed = facets.flatMap((facet) => {
    const condition = conditions[facet];
    return condition ? [sql`case when ${condition} then 0 else ${raw(String(bitOf(facets, facet)))} end`] : [];
  });
  return failed.length === 0 ? raw('0') : joined(failed, ' + ');
};

const VALUE: Record<Exclude<SessionFacet, 'tag'>, string> = {
  category: 'category',
  difficulty: 'difficulty',
  price: 'price',
  language: 'language',
  sessionType: 'session_type',
  panelSize: 'panel_size',
};

const countSessions = (facet: SessionFacet): string => {
  const where = `is_cast and (failed & ~${bitOf(SESSION_FACETS, facet)}) = 0`;
  if (facet !== 'tag') {
    return `select '${facet}' as facet, ${VALUE[facet]} as value, null as label, count(*) as count
      from staged where ${where} and ${VALUE[facet]} is not null group by ${VALUE[facet]}`;
  }
  return `select 'tag', v.tag, null, sum(c.sessions)
    from (select topic_id, count(*) as sessions from staged where ${where} group by topic_id) c
    join topics t on t.id = c.topic_id
    cross join lateral (select distinct jsonb_array_elements_text(t.tags) where jsonb_typeof(t.tags) = 'array') v(tag)
   group by v.tag`;
};

const each = (list: string) => `select jsonb_array_elements_text(${list}) where jsonb_typeof(${list}) = 'array'`;
const TRAIT: Record<PersonFacet, string> = {
  speaker: 'select p.document_id',
  consultantType: 'select p.consultant_type',
  experienceLevel: 'select p.experience_level',
  expertise: each('p.expertise'),
  industry: each('p.industries'),
  certifications: each(CERTIFICATIONS.text),
  hasFollowUp: `select 'true' where ${IS_BOOKABLE.text}`,
};

/** What each person would be found by, and the facet whose own filter that may fail. */
const TRAITS = PERSON_FACETS.map(
  (
    facet,
  ) => `select distinct c.id, '${facet}' as facet, v.value, ${facet === 'speaker' ? "concat_ws(' ', p.first_name, p.last_name)" : 'null'} as label
    from people c join speakers p on p.id = c.id cross join lateral (${TRAIT[facet]}) v(value)
   where v.value is not null and (c.failed & ~${bitOf(PERSON_FACETS, facet)}) = 0`,
).join(' union all ');

export type Count = { facet: Facet | 'total'; value: string; label: string | null; count: number };

/**
 * How many sessions a request finds, and how many each value of each facet would. Sessions with one and the same cast are counted
 * together, so that people's traits are spelt out once a cast and not once a session.
 */
export const readCounts = async (database: Sql, request: Request): Promise<Count[]> => {
  const { query, timeframe, now } = request;
  const ofPeople = personConditions(query);
  const asksForPeople = Object.keys(ofPeople).length > 0 || request.rated !== null;
  const counted = await ask<Omit<Count, 'count'> & { count: string }>(
    database,
    sql`with ${query.search ? sql`${searching(query.search)},` : raw('')}
      people as materialized (
        select p.id, ${failures(PERSON_FACETS, ofPeople)} as failed from speakers p where ${allOf(ratedEnough(request.rated))}
      ),
      stage as (select session_id, array_agg(distinct speaker_id) as people, count(*) as size from (${raw(ON_STAGE)}) g group by session_id),
      staged as materialized (
        select tl.topic_id, stage.people,
               ${asksForPeople ? raw('coalesce(stage.people && (select array_agg(id) from people where failed = 0), false)') : raw('true')} as is_cast,
               t.category, t.difficulty_level as difficulty, s.language, s.session_type, ${PANEL_SIZE} as panel_size,
               case when ${priceAt(now)} = 0 then 'free' else 'paid' end as price,
               ${failures(SESSION_FACETS, sessionConditions(query, now))} as failed
          from sessions s ${TOPIC} left join stage on stage.session_id = s.id
         where ${ofTimeframe(timeframe, now)}
           ${query.search ? raw('and s.id in (select session_id from hits)') : raw('')}
      ),
      troupes as materialized (select people, count(*) as sessions from staged where failed = 0 group by people),
      traits as materialized (${raw(TRAITS)}),
      by_trait as (
        select facet, value, min(label) as label, sum(sessions) as count
          from (select distinct t.people, t.sessions, v.facet, v.value, v.label
                  from troupes t cross join lateral unnest(t.people) as c(id) join traits v on v.id = c.id) v
         group by facet, value
      )
      select c.facet, c.value, c.label, c.count from (
        select *, row_number() over (partition by facet order by count desc, value) as place
          from (${raw(SESSION_FACETS.map(countSessions).join(' union all '))} union all select * from by_trait) c
      ) c where c.place <= 100
      union all select 'total', '', null, count(*) from staged where is_cast and failed = 0`,
  );
  return counted.map((entry) => ({ ...entry, count: Number(entry.count) }));
};
