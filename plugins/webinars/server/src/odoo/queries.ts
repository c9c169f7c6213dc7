import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';

type Text = { locale: Locale; title: string | null; description: unknown };

/** A session as Odoo is told of it. */
export type SessionFacts = {
  documentId: string;
  slug: string | null;
  state: 'draft' | 'published' | 'live' | 'completed' | 'cancelled';
  datetime: Date;
  duration: number;
  timezone: string;
  capacity: number | null;
  taken: number;
  /** Minor units. */
  price: number;
  currency: string;
  createOdooEvent: boolean;
  /** Its own texts, plain, and its topic's, in Strapi's blocks. */
  texts: Text[];
  topics: Text[];
  category: string | null;
  odooProductId: number | null;
  speaker: {
    documentId: string;
    firstName: string | null;
    lastName: string | null;
    email: string | null;
    company: string | null;
  } | null;
};

export const readSessions = async (sql: Sql, documentIds: readonly string[]): Promise<Map<string, SessionFacts>> => {
  const found = await rows<SessionFacts>(
    sql,
    `select s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.capacity, s.registration_count as taken,
            s.price, s.currency, coalesce(s.create_odoo_event, true) as "createOdooEvent",
            coalesce(own.texts, '[]') as texts, coalesce(topic.texts, '[]') as topics, topic.category, topic.product as "odooProductId",
            speaker.person as speaker
       from sessions s
       left join lateral (
         select json_agg(json_build_object('locale', x.locale, 'title', x.title, 'description', x.description) order by c."order") as texts
           from sessions_cmps c join components_session_localized_texts x on x.id = c.cmp_id
          where c.entity_id = s.id and c.field = 'texts') own on true
       left join lateral (
         select json_agg(json_build_object('locale', v.locale, 'title', v.title, 'description', v.description)) as texts,
                max(v.category) as category, max(v.odoo_product_id) as product
           from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
          where l.session_id = s.id) topic on true
       left join lateral (
         select json_build_object('documentId', p.document_id, 'firstName', p.first_name, 'lastName', p.last_name, 'email', p.email,
                  'company', p.company) as person
           from sessions_speaker_lnk l join speakers p on p.id = l.speaker_id where l.session_id = s.id order by p.id limit 1) speaker on true
      where s.document_id = any(?)`,
    [[...new Set(documentIds)]],
  );
  return new Map(found.map((one) => [one.documentId, one]));
};

/** A registration as Odoo is told of it. */
export type RegistrationFacts = {
  documentId: string;
  session: string;
  reference: string;
  state: 'pending_approval' | 'pending_payment' | 'confirmed' | 'waitlisted' | 'cancelled' | 'attended' | 'no_show';
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  company: string | null;
  position: string | null;
  website: string | null;
  industry: string | null;
  challenges: unknown;
  interests: unknown;
  questions: string | null;
  objectives: string | null;
  wantsConsultation: boolean;
  wantsOneOnOne: boolean;
  wantsWorkshops: boolean;
  wantsWhitepapers: boolean;
  wantsMentorship: boolean;
  /** Agreed to be contacted by the consultant, or, confirmed, to news. */
  agrees: boolean;
  /** How they came, as the visitor's link said. */
  source: string | null;
  utm: string | null;
  attendanceMinutes: number | null;
  questionsAsked: number;
  chatMessages: number;
  rating: number | null;
  /** Of the session. */
  datetime: Date;
  duration: number;
  price: number;
  currency: string;
  category: string | null;
  createOdooEvent: boolean;
};

export const readRegistrations = async (
  sql: Sql,
  documentIds: readonly string[],
): Promise<Map<string, RegistrationFacts>> => {
  const found = await rows<RegistrationFacts>(
    sql,
    `select r.document_id as "documentId", r.session_document_id as session, r.reference, r.state, r.first_name as "firstName",
            r.last_name as "lastName", r.email, r.phone, r.company, r.position, r.website, r.industry_vertical as industry,
            r.current_challenges::json as challenges, r.expertise_interest::json as interests, r.specific_questions as questions,
            r.learning_objectives as objectives,
            coalesce(r.consultation_interest, false) or r.follow_up_preferences is not distinct from 'consultation'
              or coalesce(x.one_on_one_consultation, false) as "wantsConsultation",
            coalesce(x.one_on_one_consultation, false) as "wantsOneOnOne", coalesce(x.workshop_series, false) as "wantsWorkshops",
            coalesce(x.whitepaper_downloads, false) as "wantsWhitepapers", coalesce(x.ongoing_mentorship, false) as "wantsMentorship",
            coalesce(r.consultant_follow_up_consent, false) or k.state is not distinct from 'confirmed' as agrees,
            r.registration_source as source, nullif(concat_ws(' / ', r.utm_source, r.utm_medium, r.utm_campaign), '') as utm,
            r.attendance_duration as "attendanceMinutes", coalesce(r.questions_asked, 0) as "questionsAsked",
            coalesce(r.chat_messages, 0) as "chatMessages", r.rating, s.datetime, s.duration, s.price, s.currency, t.category,
            coalesce(s.create_odoo_event, true) as "createOdooEvent"
       from registrations r join sessions s on s.document_id = r.session_document_id
       left join sessions_topic_lnk l on l.session_id = s.id left join topics t on t.id = l.topic_id
       left join registrations_cmps c on c.entity_id = r.id and c.field = 'interestedServices'
       left join components_registration_interested_services x on x.id = c.cmp_id
       left join webinars_marketing_consents k on k.email = r.email
      where r.document_id = any(?)`,
    [[...new Set(documentIds)]],
  );
  return new Map(found.map((one) => [one.documentId, one]));
};

/** What our records are there, by our record. */
export const remoteIds = async (
  sql: Sql,
  kind: string,
  records: readonly string[],
): Promise<Map<string, { id: number; state: string }>> => {
  const found = await rows<{ record: string; id: number; state: string }>(
    sql,
    `select record, remote_id::int as id, state from webinars_links
      where partner = 'odoo' and kind = ? and record = any(?::text[]) and remote_id is not null`,
    [kind, [...new Set(records)]],
  );
  return new Map(found.map(({ record, ...rest }) => [record, rest]));
};

/** Of our records, those that something is known of. */
export const readKnown = async (sql: Sql, kind: string, records: readonly string[]): Promise<Set<string>> => {
  const found = await rows<{ record: string }>(
    sql,
    `select record from webinars_links where partner = 'odoo' and kind = ? and record = any(?::text[])`,
    [kind, records],
  );
  return new Set(found.map(({ record }) => record));
};

/** Of our records, those that were sent and not taken, and are tried again. */
export const readRetried = async (sql: Sql, kind: string, records: readonly string[]): Promise<Set<string>> => {
  const found = await rows<{ record: string }>(
    sql,
    `select record from webinars_links
      where partner = 'odoo' and kind = ? and record = any(?::text[]) and remote_id is null and state = 'waiting' and attempts > 0`,
    [kind, [...new Set(records)]],
  );
  return new Set(found.map(({ record }) => record));
};

/** Writes what is where in Odoo into our own records, where the Content Manager shows it. */
export const showRemoteIds = async (
  sql: Sql,
  table: 'sessions' | 'registrations',
  ids: readonly { record: string; id: number }[],
): Promise<void> => {
  if (ids.length === 0) return;
  const column = table === 'sessions' ? 'odoo_event_id' : 'odoo_registration_id';
  await rows(
    sql,
    `update ${table} t set ${column} = i.id from jsonb_to_recordset(?::jsonb) as i(record text, id int)
      where t.document_id = i.record and t.${column} is distinct from i.id`,
    [JSON.stringify(ids)],
  );
};

/** How far back a reconciliation looks, and nothing is taken along from before. */
const RECENT = `interval '90 days'`;

/** The products that topics of sessions to come name. */
export const readProducts = async (sql: Sql, now: Date): Promise<string[]> =>
  (
    await rows<{ product: string }>(
      sql,
      `select distinct t.odoo_product_id::text as product from sessions s join sessions_topic_lnk l on l.session_id = s.id join topics t on t.id = l.topic_id
        where s.price > 0 and t.odoo_product_id is not null and s.state in ('published', 'live') and s.datetime > ?::timestamp limit 100`,
      [now],
    )
  ).map(({ product }) => product);

/** What belongs into Odoo. */
export type Unmarked = { kind: 'event' | 'attendee'; record: string; session: string };

const isNowhere = (kind: string, record: string): string =>
  `not exists (select from webinars_links l where l.partner = 'odoo' and l.kind = '${kind}' and l.record = ${record}
     and (l.remote_id is not null or l.state <> 'done'))`;

/** Sessions to come, and their registrations, that belong into Odoo and are neither there nor on their way. */
export const readUnmarked = (sql: Sql, now: Date, withRegistrations: boolean): Promise<Unmarked[]> =>
  rows<Unmarked>(
    sql,
    `with belonging as (
       select s.document_id from sessions s
        where coalesce(s.create_odoo_event, true) and s.state in ('published', 'live') and s.datetime > ?::timestamp - interval '1 day'
     )
     select 'event' as kind, s.document_id as record, s.document_id as session from belonging s where ${isNowhere('event', 's.document_id')}
     union all
     select 'attendee', r.document_id, r.session_document_id from belonging s join registrations r on r.session_document_id = s.document_id
      where ?::boolean and r.state <> 'cancelled' and ${isNowhere('attendee', 'r.document_id')}`,
    [now, withRegistrations],
  );

export type LinkRow = {
  record: string;
  session: string | null;
  remoteId: number | null;
  state: string;
  sent: Record<string, string>;
};

/** Records of one kind, of sessions of the last weeks and to come, a page at a time in the order of their document ids. */
export const readLinks = (sql: Sql, kind: string, now: Date, after: string, most: number): Promise<LinkRow[]> =>
  rows<LinkRow>(
    sql,
    `select l.record, l.session_document_id as session, l.remote_id::int as "remoteId", l.state, l.sent::json
       from webinars_links l join sessions s on s.document_id = l.session_document_id
      where l.partner = 'odoo' and l.kind = ? and l.record > ? and s.datetime > ?::timestamp - ${RECENT}
      order by l.record limit ?`,
    [kind, after, now, most],
  );

/**
 * Our registrations by reference: whoever has another ticket there was entered there. `isForgotten`: cancelled, and as far as we know never
 * there.
 */
export const readReferences = async (
  sql: Sql,
  references: readonly string[],
): Promise<Map<string, { record: string; isForgotten: boolean }>> => {
  const found = await rows<{ reference: string; record: string; isForgotten: boolean }>(
    sql,
    `select r.reference, r.document_id as record, r.state = 'cancelled' and not exists (
              select from webinars_links l where l.partner = 'odoo' and l.kind = 'attendee' and l.record = r.document_id) as "isForgotten"
       from registrations r where r.reference = any(?::text[])`,
    [references],
  );
  return new Map(found.map(({ reference, ...rest }) => [reference, rest]));
};

/** Of attendees there, those that are registrations of ours in one of the sessions. */
export const readLinked = async (
  sql: Sql,
  sessions: readonly string[],
  attendees: readonly number[],
): Promise<Set<number>> => {
  if (attendees.length === 0) return new Set();
  const found = await rows<{ id: number }>(
    sql,
    `select l.remote_id::int as id from webinars_links l
      where l.partner = 'odoo' and l.kind = 'attendee' and l.session_document_id = any(?::text[]) and l.remote_id = any(?::text[])`,
    [sessions, attendees.map(String)],
  );
  return new Set(found.map(({ id }) => id));
};

/** Forgets what is neither here nor there any more: nobody could repair it. */
export const forgetLost = (sql: Sql): Promise<unknown> =>
  rows(
    sql,
    `delete from webinars_links l where l.partner = 'odoo' and l.state = 'gone'
        and not exists (select from sessions s where s.document_id = l.record)
        and not exists (select from registrations r where r.document_id = l.record)`,
  );

/** Sessions in Odoo of which something was edited here since: they, their topic or their speaker. Those that were deleted as well. */
export const readEdited = async (sql: Sql, since: Date): Promise<string[]> =>
  (
    await rows<{ record: string }>(
      sql,
      `select l.record from webinars_links l
        where l.partner = 'odoo' and l.kind = 'event' and l.state <> 'waiting' and l.record in (
          select s.document_id from sessions s where s.updated_at >= ?::timestamp
           union all
          select s.document_id from topics v join topics t on t.document_id = v.document_id join sessions_topic_lnk x on x.topic_id = t.id
            join sessions s on s.id = x.session_id where v.updated_at >= ?::timestamp
           union all
          select s.document_id from speakers p join sessions_speaker_lnk x on x.speaker_id = p.id join sessions s on s.id = x.session_id
           where p.updated_at >= ?::timestamp)
     union all
     select l.record from webinars_links l
      where l.partner = 'odoo' and l.kind = 'event' and l.state = 'done' and not exists (select from sessions s where s.document_id = l.record)`,
      [since, since, since],
    )
  ).map(({ record }) => record);
