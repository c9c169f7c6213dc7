import type { RegistrationView } from '../../../contracts/registration';
import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';

type Row = {
  reference: string;
  state: string;
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
  company: string | null;
  position: string | null;
  website: string | null;
  locale: Locale | null;
  sessionDocumentId: string;
  slug: string | null;
  title: string | null;
  sessionState: string;
  datetime: Date;
  duration: number;
  timezone: string;
  language: Locale;
  platform: string | null;
  meetingUrl: string | null;
  meetingPassword: string | null;
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
    r.payment_status as "paymentStatus", r.first_name as "firstName", r.last_name as "lastName", r.email, r.phone, r.company,
    r.position, r.website, r.locale, s.document_id as "sessionDocumentId", s.slug, ${TITLE} as title, s.state as "sessionState",
    s.datetime, s.duration, s.timezone, s.language, s.platform, s.meeting_url as "meetingUrl", s.meeting_password as "meetingPassword"
  from registrations r join sessions s on s.document_id = r.session_document_id`;

const viewOf = (row: Row): RegistrationView => ({
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
    company: row.company,
    position: row.position,
    website: row.website,
    language: row.locale ?? 'en',
  },
  session: {
    documentId: row.sessionDocumentId,
    slug: row.slug,
    title: row.title,
    state: row.sessionState,
    datetime: row.datetime.toISOString(),
    endsAt: new Date(row.datetime.getTime() + row.duration * 60_000).toISOString(),
    duration: row.duration,
    timezone: row.timezone,
    language: row.language,
  },
  ...(row.state === 'confirmed'
    ? { meeting: { platform: row.platform, url: row.meetingUrl, password: row.meetingPassword } }
    : {}),
});

/** The attendee's own view of one registration, or null. */
export const viewByReference = async (sql: Sql, reference: string): Promise<RegistrationView | null> => {
  const [row] = await rows<Row>(sql, `${SELECT} where r.reference = ?`, [reference]);
  return row ? viewOf(row) : null;
};

/** Everything a person registered for under one confirmed address, the nearest session first. */
export const viewsByEmail = async (sql: Sql, email: string): Promise<RegistrationView[]> =>
  (await rows<Row>(sql, `${SELECT} where r.email = ? order by s.datetime desc, r.id desc limit 500`, [email])).map(
    viewOf,
  );
