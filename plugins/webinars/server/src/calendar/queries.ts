import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { Told } from './words';

/** A session as calendars tell it. */
export type SessionRow = Told & {
  state: string;
  datetime: Date;
  duration: number;
  timezone: string;
  scheduleVersion: number;
  createdAt: Date;
  updatedAt: Date;
  speakers: string[] | null;
};

/** One person's place in it. */
export type PersonalRow = SessionRow & {
  registrationDocumentId: string;
  reference: string;
  registrationState: string;
  firstName: string;
  lastName: string;
  email: string;
  locale: Locale | null;
  registeredAt: Date;
  materialsUrl: string | null;
};

const LONGEST_BEGINNING = 500;

// Plain text of Strapi's blocks.
const BEGINNING = `left((select string_agg(t.node #>> '{}', ' ') from jsonb_path_query(v.description, 'strict $.**.text') as t(node)), ${LONGEST_BEGINNING})`;

const COLUMNS = `s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone,
  coalesce(s.schedule_version, 0) as "scheduleVersion", coalesce(s.created_at, s.updated_at, s.datetime) as "createdAt",
  coalesce(greatest(s.updated_at, topic.updated_at), s.datetime) as "updatedAt", own.texts, topic.versions, stage.speakers`;

// Nothing private stands here: a meeting's address and password are in no calendar file.
const told = (beginning: string) => `left join lateral (
    select json_agg(json_build_object('locale', x.locale, 'title', x.title, 'description', x.description) order by c."order") as texts
      from sessions_cmps c join components_session_localized_texts x on x.id = c.cmp_id
     where c.entity_id = s.id and c.field = 'texts') own on true
  left join lateral (
    select json_agg(json_build_object('locale', v.locale, 'title', v.title, 'beginning', ${beginning}) order by v.id) as versions,
           max(v.updated_at) as updated_at
      from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
     where l.session_id = s.id) topic on true
  left join lateral (
    select json_agg(concat_ws(' ', p.first_name, p.last_name) order by g.part, g.place, p.id) as speakers
      from (select l.speaker_id, 0 as part, 0 as place from sessions_speaker_lnk l where l.session_id = s.id
            union all select l.speaker_id, 1, l.speaker_ord from sessions_panelists_lnk l where l.session_id = s.id) g
      join speakers p on p.id = g.speaker_id) stage on true`;

/** What visitors may know of; a cancelled session says so. */
const SHOWN = `s.state <> 'draft'`;

/** The session under a slug or a document id, unless it is a draft. A slug wins where one session's slug is another's id. */
export const readSession = async (sql: Sql, slugOrId: string): Promise<SessionRow | null> => {
  const [row] = await rows<SessionRow>(
    sql,
    `select ${COLUMNS} from sessions s ${told(BEGINNING)}
      where (s.slug = ? or s.document_id = ?) and ${SHOWN} order by (s.slug = ?) desc nulls last limit 1`,
    [slugOrId, slugOrId, slugOrId],
  );
  return row ?? null;
};

/** Which sessions a feed has. */
export type Subject = { of: 'programme' } | { of: 'category' | 'speaker'; value: string };

/** More than that is an archive, and beyond what calendars take in. */
const MOST_IN_A_FEED = 1000;

const OF: Record<Subject['of'], string> = {
  programme: '',
  category: `and s.id in (select l.session_id from sessions_topic_lnk l join topics t on t.id = l.topic_id where t.category = ?)`,
  speaker: `and s.id in (
      select l.session_id from sessions_speaker_lnk l join speakers p on p.id = l.speaker_id where p.document_id = ?
      union all
      select l.session_id from sessions_panelists_lnk l join speakers p on p.id = l.speaker_id where p.document_id = ?)`,
};

/** The sessions of a feed from an instant on, in order of time. A speaker is named by document id. */
export const readFeed = (sql: Sql, subject: Subject, from: Date): Promise<SessionRow[]> =>
  rows<SessionRow>(
    sql,
    `with listed as materialized (
       select s.* from sessions s where ${SHOWN} and s.datetime >= ?::timestamp ${OF[subject.of]}
        order by s.datetime, s.id limit ${MOST_IN_A_FEED})
     select ${COLUMNS} from listed s ${told(BEGINNING)} order by s.datetime, s.id`,
    [from, ...Array<string>(OF[subject.of].split('?').length - 1).fill('value' in subject ? subject.value : '')],
  );

export const isCategory = async (sql: Sql, category: string): Promise<boolean> => {
  const [found] = await rows<{ known: boolean }>(
    sql,
    `select exists (select from topics where category = ? and state <> 'draft') as known`,
    [category],
  );
  return found?.known === true;
};

/** An active speaker by slug, in whichever language it is, or document id. */
export const findSpeaker = async (sql: Sql, slugOrId: string): Promise<{ documentId: string; name: string } | null> => {
  const [found] = await rows<{ documentId: string; name: string }>(
    sql,
    `select document_id as "documentId", concat_ws(' ', first_name, last_name) as name from speakers
      where (slug = ? or document_id = ?) and is_active order by (slug = ?) desc nulls last, id limit 1`,
    [slugOrId, slugOrId, slugOrId],
  );
  return found ?? null;
};

const PERSONAL = `select r.document_id as "registrationDocumentId", r.reference, r.state as "registrationState", r.first_name as "firstName",
    r.last_name as "lastName", r.email, r.locale, r.registered_at as "registeredAt", s.materials_url as "materialsUrl", ${COLUMNS}
  from registrations r join sessions s on s.document_id = r.session_document_id ${told('null')}`;

export const readRegistrations = (sql: Sql, documentIds: readonly string[]): Promise<PersonalRow[]> =>
  rows<PersonalRow>(sql, `${PERSONAL} where r.document_id = any(?)`, [documentIds]);

export const readRegistration = async (sql: Sql, reference: string): Promise<PersonalRow | null> => {
  const [row] = await rows<PersonalRow>(sql, `${PERSONAL} where r.reference = ?`, [reference]);
  return row ?? null;
};
