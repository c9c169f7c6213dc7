import type { Locale } from '../kernel/text';
import type { Sql } from '../kernel/database';
import type { Session } from '../sessions';
import { CERTIFICATIONS, IS_BOOKABLE } from './filters';
import { ask, raw, sql, type Fragment } from './fragment';
import { COMPONENT, ofComponent, SPEAKER_LINKS, type Role } from './tables';

/** A session's own title and description in one language, where it has any. */
export type OwnText = { locale: Locale; title: string | null; description: string | null };

export type TopicRow = {
  documentId: string;
  locale: Locale;
  slug: string | null;
  title: string;
  /** Plain text, not longer than a card needs. */
  beginning: string | null;
  category: string | null;
  difficultyLevel: 'beginner' | 'intermediate' | 'advanced' | null;
  tags: string[] | null;
  thumbnailUrl: string | null;
  promotionalImageUrl: string | null;
};

export type PersonRow = {
  role: Role;
  documentId: string;
  slug: string | null;
  title: string | null;
  firstName: string | null;
  lastName: string | null;
  position: string | null;
  company: string | null;
  photoUrl: string | null;
  logoUrl: string | null;
  consultantType: 'internal' | 'external' | 'partner' | null;
  experienceLevel: 'junior' | 'senior' | 'expert' | null;
  expertise: string[] | null;
  industries: string[] | null;
  certifications: string[] | null;
  linkedinUrl: string | null;
  linkedin: { profileId: string | null; headline: string | null; connections: number | null } | null;
  isBookable: boolean | null;
  bookingUrl: string | null;
  isActive: boolean | null;
};

export type Quote = { author: string; company: string | null; quote: string };

/** Everything a card shows but the seats of the moment. */
export type SessionRow = Omit<Session, 'registrationCount' | 'waitlistCount' | 'scheduleVersion'> & {
  sessionType: string | null;
  promotionalImageUrl: string | null;
  recordingUrl: string | null;
  averageRating: number | null;
  texts: OwnText[] | null;
  topic: TopicRow | null;
  people: PersonRow[] | null;
  focus: { primaryExpertise: string | null; secondaryTopics: string[] | null; targetAudience: string[] | null } | null;
  quote: Quote | null;
};

/** The language version to read: the visitor's, else the default one, else any. */
export const versionOf = (alias: string, locale: Locale, fallback: Locale): Fragment =>
  sql`order by (${raw(alias)}.locale = ${locale}) desc nulls last, (${raw(alias)}.locale = ${fallback}) desc nulls last, ${raw(alias)}.id limit 1`;

/** The longest beginning of a description that a card could need, before it is cut at a word. */
const BEGINNING = 400;

const LINKEDIN = `json_build_object('profileId', x.profile_id, 'headline', x.headline, 'connections', x.connections)`;

const FOCUS = `json_build_object('primaryExpertise', x.primary_expertise, 'secondaryTopics', x.secondary_topics, 'targetAudience', x.target_audience)`;

const PERSON = `'documentId', p.document_id, 'slug', v.slug, 'title', v.title, 'firstName', p.first_name, 'lastName', p.last_name,
  'position', v.position, 'company', p.company, 'photoUrl', p.photo_url, 'logoUrl', ${ofComponent('speakers', 'p', 'branding', COMPONENT.branding, 'x.logo_url')}, 'consultantType', p.consultant_type,
  'experienceLevel', p.experience_level, 'expertise', p.expertise, 'industries', p.industries, 'certifications', ${CERTIFICATIONS.text},
  'linkedinUrl', p.linkedin_url, 'linkedin', ${ofComponent('speakers', 'p', 'linkedinData', COMPONENT.linkedin, LINKEDIN)}, 'isBookable', ${IS_BOOKABLE.text}, 'bookingUrl', p.booking_url, 'isActive', p.is_active`;

const ROLES = Object.entries(SPEAKER_LINKS)
  .map(
    ([role, table], rank) =>
      `select '${role}' as role, ${rank} as rank, ${role === 'panelist' ? 'l.speaker_ord' : '0'} as place, l.speaker_id from ${table} l where l.session_id = s.id`,
  )
  .join(' union all ');

/** The rows behind cards, with the texts of one language. */
export const readSessionRows = (
  database: Sql,
  ids: readonly number[],
  locale: Locale,
  fallback: Locale,
): Promise<SessionRow[]> =>
  ask<SessionRow>(
    database,
    sql`select s.id, s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.language, s.price, s.currency,
          s.early_bird_price as "earlyBirdPrice", s.early_bird_ends_at as "earlyBirdEndsAt", s.capacity,
          s.requires_approval as "requiresApproval", s.allow_waitlist as "allowWaitlist",
          s.registration_opens_at as "registrationOpensAt", s.registration_closes_at as "registrationClosesAt",
          s.session_type as "sessionType", s.promotional_image_url as "promotionalImageUrl",
          s.average_rating::float8 as "averageRating", s.recording_url as "recordingUrl",
          topic.topic, stage.people, own.texts, ${raw(ofComponent('sessions', 's', 'consultantFocus', COMPONENT.consultantFocus, FOCUS))} as focus, quote.quote
     from sessions s
     left join lateral (
       select json_build_object('documentId', v.document_id, 'locale', v.locale, 'slug', v.slug, 'title', v.title,
                'beginning', left(webinars_prose(v.description), ${BEGINNING}), 'category', v.category, 'difficultyLevel', v.difficulty_level,
                'tags', v.tags, 'thumbnailUrl', v.thumbnail_url, 'promotionalImageUrl', v.promotional_image_url) as topic
         from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
        where l.session_id = s.id ${versionOf('v', locale, fallback)}) topic on true
     left join lateral (
       select json_agg(json_build_object('role', r.role, ${raw(PERSON)}) order by r.rank, r.place, p.id) as people
         from (${raw(ROLES)}) r
         join speakers p on p.id = r.speaker_id
         join lateral (select v.slug, v.title, v.position from speakers v where v.document_id = p.document_id ${versionOf('v', locale, fallback)}) v on true
     ) stage on true
     left join lateral (
       select json_agg(json_build_object('locale', x.locale, 'title', x.title, 'description', x.description) order by c."order") as texts
         from sessions_cmps c join ${raw(COMPONENT.sessionText)} x on x.id = c.cmp_id where c.entity_id = s.id and c.field = 'texts') own on true
     left join lateral (
       select json_build_object('author', x.author, 'company', x.company, 'quote', x.quote) as quote
         from sessions_speaker_lnk l join speakers_cmps c on c.entity_id = l.speaker_id and c.field = 'testimonials'
         join ${raw(COMPONENT.testimonial)} x on x.id = c.cmp_id
        where l.session_id = s.id order by (x.locale = ${locale}) desc nulls last, c."order", c.id limit 1) quote on true
    where s.id = any(${ids}::int[])`,
  );
