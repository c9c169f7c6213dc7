import type { Landing } from '../../../contracts/catalog';
import type { Sql } from '../kernel/database';
import { sqlList, type Locale } from '../kernel/text';
import { HOLDING } from '../registration';
import { ofTimeframe, utc } from './filters';
import { ask, raw, sql, type Fragment } from './fragment';
import { ON_STAGE } from './queries';
import { versionOf, type Quote } from './session-rows';
import { COMPONENT, ofComponent } from './tables';

/** The session under a slug or a document id, unless it is a draft. A slug wins where one session's slug is another's id. */
export const findShown = async (database: Sql, slugOrId: string): Promise<number | null> => {
  const [found] = await ask<{ id: number }>(
    database,
    sql`select id from sessions where (slug = ${slugOrId} or document_id = ${slugOrId}) and state <> 'draft'
        order by (slug = ${slugOrId}) desc nulls last limit 1`,
  );
  return found?.id ?? null;
};

type Seo = Landing['seo'];

/** What a landing page shows of one session beyond its card. */
export type Detail = {
  promotionalImageUrl: string | null;
  hasMaterials: boolean;
  hasSlides: boolean;
  hasCertificate: boolean;
  isRecorded: boolean;
  views: number;
  registeredThisWeek: number;
  topic: {
    locale: Locale;
    description: unknown[] | null;
    learningObjectives: string[] | null;
    targetAudience: string | null;
    prerequisites: string | null;
    promotionalImageUrl: string | null;
    agenda:
      { title: string | null; offset: number | null; speaker: { documentId: string; name: string } | null }[] | null;
    seo: Seo;
  } | null;
};

const SEO = `json_build_object('metaTitle', x.meta_title, 'metaDescription', x.meta_description, 'keywords', x.keywords, 'image', x.image)`;

const WEEK = 7 * 24 * 60 * 60_000;

export const readDetail = async (
  database: Sql,
  id: number,
  locale: Locale,
  fallback: Locale,
  now: Date,
): Promise<Detail | null> => {
  const [detail] = await ask<Detail>(
    database,
    sql`select s.promotional_image_url as "promotionalImageUrl", s.materials_url <> '' is true as "hasMaterials", s.slides_url <> '' is true as "hasSlides",
          s.certificate_template <> '' is true as "hasCertificate", coalesce(s.recording_enabled, false) as "isRecorded",
          coalesce(s.view_count, 0) as views,
          (select count(*)::int from registrations r where r.session_document_id = s.document_id and r.state in (${raw(sqlList(HOLDING))})
              and r.registered_at > ${utc(new Date(now.getTime() - WEEK))}::timestamp) as "registeredThisWeek",
          topic.topic
     from sessions s
     left join lateral (
       select json_build_object('locale', v.locale, 'description', v.description, 'learningObjectives', v.learning_objectives, 'targetAudience', v.target_audience,
                'prerequisites', v.prerequisites, 'promotionalImageUrl', v.promotional_image_url, 'seo', ${raw(ofComponent('topics', 'v', 'seo', COMPONENT.seo, SEO))},
                'agenda', (select json_agg(json_build_object('title', x.title, 'offset', x."offset", 'speaker', (
                    select json_build_object('documentId', p.document_id, 'name', concat_ws(' ', p.first_name, p.last_name))
                      from ${raw(COMPONENT.agendaSpeaker)} a join speakers p on p.id = a.speaker_id where a.agenda_item_id = x.id limit 1)) order by x."offset", c."order")
                  from topics_cmps c join ${raw(COMPONENT.agendaItem)} x on x.id = c.cmp_id where c.entity_id = v.id and c.field = 'agenda')) as topic
         from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
        where l.session_id = s.id ${versionOf('v', locale, fallback)}) topic on true
    where s.id = ${id}`,
  );
  return detail ?? null;
};

/** What only a full profile shows of a person. */
export type ProfileRow = {
  documentId: string;
  biography: unknown[] | null;
  websiteUrl: string | null;
  credentials: { education: string[] | null; publications: string[] | null; speakingYears: number | null } | null;
  availabilityStatus: 'available' | 'busy' | 'unavailable' | null;
  nextAvailableDate: string | null;
  brandColors: string[] | null;
  testimonials: Quote[] | null;
  whitepapers: { title: string; url: string }[] | null;
  seo: Seo;
};

const CREDENTIALS = `json_build_object('education', x.education, 'publications', x.publications, 'speakingYears', x.speaking_experience)`;

const listOf = (component: string, field: string, columns: string, locale: Locale): Fragment =>
  sql`(select json_agg(json_build_object(${raw(columns)}) order by (x.locale = ${locale}) desc nulls last, c."order")
         from speakers_cmps c join ${raw(component)} x on x.id = c.cmp_id where c.entity_id = p.id and c.field = '${raw(field)}')`;

export const readProfiles = (
  database: Sql,
  documentIds: readonly string[],
  locale: Locale,
  fallback: Locale,
): Promise<ProfileRow[]> =>
  ask<ProfileRow>(
    database,
    sql`select p.document_id as "documentId", to_json(p.biography) as biography, p.website_url as "websiteUrl",
          ${raw(ofComponent('speakers', 'p', 'credentials', COMPONENT.credentials, CREDENTIALS))} as credentials,
          p.availability_status as "availabilityStatus", to_char(p.next_available_date, 'YYYY-MM-DD') as "nextAvailableDate",
          ${raw(ofComponent('speakers', 'p', 'branding', COMPONENT.branding, 'to_json(x.brand_colors)'))} as "brandColors",
          ${listOf(COMPONENT.testimonial, 'testimonials', "'author', x.author, 'company', x.company, 'quote', x.quote", locale)} as testimonials,
          ${listOf(COMPONENT.whitepaper, 'whitepapers', "'title', x.title, 'url', x.url", locale)} as whitepapers,
          ${raw(ofComponent('speakers', 'p', 'seo', COMPONENT.seo, SEO))} as seo
     from unnest(${documentIds}::text[]) w(id)
     join lateral (select * from speakers p where p.document_id = w.id ${versionOf('p', locale, fallback)}) p on true`,
  );

const RELATED = 12;

/** Upcoming sessions that share the topic, the category, tags or a field of expertise with one, the closest first. */
export const readRelatedIds = async (database: Sql, id: number, now: Date): Promise<number[]> => {
  const related = await ask<{ id: number }>(
    database,
    sql`with mine as materialized (
        select t.document_id, t.category, t.tags from sessions_topic_lnk l join topics t on t.id = l.topic_id where l.session_id = ${id} limit 1
      ),
      knowledge as materialized (
        select array_agg(distinct e.field) as fields
          from (${raw(ON_STAGE)}) g join speakers p on p.id = g.speaker_id
          cross join lateral (select jsonb_array_elements_text(p.expertise) where jsonb_typeof(p.expertise) = 'array') e(field)
         where g.session_id = ${id}
      ),
      kin_topics as materialized (
        select t.id, case when t.document_id = m.document_id then 10 else 0 end + case when t.category = m.category then 3 else 0 end
                     + (select count(*) from jsonb_array_elements_text(case when jsonb_typeof(t.tags) = 'array' then t.tags else '[]' end) tag
                         where jsonb_exists(m.tags, tag)) as score
          from topics t cross join mine m
      ),
      kin_people as materialized (
        select p.id, (select count(*) from jsonb_array_elements_text(case when jsonb_typeof(p.expertise) = 'array' then p.expertise else '[]' end) field
                       where field = any(k.fields)) as score
          from speakers p cross join knowledge k
      ),
      kin as (
        select l.session_id, k.score from sessions_topic_lnk l join kin_topics k on k.id = l.topic_id and k.score > 0
        union all
        select g.session_id, k.score from (${raw(ON_STAGE)}) g join kin_people k on k.id = g.speaker_id and k.score > 0
      )
      select s.id from sessions s join kin on kin.session_id = s.id
       where s.id <> ${id} and ${ofTimeframe({ isPast: false, startsBefore: null }, now)}
       group by s.id order by sum(kin.score) desc, s.datetime, s.id limit ${RELATED}::int`,
  );
  return related.map((session) => session.id);
};

const OTHERS = 12;

/** Other sessions that the speaker of one is on the stage of: the next ones, or the latest ones that are over. */
export const readSpeakerSessionIds = async (
  database: Sql,
  id: number,
  isPast: boolean,
  now: Date,
): Promise<number[]> => {
  const others = await ask<{ id: number }>(
    database,
    sql`select s.id from sessions s
       where s.id <> ${id} and ${ofTimeframe({ isPast, startsBefore: null }, now)}
         and s.id in (
           select g.session_id from (${raw(ON_STAGE)}) g join speakers p on p.id = g.speaker_id
            where p.document_id in (select p.document_id from sessions_speaker_lnk l join speakers p on p.id = l.speaker_id where l.session_id = ${id}))
       order by s.datetime ${raw(isPast ? 'desc' : 'asc')}, s.id limit ${OTHERS}::int`,
  );
  return others.map((session) => session.id);
};
