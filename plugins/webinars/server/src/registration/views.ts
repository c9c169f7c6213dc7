import type { CompanySize, RegistrationView } from '../../../contracts/registration';
import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { endsAt, type SessionState } from '../sessions';
import { isOver, joinOpensAt, whyNotCancel, whyNotEdit, whyNotGiveFeedback, whyNotJoin } from './participation';
import { holdsSeat, type RegistrationState } from './registration';

type Row = {
  reference: string;
  state: RegistrationState;
  waitlistPosition: number | null;
  holdExpiresAt: Date | null;
  cancelReason: string | null;
  cancelledAt: Date | null;
  registeredAt: Date;
  paymentStatus: string | null;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  country: string | null;
  company: string | null;
  companySize: CompanySize | null;
  position: string | null;
  website: string | null;
  industryVertical: string | null;
  specificQuestions: string | null;
  learningObjectives: string | null;
  specialRequirements: string | null;
  accessibilityNeeds: string | null;
  ownTimezone: string | null;
  joinedAt: Date | null;
  rating: number | null;
  comment: string | null;
  locale: Locale | null;
  sessionDocumentId: string;
  slug: string | null;
  title: string | null;
  sessionState: SessionState;
  datetime: Date;
  duration: number;
  timezone: string;
  language: Locale;
  platform: string | null;
  meetingUrl: string | null;
  meetingPassword: string | null;
  recordingUrl: string | null;
  slidesUrl: string | null;
  materialsUrl: string | null;
};

// The session's own title in the person's language, else the topic's, else either in any language.
const TITLE = `coalesce(
  (select c.title from sessions_cmps sc join components_session_localized_texts c on c.id = sc.cmp_id
    where sc.entity_id = s.id and sc.field = 'texts' and c.title <> '' order by (c.locale = r.locale) desc, sc."order" limit 1),
  (select t.title from sessions_topic_lnk l join topics linked on linked.id = l.topic_id
     join topics t on t.document_id = linked.document_id
    where l.session_id = s.id order by (t.locale = r.locale) desc, (t.locale = 'en') desc, t.id limit 1))`;

const SELECT = `select r.reference, r.state, r.waitlist_position as "waitlistPosition", r.hold_expires_at as "holdExpiresAt",
    r.cancel_reason as "cancelReason", r.cancelled_at as "cancelledAt", r.registered_at as "registeredAt",
    r.payment_status as "paymentStatus", r.first_name as "firstName", r.last_name as "lastName", r.email, r.phone, r.country, r.company,
    r.company_size as "companySize", r.position, r.website, r.industry_vertical as "industryVertical", r.specific_questions as "specificQuestions",
    r.learning_objectives as "learningObjectives", r.special_requirements as "specialRequirements",
    r.accessibility_needs as "accessibilityNeeds", r.timezone as "ownTimezone", r.joined_at as "joinedAt", r.rating,
    r.feedback as comment, r.locale, s.document_id as "sessionDocumentId", s.slug, ${TITLE} as title, s.state as "sessionState",
    s.datetime, s.duration, s.timezone, s.language, s.platform, s.meeting_url as "meetingUrl", s.meeting_password as "meetingPassword",
    s.recording_url as "recordingUrl", s.slides_url as "slidesUrl", s.materials_url as "materialsUrl"
  from registrations r join sessions s on s.document_id = r.session_document_id`;

/** A seat that is kept while somebody pays is not theirs yet. */
const isSeated = (state: RegistrationState): boolean => holdsSeat(state) && state !== 'pending_payment';

const viewOf = (row: Row, now: Date): RegistrationView => {
  const session = { state: row.sessionState, datetime: row.datetime, duration: row.duration };
  return {
    reference: row.reference,
    state: row.state,
    ...(row.waitlistPosition === null ? {} : { waitlistPosition: row.waitlistPosition }),
    ...(row.holdExpiresAt ? { holdExpiresAt: row.holdExpiresAt.toISOString() } : {}),
    ...(row.cancelReason ? { cancelReason: row.cancelReason } : {}),
    ...(row.cancelledAt ? { cancelledAt: row.cancelledAt.toISOString() } : {}),
    registeredAt: row.registeredAt.toISOString(),
    paymentStatus: row.paymentStatus ?? 'not_required',
    attendee: {
      firstName: row.firstName,
      lastName: row.lastName,
      email: row.email,
      phone: row.phone,
      country: row.country,
      company: row.company,
      companySize: row.companySize,
      position: row.position,
      website: row.website,
      industryVertical: row.industryVertical,
      specificQuestions: row.specificQuestions,
      learningObjectives: row.learningObjectives,
      specialRequirements: row.specialRequirements,
      accessibilityNeeds: row.accessibilityNeeds,
      language: row.locale ?? 'en',
      timezone: row.ownTimezone,
    },
    session: {
      documentId: row.sessionDocumentId,
      slug: row.slug,
      title: row.title,
      state: row.sessionState,
      datetime: row.datetime.toISOString(),
      endsAt: endsAt(session).toISOString(),
      joinOpensAt: joinOpensAt(session).toISOString(),
      duration: row.duration,
      timezone: row.timezone,
      language: row.language,
    },
    ...(row.state === 'confirmed'
      ? { meeting: { platform: row.platform, url: row.meetingUrl, password: row.meetingPassword } }
      : {}),
    ...(row.joinedAt ? { joinedAt: row.joinedAt.toISOString() } : {}),
    ...(row.rating === null ? {} : { feedback: { rating: row.rating, comment: row.comment } }),
    ...(isSeated(row.state) && isOver(session, now)
      ? { resources: { recordingUrl: row.recordingUrl, slidesUrl: row.slidesUrl, materialsUrl: row.materialsUrl } }
      : {}),
    can: {
      edit: !whyNotEdit(row.state, session, now),
      cancel: !whyNotCancel(row.state, session, now),
      join: !whyNotJoin(row.state, session, now),
      giveFeedback: !whyNotGiveFeedback(row.state, session, now),
    },
  };
};

/** The attendee's own view of one registration, or null. */
export const viewByReference = async (sql: Sql, reference: string, now: Date): Promise<RegistrationView | null> => {
  const [row] = await rows<Row>(sql, `${SELECT} where r.reference = ?`, [reference]);
  return row ? viewOf(row, now) : null;
};

/** Everything a person registered for under one confirmed address, the nearest session first. */
export const viewsByEmail = async (sql: Sql, email: string, now: Date): Promise<RegistrationView[]> =>
  (await rows<Row>(sql, `${SELECT} where r.email = ? order by s.datetime desc, r.id desc limit 500`, [email])).map(
    (row) => viewOf(row, now),
  );
