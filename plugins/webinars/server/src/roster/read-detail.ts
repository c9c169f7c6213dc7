import type { RosterDetail } from '../../../contracts/roster';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { RegistrationState } from '../registration';
import type { SessionState } from '../sessions';
import { engagementOf } from './engagement';
import { possible } from './possible';

const MOST_MAILS = 30;
const utc = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const utcOf = (column: string) => utc(`${column} at time zone 'UTC'`);

type Read = Omit<RosterDetail, 'can' | 'attendance' | 'hasMoreMails'> & {
  attendance: Omit<RosterDetail['attendance'], 'engagement'>;
};

const SERVICES = [
  ['oneOnOneConsultation', 'one_on_one_consultation'],
  ['workshopSeries', 'workshop_series'],
  ['whitepaperDownloads', 'whitepaper_downloads'],
  ['ongoingMentorship', 'ongoing_mentorship'],
] as const;

/** The words of a version of a consent, in the language they were read in; where nobody noted it, in the person's own. */
const wording = (consent: string, version: string, language: string) =>
  `(select case ${language} when 'de' then v.de else v.en end from webinars_consent_versions v
                 where v.consent = ${consent} and v.version = ${version})`;

/** One registration with everything that is known of it, in one statement. Null where there is none. */
export const readDetail = async (
  sql: Sql,
  documentId: string,
  { titles, now }: { titles: Locale; now: Date },
): Promise<RosterDetail | null> => {
  const [found] = await rows<Read>(
    sql,
    `select r.document_id as "documentId", r.reference, r.updated_at::text as revision, r.state, r.waitlist_position as "waitlistPosition",
            s.waitlist_count as "waitlistLength", ${utc('r.hold_expires_at')} as "holdExpiresAt", r.cancel_reason as "cancelReason",
            ${utc('r.cancelled_at')} as "cancelledAt", ${utc('r.registered_at')} as "registeredAt",
            json_build_object('firstName', r.first_name, 'lastName', r.last_name, 'email', r.email, 'phone', r.phone, 'country', r.country,
              'company', r.company, 'companySize', r.company_size, 'position', r.position, 'website', r.website, 'locale', coalesce(r.locale, 'en'), 'timezone', r.timezone,
              'bounce', (select json_build_object('at', ${utcOf('a.bounced_at')}, 'words', a.bounce) from webinars_mail_addresses a
                          where a.email = r.email and a.bounced_at is not null),
              'others', (select count(*) from registrations o where o.email = r.email and o.id <> r.id)) as person,
            json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)}, 'datetime', ${utc('s.datetime')}, 'duration', s.duration,
              'timezone', s.timezone, 'state', s.state, 'capacity', s.capacity, 'taken', s.registration_count, 'waiting', s.waitlist_count) as session,
            json_build_object('industryVertical', r.industry_vertical, 'currentChallenges', coalesce(r.current_challenges, '[]'),
              'expertiseInterest', coalesce(r.expertise_interest, '[]'), 'specificQuestions', r.specific_questions,
              'learningObjectives', r.learning_objectives, 'followUpPreferences', r.follow_up_preferences,
              'consultationInterest', coalesce(r.consultation_interest, false), 'specialRequirements', r.special_requirements,
              'accessibilityNeeds', r.accessibility_needs,
              'interestedServices', (select coalesce(json_agg(w.name), '[]') from registrations_cmps c
                 join components_registration_interested_services x on x.id = c.cmp_id
                cross join lateral (values ${SERVICES.map(([name, column]) => `('${name}', x.${column})`).join(', ')}) w(name, is_wanted)
                where c.entity_id = r.id and c.field = 'interestedServices' and w.is_wanted)) as answers,
            json_build_object('joinedAt', ${utc('r.joined_at')}, 'leftAt', ${utc('r.left_at')}, 'minutes', r.attendance_duration,
              'questionsAsked', coalesce(r.questions_asked, 0), 'chatMessages', coalesce(r.chat_messages, 0), 'rating', r.rating,
              'feedback', r.feedback) as attendance,
            json_build_object('status', r.payment_status, 'amount', r.payment_amount, 'currency', r.payment_currency, 'method', r.payment_method,
              'reference', r.payment_reference) as payment,
            coalesce((select json_agg(json_build_object('what', c->>'what', 'given', (c->>'given')::boolean, 'textVersion', c->>'textVersion',
              'language', c->>'language', 'wording', ${wording(`c->>'what'`, `c->>'textVersion'`, `coalesce(c->>'language', r.locale)`)}, 'at', c->>'at'))
              from jsonb_array_elements(case jsonb_typeof(r.consents) when 'array' then r.consents else '[]' end) c), '[]') as consents,
            (select json_build_object('state', n.state, 'textVersion', n.text_version, 'language', n.text_locale,
              'wording', ${wording(`'marketing'`, 'n.text_version', 'coalesce(n.text_locale, r.locale)')}, 'at', ${utcOf(
                `case n.state when 'confirmed' then n.confirmed_at when 'withdrawn' then n.withdrawn_at else n.requested_at end`,
              )}) from webinars_marketing_consents n where n.email = r.email) as news,
            json_build_object('name', r.registration_source, 'utm', json_strip_nulls(json_build_object('source', r.utm_source, 'medium', r.utm_medium,
              'campaign', r.utm_campaign, 'term', r.utm_term, 'content', r.utm_content))) as source,
            r.internal_notes as "internalNotes",
            (select coalesce(json_agg(m.mail order by m.id desc), '[]') from (
               select m.id, json_build_object('id', m.id::text, 'kind', m.kind, 'state', m.state, 'subject', m.subject,
                        'createdAt', ${utcOf('m.created_at')}, 'sentAt', ${utcOf('m.sent_at')}, 'bouncedAt', ${utcOf('m.bounced_at')}) as mail
                 from webinars_mails m where m.registration_document_id = r.document_id order by m.id desc limit ${MOST_MAILS + 1}) m) as mails
       from registrations r join sessions s on s.document_id = r.session_document_id
      where r.document_id = ?`,
    [documentId],
  );
  if (!found) return null;
  const { attendance, session, mails } = found;
  return {
    ...found,
    mails: mails.slice(0, MOST_MAILS),
    hasMoreMails: mails.length > MOST_MAILS,
    attendance: {
      ...attendance,
      engagement: engagementOf({
        minutes: attendance.minutes,
        duration: session.duration,
        questions: attendance.questionsAsked,
        messages: attendance.chatMessages,
        rating: attendance.rating,
      }),
    },
    can: possible({
      state: found.state as RegistrationState,
      // Strapi's enumeration of states is the sessions slice's own.
      session: { ...session, state: session.state as SessionState, datetime: new Date(session.datetime) },
      now,
    }),
  };
};
