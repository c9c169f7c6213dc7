import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';

/** A registration as mails speak of it. */
export type RegistrationFacts = {
  documentId: string;
  sessionDocumentId: string;
  reference: string;
  state: string;
  cancelReason: string | null;
  waitlistPosition: number | null;
  holdExpiresAt: Date | null;
  firstName: string;
  lastName: string;
  email: string;
  company: string | null;
  position: string | null;
  questions: string | null;
  learningObjectives: string | null;
  wantsConsultation: boolean;
  registeredAt: Date;
  timezone: string | null;
  paymentAmount: number | null;
  paymentCurrency: string | null;
  consentState: 'requested' | 'confirmed' | 'withdrawn' | null;
};

const REGISTRATIONS = `select r.document_id as "documentId", r.session_document_id as "sessionDocumentId", r.reference, r.state,
    r.cancel_reason as "cancelReason", r.waitlist_position as "waitlistPosition", r.hold_expires_at as "holdExpiresAt",
    r.first_name as "firstName", r.last_name as "lastName", r.email, r.company, r.position, r.specific_questions as questions,
    r.learning_objectives as "learningObjectives",
    coalesce(r.consultation_interest, false) or r.follow_up_preferences is not distinct from 'consultation' as "wantsConsultation",
    r.registered_at as "registeredAt", r.timezone, r.payment_amount as "paymentAmount", r.payment_currency as "paymentCurrency",
    c.state as "consentState"
  from registrations r left join webinars_marketing_consents c on c.email = r.email`;

export const readRegistrations = async (
  sql: Sql,
  documentIds: readonly string[],
): Promise<Map<string, RegistrationFacts>> => {
  const found = await rows<RegistrationFacts>(sql, `${REGISTRATIONS} where r.document_id = any(?)`, [
    [...new Set(documentIds)],
  ]);
  return new Map(found.map((one) => [one.documentId, one]));
};

export const readRegistrationByReference = async (sql: Sql, reference: string): Promise<RegistrationFacts | null> => {
  const [found] = await rows<RegistrationFacts>(sql, `${REGISTRATIONS} where r.reference = ?`, [reference]);
  return found ?? null;
};

type OwnText = { locale: Locale | null; title: string | null; description: string | null };

export type TopicFacts = {
  locale: Locale;
  title: string;
  summary: string | null;
  objectives: unknown;
  prerequisites: string | null;
  category: string | null;
  agenda: { offset: number | null; title: string | null; speaker: string | null }[] | null;
};

export type PersonFacts = {
  role: 'speaker' | 'panelist' | 'moderator' | 'backup';
  documentId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  company: string | null;
  bookingUrl: string | null;
  isBookable: boolean;
  technicalRequirements: string | null;
  specialInstructions: string | null;
  positions: { locale: Locale; position: string | null }[];
};

/** A session as mails speak of it, in every language it has. */
export type SessionFacts = {
  documentId: string;
  slug: string | null;
  state: string;
  datetime: Date;
  duration: number;
  timezone: string;
  language: Locale;
  platform: string | null;
  meetingUrl: string | null;
  meetingPassword: string | null;
  materialsUrl: string | null;
  slidesUrl: string | null;
  recordingUrl: string | null;
  price: number;
  currency: string;
  capacity: number | null;
  registered: number;
  waiting: number;
  scheduleVersion: number;
  texts: OwnText[];
  topics: TopicFacts[];
  people: PersonFacts[];
  socialCopy: { locale: Locale | null; text: string | null }[];
};

const ROLES = (
  [
    ['speaker', 'sessions_speaker_lnk', '0'],
    ['moderator', 'sessions_moderator_lnk', '0'],
    ['panelist', 'sessions_panelists_lnk', 'l.speaker_ord'],
    ['backup', 'sessions_backup_facilitator_lnk', '0'],
  ] as const
)
  .map(
    ([role, table, place], rank) =>
      `select '${role}' as role, ${rank} as rank, ${place} as place, l.speaker_id from ${table} l where l.session_id = s.id`,
  )
  .join(' union all ');

const SETTING = (
  column: string,
) => `(select x.${column} from speakers_cmps c join components_speaker_webinar_settings x on x.id = c.cmp_id
   where c.entity_id = p.id and c.field = 'webinarSettings' limit 1)`;

export const readSessions = async (sql: Sql, documentIds: readonly string[]): Promise<Map<string, SessionFacts>> => {
  const found = await rows<SessionFacts>(
    sql,
    `select s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.language, s.platform,
            s.meeting_url as "meetingUrl", s.meeting_password as "meetingPassword", s.materials_url as "materialsUrl",
            s.slides_url as "slidesUrl", s.recording_url as "recordingUrl", s.price, s.currency, s.capacity,
            s.registration_count as registered, s.waitlist_count as waiting, s.schedule_version as "scheduleVersion",
            coalesce(own.texts, '[]') as texts, coalesce(topic.versions, '[]') as topics, coalesce(stage.people, '[]') as people,
            coalesce(social.copies, '[]') as "socialCopy"
       from sessions s
       left join lateral (
         select json_agg(json_build_object('locale', x.locale, 'title', x.title, 'description', x.description) order by c."order") as texts
           from sessions_cmps c join components_session_localized_texts x on x.id = c.cmp_id
          where c.entity_id = s.id and c.field = 'texts') own on true
       left join lateral (
         select json_agg(json_build_object('locale', x.locale, 'text', x.text) order by c."order") as copies
           from sessions_cmps c join components_session_localized_copys x on x.id = c.cmp_id
          where c.entity_id = s.id and c.field = 'socialMediaCopy') social on true
       left join lateral (
         select json_agg(json_build_object('locale', v.locale, 'title', v.title, 'summary', left(webinars_prose(v.description), 600),
                  'objectives', v.learning_objectives, 'prerequisites', v.prerequisites, 'category', v.category,
                  'agenda', (select json_agg(json_build_object('offset', x."offset", 'title', x.title, 'speaker', (
                      select concat_ws(' ', p.first_name, p.last_name) from components_topic_agenda_items_speaker_lnk a
                        join speakers p on p.id = a.speaker_id where a.agenda_item_id = x.id limit 1)) order by x."offset", c."order")
                    from topics_cmps c join components_topic_agenda_items x on x.id = c.cmp_id
                   where c.entity_id = v.id and c.field = 'agenda'))) as versions
           from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
          where l.session_id = s.id) topic on true
       left join lateral (
         select json_agg(json_build_object('role', r.role, 'documentId', p.document_id, 'firstName', p.first_name, 'lastName', p.last_name,
                  'email', p.email, 'company', p.company, 'bookingUrl', nullif(p.booking_url, ''),
                  'isBookable', coalesce((select x.available_for_consultations from speakers_cmps c
                      join components_speaker_business_settings x on x.id = c.cmp_id
                     where c.entity_id = p.id and c.field = 'businessSettings' limit 1), false),
                  'technicalRequirements', ${SETTING('technical_requirements')}, 'specialInstructions', ${SETTING('special_instructions')},
                  'positions', (select json_agg(json_build_object('locale', v.locale, 'position', v.position))
                    from speakers v where v.document_id = p.document_id)) order by r.rank, r.place, p.id) as people
           from (${ROLES}) r join speakers p on p.id = r.speaker_id) stage on true
      where s.document_id = any(?)`,
    [[...new Set(documentIds)]],
  );
  return new Map(found.map((one) => [one.documentId, one]));
};
