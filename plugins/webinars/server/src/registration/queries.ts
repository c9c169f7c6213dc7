import { EDITABLE, type Editable } from '../../../contracts/registration';
import { rows, type Sql, type Trx } from '../kernel/database';
import type { CancelReason, RegistrationState } from './registration';

/** A registration as the rules read it. */
export type Registration = {
  id: number;
  documentId: string;
  reference: string;
  sessionDocumentId: string;
  email: string;
  locale: 'en' | 'de';
  state: RegistrationState;
  waitlistPosition: number | null;
  holdExpiresAt: Date | null;
  cancelReason: CancelReason | null;
  cancelledAt: Date | null;
  registeredAt: Date;
  joinedAt: Date | null;
  paymentStatus: string;
  paymentAmount: number | null;
  paymentCurrency: string | null;
};

const COLUMNS = `r.id, r.document_id as "documentId", r.reference, r.session_document_id as "sessionDocumentId", r.email, r.locale,
  r.state, r.waitlist_position as "waitlistPosition", r.hold_expires_at as "holdExpiresAt", r.cancel_reason as "cancelReason",
  r.cancelled_at as "cancelledAt", r.registered_at as "registeredAt", r.joined_at as "joinedAt", r.payment_status as "paymentStatus",
  r.payment_amount as "paymentAmount", r.payment_currency as "paymentCurrency"`;

export const findByReference = async (sql: Sql, reference: string): Promise<Registration | null> => {
  const [found] = await rows<Registration>(sql, `select ${COLUMNS} from registrations r where r.reference = ?`, [
    reference,
  ]);
  return found ?? null;
};

export const findByDocumentId = async (sql: Sql, documentId: string): Promise<Registration | null> => {
  const [found] = await rows<Registration>(sql, `select ${COLUMNS} from registrations r where r.document_id = ?`, [
    documentId,
  ]);
  return found ?? null;
};

/** Registrations in the order in which they are named; what no longer exists is left out. */
export const findByDocumentIds = (sql: Sql, documentIds: readonly string[]): Promise<Registration[]> =>
  rows<Registration>(
    sql,
    `select ${COLUMNS} from unnest(?::text[]) with ordinality asked(id, n) join registrations r on r.document_id = asked.id order by asked.n`,
    [documentIds],
  );

/** What stands already when a batch is decided: people with an active registration, answers given under a key, lapsed holds. */
export type Standing = {
  active: { sessionDocumentId: string; email: string; reference: string }[];
  answered: { key: string; fingerprint: string; status: number; answer: unknown }[];
  /** Sessions among those asked for that hold a seat whose time to pay is over. */
  lapsed: string[];
};

export const readStanding = async (
  sql: Sql,
  asked: readonly { sessionDocumentId: string; email: string }[],
  keys: readonly string[],
  now: Date,
): Promise<Standing> => {
  const [standing] = await rows<Standing>(
    sql,
    `select
       (select coalesce(json_agg(json_build_object('sessionDocumentId', r.session_document_id, 'email', r.email, 'reference', r.reference)), '[]')
          from jsonb_to_recordset(?::jsonb) as a("sessionDocumentId" text, email text)
          join registrations r on r.session_document_id = a."sessionDocumentId" and r.email = a.email and r.state <> 'cancelled') as active,
       (select coalesce(json_agg(json_build_object('key', i.key, 'fingerprint', i.fingerprint, 'status', i.status, 'answer', i.answer)), '[]')
          from webinars_idempotency i where i.key = any(?)) as answered,
       (select coalesce(json_agg(distinct r.session_document_id), '[]')
          from registrations r
         where r.state = 'pending_payment' and r.hold_expires_at <= ?::timestamp and r.session_document_id = any(?)) as lapsed`,
    [JSON.stringify(asked), keys, now, [...new Set(asked.map((one) => one.sessionDocumentId))]],
  );
  return standing!;
};

/** A row to insert: our columns by their names in the table. */
export type NewRegistration = {
  document_id: string;
  reference: string;
  session_document_id: string;
  session_id: number;
  state: RegistrationState;
  waitlist_position: number | null;
  hold_expires_at: Date | null;
  registered_at: Date;
  payment_status: string;
  payment_amount: number | null;
  payment_currency: string | null;
  first_name: string;
  last_name: string;
  email: string;
  phone?: string;
  country?: string;
  company?: string;
  company_size?: string;
  position?: string;
  website?: string;
  industry_vertical?: string;
  current_challenges?: string[];
  expertise_interest?: string[];
  consultation_interest: boolean;
  specific_questions?: string;
  learning_objectives?: string;
  follow_up_preferences?: string;
  special_requirements?: string;
  accessibility_needs?: string;
  terms_accepted: boolean;
  marketing_consent: boolean;
  privacy_consent: boolean;
  consultant_follow_up_consent: boolean;
  data_processing_consent: boolean;
  consents: unknown;
  locale: string;
  timezone?: string;
  registration_source: string;
  utm_source?: string;
  utm_medium?: string;
  utm_campaign?: string;
  utm_term?: string;
  utm_content?: string;
  services: {
    oneOnOneConsultation: boolean;
    workshopSeries: boolean;
    whitepaperDownloads: boolean;
    ongoingMentorship: boolean;
  } | null;
};

const TYPES: [name: keyof NewRegistration, type: string][] = [
  ['document_id', 'text'],
  ['reference', 'text'],
  ['session_document_id', 'text'],
  ['state', 'text'],
  ['waitlist_position', 'int'],
  ['hold_expires_at', 'timestamp'],
  ['registered_at', 'timestamp'],
  ['payment_status', 'text'],
  ['payment_amount', 'int'],
  ['payment_currency', 'text'],
  ['first_name', 'text'],
  ['last_name', 'text'],
  ['email', 'text'],
  ['phone', 'text'],
  ['country', 'text'],
  ['company', 'text'],
  ['company_size', 'text'],
  ['position', 'text'],
  ['website', 'text'],
  ['industry_vertical', 'text'],
  ['current_challenges', 'jsonb'],
  ['expertise_interest', 'jsonb'],
  ['consultation_interest', 'boolean'],
  ['specific_questions', 'text'],
  ['learning_objectives', 'text'],
  ['follow_up_preferences', 'text'],
  ['special_requirements', 'text'],
  ['accessibility_needs', 'text'],
  ['terms_accepted', 'boolean'],
  ['marketing_consent', 'boolean'],
  ['privacy_consent', 'boolean'],
  ['consultant_follow_up_consent', 'boolean'],
  ['data_processing_consent', 'boolean'],
  ['consents', 'jsonb'],
  ['locale', 'text'],
  ['timezone', 'text'],
  ['registration_source', 'text'],
  ['utm_source', 'text'],
  ['utm_medium', 'text'],
  ['utm_campaign', 'text'],
  ['utm_term', 'text'],
  ['utm_content', 'text'],
];

const NAMES = TYPES.map(([name]) => name).join(', ');
const INPUT = TYPES.map(([name, type]) => `${name} ${type}`).join(', ');

/**
 * Inserts registrations, their links to the sessions and their component rows with one statement, in the order given.
 * Strapi's tables are written as Strapi writes them; ids are drawn first so that the three inserts agree on them.
 */
export const insertRegistrations = async (trx: Trx, registrations: readonly NewRegistration[]): Promise<void> => {
  if (registrations.length === 0) return;
  await rows(
    trx,
    `with input as materialized (
       select nextval('registrations_id_seq') as id,
              case when services is not null then nextval('components_registration_interested_services_id_seq') end as services_id, i.*
         from (select * from jsonb_to_recordset(?::jsonb) as i(n int, session_id int, services jsonb, ${INPUT}) order by n) i
     ), inserted as (
       insert into registrations (id, ${NAMES}, questions_asked, chat_messages, created_at, updated_at, published_at)
       select id, ${NAMES}, 0, 0, registered_at, registered_at, registered_at from input
     ), linked as (
       insert into registrations_session_lnk (registration_id, session_id) select id, session_id from input
     ), serviced as (
       insert into components_registration_interested_services
         (id, one_on_one_consultation, workshop_series, whitepaper_downloads, ongoing_mentorship)
       select services_id, (services->>'oneOnOneConsultation')::boolean, (services->>'workshopSeries')::boolean,
              (services->>'whitepaperDownloads')::boolean, (services->>'ongoingMentorship')::boolean
         from input where services_id is not null
     )
     insert into registrations_cmps (entity_id, cmp_id, component_type, field, "order")
     select id, services_id, 'registration.interested-services', 'interestedServices', 1 from input where services_id is not null`,
    [JSON.stringify(registrations.map((registration, n) => ({ n, ...registration })))],
  );
};

/** What follows a person into another session. Not: their seat, their attendance, and what partners know of it. */
const FOLLOWS = `first_name, last_name, email, phone, country, company, company_size, position, website, industry_vertical,
  current_challenges, expertise_interest, consultation_interest, specific_questions, learning_objectives, follow_up_preferences, special_requirements, accessibility_needs,
  terms_accepted, marketing_consent, privacy_consent, consultant_follow_up_consent, data_processing_consent, consents, locale, timezone,
  registration_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content, internal_notes`;

export type Copy = {
  documentId: string;
  reference: string;
  sessionDocumentId: string;
  state: RegistrationState;
  waitlistPosition: number | null;
  holdExpiresAt: Date | null;
  /** Null: what was paid, or waived, goes over to the copy. */
  payment: { status: string; amount: number | null; currency: string | null } | null;
  now: Date;
};

/** Writes a registration of the same person in another session. What was paid is paid once: it leaves the row it comes from. */
export const copyRegistration = async (trx: Trx, from: string, copy: Copy): Promise<void> => {
  const { documentId, reference, sessionDocumentId, state, waitlistPosition, holdExpiresAt, payment, now } = copy;
  await rows(
    trx,
    `with old as (select * from registrations where document_id = ?),
     drawn as materialized (
       select nextval('registrations_id_seq') as id, o.id as old_id, c.cmp_id as old_services,
              case when c.cmp_id is not null then nextval('components_registration_interested_services_id_seq') end as services_id
         from old o left join registrations_cmps c on c.entity_id = o.id and c.field = 'interestedServices'),
     inserted as (
       insert into registrations (id, document_id, reference, session_document_id, state, waitlist_position, hold_expires_at, payment_status,
              payment_amount, payment_currency, payment_method, payment_reference, ${FOLLOWS}, questions_asked, chat_messages,
              registered_at, created_at, updated_at, published_at)
       select d.id, ?, ?, ?, ?, ?::int, ?::timestamp, case when n.own then n.status else o.payment_status end,
              case when n.own then n.amount else o.payment_amount end, case when n.own then n.currency else o.payment_currency end,
              case when not n.own then o.payment_method end, case when not n.own then o.payment_reference end,
              ${FOLLOWS.replace(/\w+/g, 'o.$&')}, 0, 0, n.now, n.now, n.now, n.now
         from old o cross join drawn d
         cross join (select ?::boolean as own, ?::text as status, ?::int as amount, ?::text as currency, ?::timestamp as now) n),
     linked as (
       insert into registrations_session_lnk (registration_id, session_id)
       select d.id, s.id from drawn d join sessions s on s.document_id = ?),
     serviced as (
       insert into components_registration_interested_services
         (id, one_on_one_consultation, workshop_series, whitepaper_downloads, ongoing_mentorship)
       select d.services_id, x.one_on_one_consultation, x.workshop_series, x.whitepaper_downloads, x.ongoing_mentorship
         from drawn d join components_registration_interested_services x on x.id = d.old_services),
     joined as (
       insert into registrations_cmps (entity_id, cmp_id, component_type, field, "order")
       select id, services_id, 'registration.interested-services', 'interestedServices', 1 from drawn where services_id is not null)
     update registrations r
        set payment_status = 'not_required', payment_amount = null, payment_currency = null, payment_method = null, payment_reference = null
       from old where r.id = old.id and not ?::boolean`,
    [
      from,
      documentId,
      reference,
      sessionDocumentId,
      state,
      waitlistPosition,
      holdExpiresAt,
      payment !== null,
      payment?.status ?? null,
      payment?.amount ?? null,
      payment?.currency ?? null,
      now,
      sessionDocumentId,
      payment !== null,
    ],
  );
};

export type StateChange = {
  documentId: string;
  state: RegistrationState;
  cancelReason?: CancelReason;
  holdExpiresAt?: Date;
  waitlistPosition?: number;
  paymentStatus?: string;
  paymentAmount?: number;
  paymentCurrency?: string;
  paymentMethod?: string;
  paymentReference?: string;
};

/** Moves registrations to other states with one statement. The caller has locked their sessions and checked the steps. */
export const changeStates = async (trx: Trx, changes: readonly StateChange[], now: Date): Promise<void> => {
  if (changes.length === 0) return;
  await rows(
    trx,
    `update registrations r
        set state = c.state, cancel_reason = c."cancelReason",
            cancelled_at = case when c.state = 'cancelled' then ?::timestamp end,
            hold_expires_at = c."holdExpiresAt", waitlist_position = c."waitlistPosition",
            payment_status = coalesce(c."paymentStatus", r.payment_status), payment_amount = coalesce(c."paymentAmount", r.payment_amount),
            payment_currency = coalesce(c."paymentCurrency", r.payment_currency),
            payment_method = coalesce(c."paymentMethod", r.payment_method),
            payment_reference = coalesce(c."paymentReference", r.payment_reference), updated_at = ?::timestamp
       from jsonb_to_recordset(?::jsonb) as c("documentId" text, state text, "cancelReason" text, "holdExpiresAt" timestamp,
            "waitlistPosition" int, "paymentStatus" text, "paymentAmount" int, "paymentCurrency" text, "paymentMethod" text,
            "paymentReference" text)
      where r.document_id = c."documentId"`,
    [now, now, JSON.stringify(changes)],
  );
};

/** Gives a session more seats. The caller holds its lock and gives them away. */
export const raiseCapacity = async (
  trx: Trx,
  sessionDocumentId: string,
  capacity: number,
  now: Date,
): Promise<void> => {
  await rows(trx, `update sessions set capacity = ?, updated_at = ?::timestamp where document_id = ?`, [
    capacity,
    now,
    sessionDocumentId,
  ]);
};

/** The first in line, in order. */
export const headOfLine = (sql: Sql, sessionDocumentId: string, most: number): Promise<Registration[]> =>
  rows<Registration>(
    sql,
    `select ${COLUMNS} from registrations r where r.session_document_id = ? and r.state = 'waitlisted'
      order by r.waitlist_position, r.id limit ?`,
    [sessionDocumentId, most],
  );

/** Everyone behind a person who left moves up: positions are 1 to n again. */
export const closeGaps = async (trx: Trx, sessionDocumentId: string): Promise<void> => {
  await rows(
    trx,
    `update registrations r set waitlist_position = line.place
       from (select id, row_number() over (order by waitlist_position, id) as place
               from registrations where session_document_id = ? and state = 'waitlisted') line
      where r.id = line.id and r.waitlist_position is distinct from line.place`,
    [sessionDocumentId],
  );
};

/** Seats of a session whose time to pay is over. */
export const lapsedHolds = (trx: Trx, sessionDocumentId: string, now: Date): Promise<Registration[]> =>
  rows<Registration>(
    trx,
    `select ${COLUMNS} from registrations r
      where r.session_document_id = ? and r.state = 'pending_payment' and r.hold_expires_at <= ?::timestamp order by r.id`,
    [sessionDocumentId, now],
  );

const IS_ACTIVE = `r.session_document_id = ? and r.state <> 'cancelled'`;

/** Everyone a session still has: who is seated, in line or waiting for approval. */
export const activeRegistrations = (trx: Trx, sessionDocumentId: string): Promise<Registration[]> =>
  rows<Registration>(trx, `select ${COLUMNS} from registrations r where ${IS_ACTIVE} order by r.id`, [
    sessionDocumentId,
  ]);

/** The same, counted, with what they have paid. */
export type ActiveCount = {
  state: RegistrationState;
  people: number;
  /** Whose payment is complete, and what they paid together, in minor units of one currency. */
  payers: number;
  paid: number;
  currency: string | null;
};

export const countActive = (sql: Sql, sessionDocumentId: string): Promise<ActiveCount[]> =>
  rows<ActiveCount>(
    sql,
    `select r.state, case when r.payment_status = 'completed' then r.payment_currency end as currency, count(*)::int as people,
            count(*) filter (where r.payment_status = 'completed')::int as payers,
            coalesce(sum(r.payment_amount) filter (where r.payment_status = 'completed'), 0)::float8 as paid
       from registrations r where ${IS_ACTIVE} group by 1, 2 order by 1, 2`,
    [sessionDocumentId],
  );

export type Answered = { key: string; fingerprint: string; status: number; answer: unknown };

/** Keeps answers under their idempotency keys, in the transaction that made them true. */
export const keepAnswers = async (trx: Trx, answers: readonly Answered[], now: Date): Promise<void> => {
  if (answers.length === 0) return;
  await rows(
    trx,
    `insert into webinars_idempotency (key, fingerprint, status, answer, at)
     select a.key, a.fingerprint, a.status, a.answer, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as a(key text, fingerprint text, status smallint, answer jsonb)`,
    [now, JSON.stringify(answers)],
  );
};

/** Where a session's meeting is; null while nobody has said. */
export const meetingUrlOf = async (sql: Sql, sessionDocumentId: string): Promise<string | null> => {
  const [found] = await rows<{ url: string | null }>(
    sql,
    `select btrim(meeting_url) as url from sessions where document_id = ?`,
    [sessionDocumentId],
  );
  return found?.url ?? null;
};

/** The first time counts. */
export const noteJoined = async (trx: Trx, documentId: string, now: Date): Promise<void> => {
  await rows(
    trx,
    `update registrations set joined_at = ?::timestamp, updated_at = ?::timestamp where document_id = ? and joined_at is null`,
    [now, now, documentId],
  );
};

export const writeFeedback = async (
  trx: Trx,
  documentId: string,
  { rating, comment }: { rating: number; comment: string | null },
  now: Date,
): Promise<void> => {
  await rows(
    trx,
    `update registrations set rating = ?, feedback = ?, updated_at = ?::timestamp where document_id = ?`,
    [rating, comment, now, documentId],
  );
};

/** What people may change of their registration themselves. */
export type Details = Record<Editable, string | null>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const DETAILS = EDITABLE.map((name) => ({ name, column: name === 'language' ? 'locale' : snake(name) }));

export const readDetails = async (trx: Trx, documentId: string): Promise<Details> => {
  const [details] = await rows<Details>(
    trx,
    `select ${DETAILS.map(({ name, column }) => `${column} as "${name}"`).join(', ')} from registrations where document_id = ?`,
    [documentId],
  );
  return details!;
};

export const writeDetails = async (trx: Trx, documentId: string, details: Details, now: Date): Promise<void> => {
  await rows(
    trx,
    `update registrations set ${DETAILS.map(({ column }) => `${column} = ?`).join(', ')}, updated_at = ?::timestamp where document_id = ?`,
    [...DETAILS.map(({ name }) => details[name]), now, documentId],
  );
};
