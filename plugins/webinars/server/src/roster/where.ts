import { ROSTER_STATES, type RosterFilter, type RosterState } from '../../../contracts/roster';
import type { ChosenRegistrations } from '../../../contracts/bulk';
import { RANK, WORDS } from './constraints';

/** A condition on registrations `r`, with the values that belong to its `?`. `isDear`: it is quick by its index, and slow row by row. */
export type Where = { text: string; bindings: unknown[]; isDear: boolean };

type Condition = [text: string, ...bindings: unknown[]];

const HAS_CONSENT = {
  marketing: 'r.marketing_consent',
  consultantFollowUp: 'r.consultant_follow_up_consent',
  dataProcessing: 'r.data_processing_consent',
  news: `exists (select from webinars_marketing_consents c where c.email = r.email and c.state = 'confirmed')`,
} as const;

const BY_ATTENDANCE = {
  attended: `r.state = 'attended'`,
  no_show: `r.state = 'no_show'`,
  joined: 'r.joined_at is not null',
  unrecorded: `r.state = 'confirmed' and r.session_document_id in (select s.document_id from sessions s where s.state = 'completed')`,
} as const;

const BOUNCED = `r.email in (select a.email from webinars_mail_addresses a where a.bounced_at is not null)`;
const marked = (mark: string) => `${WORDS} @@ '''#${mark}'''::tsquery`;

/** The first instant of a day in a zone, as Strapi's columns hold it; a day later with `plus`. */
const dayBegins = (plus = 0) => `((?::date + ${plus})::timestamp at time zone ?::text at time zone 'UTC')`;

const inSessions = (condition: string) =>
  `r.session_document_id in (select s.document_id from sessions s where ${condition})`;

// A session's topic is one language version of it; the others have its document id.
const TOPIC = 'select l.session_id from sessions_topic_lnk l join topics t on t.id = l.topic_id where';

// PostgreSQL counts from one.
const ranks = (states: readonly RosterState[]) => states.map((state) => ROSTER_STATES.indexOf(state) + 1);

/**
 * The registrations `r` that a filter asks for. Every condition that few registrations meet has an index; those that many meet are found
 * soon by whoever reads in order. `timezone` says when a day begins.
 */
export const whereOf = (filter: RosterFilter, timezone: string): Where => {
  const conditions: Condition[] = [];
  const add = (isAsked: unknown, text: string, ...bindings: unknown[]) => {
    if (isAsked !== undefined && isAsked !== false) conditions.push([text, ...bindings]);
  };
  const { search, states, sessions, topic, category, company, source, locale, consents, payments, attendance } = filter;

  add(search, `${WORDS} @@ webinars_roster_query(?)`, search);
  add(states, `${RANK} = any(?)`, ranks(states ?? []));
  add(sessions, 'r.session_document_id = any(?)', sessions);
  add(topic, inSessions(`s.id in (${TOPIC} t.document_id = ?)`), topic);
  add(category, inSessions(`s.id in (${TOPIC} t.category = ?)`), category);
  add(filter.registeredFrom, `r.registered_at >= ${dayBegins()}`, filter.registeredFrom, timezone);
  add(filter.registeredTo, `r.registered_at < ${dayBegins(1)}`, filter.registeredTo, timezone);
  add(filter.sessionFrom, inSessions(`s.datetime >= ${dayBegins()}`), filter.sessionFrom, timezone);
  add(filter.sessionTo, inSessions(`s.datetime < ${dayBegins(1)}`), filter.sessionTo, timezone);
  add(company, `starts_with(webinars_plain(coalesce(r.company, '')) collate "C", webinars_plain(?))`, company);
  add(source, `${WORDS} @@ webinars_mark_query(?)`, `source:${source}`);
  add(locale, `coalesce(r.locale, 'en') = ?`, locale);
  for (const consent of consents ?? []) add(consent, HAS_CONSENT[consent]);
  add(
    payments,
    `${WORDS} @@ (${(payments ?? []).map((payment) => `'''#payment:${payment}'''::tsquery`).join(' || ')})`,
  );
  if (attendance) add(attendance, BY_ATTENDANCE[attendance]);
  add(filter.bounced, BOUNCED);
  add(filter.questions, marked('questions'));
  add(filter.consultation, marked('consultation'));
  if (filter.bounced === false) add(true, `not ${BOUNCED}`);
  // Most have no mark: their columns are read sooner than their words are made.
  if (filter.questions === false) add(true, `(r.specific_questions <> '') is not true`);
  if (filter.consultation === false)
    add(true, `(r.consultation_interest or r.follow_up_preferences = 'consultation') is not true`);

  return {
    text: conditions.length === 0 ? 'true' : conditions.map(([text]) => `(${text})`).join(' and '),
    bindings: conditions.flatMap(([, ...bindings]) => bindings),
    isDear: conditions.some(([text]) => text.includes(WORDS)),
  };
};

/** Those picked one by one, or all that a filter finds. */
export const chosen = (which: ChosenRegistrations, timezone: string): Where =>
  'ids' in which
    ? { text: 'r.document_id = any(?)', bindings: [which.ids], isDear: false }
    : whereOf(which.filter, timezone);
