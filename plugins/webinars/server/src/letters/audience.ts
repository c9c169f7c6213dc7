import type { LetterVariables } from '../../../contracts/mail';
import { rows, type Sql } from '../kernel/database';
import { sqlList, type Locale } from '../kernel/text';
import { HOLDING } from '../registration';
import type { SessionFacts } from './facts';
import { dayIn, experienceIn, instantIn, moneyIn } from './words';

type Audience = NonNullable<LetterVariables['audience']>;
type Counted = { name: string; count: number };

type Row = {
  companies: Counted[];
  positions: Counted[];
  titles: { name: string | null; count: number }[];
  industries: Counted[];
  sources: Counted[];
  perDay: { day: string; count: number }[];
  questions: string[];
  attendees: { name: string; company: string; position: string | null; state: string; registeredAt: string }[];
  paid: number;
};

// Gmail cuts a mail at 102 kB: what is long is in the admin.
const MOST_NAMES = 10;
const MOST_QUESTIONS = 40;
const LONGEST_QUESTION = 500;
const MOST_ATTENDEES = 1000;

const counted = (column: string) => `coalesce((select json_agg(t) from (
    select nullif(btrim(${column}), '') as name, count(*)::int as count from here
     where btrim(${column}) <> '' group by 1 order by 2 desc, 1 limit ${MOST_NAMES}) t), '[]')`;

const STATES: Record<string, Record<Locale, string>> = {
  confirmed: { en: 'confirmed', de: 'bestätigt' },
  pending_payment: { en: 'payment pending', de: 'Zahlung offen' },
  attended: { en: 'attended', de: 'teilgenommen' },
  no_show: { en: 'did not come', de: 'nicht erschienen' },
};

const sumUp = (titles: Row['titles'], locale: Locale): Counted[] => {
  const sums = new Map<string, number>();
  for (const { name, count } of titles) {
    const level = experienceIn(name, locale);
    sums.set(level, (sums.get(level) ?? 0) + count);
  }
  return [...sums].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
};

/** Who comes to a session. Speakers are told about their audience; only the programme manager gets the list of names and the money. */
export const readAudience = async (
  sql: Sql,
  session: SessionFacts,
  locale: Locale,
  reader: 'speaker' | 'manager',
): Promise<Audience> => {
  const [row] = await rows<Row>(
    sql,
    `with here as materialized (
       select first_name, last_name, company, position, industry_vertical, registration_source, specific_questions, state, registered_at,
              payment_status, payment_amount
         from registrations where session_document_id = ? and state in (${sqlList(HOLDING)}))
     select ${counted('company')} as companies, ${counted('position')} as positions, ${counted('industry_vertical')} as industries,
            ${counted('registration_source')} as sources,
            coalesce((select json_agg(t) from (select position as name, count(*)::int as count from here group by 1) t), '[]') as titles,
            coalesce((select json_agg(t) from (select to_char(registered_at at time zone 'UTC' at time zone ?, 'YYYY-MM-DD') as day, count(*)::int as count
               from here group by 1 order by 1 desc limit 14) t), '[]') as "perDay",
            coalesce((select json_agg(q) from (select case when length(btrim(specific_questions)) > ${LONGEST_QUESTION}
               then left(btrim(specific_questions), ${LONGEST_QUESTION} - 1) || '…' else btrim(specific_questions) end as q from here where btrim(specific_questions) <> ''
               order by registered_at limit ${MOST_QUESTIONS}) t), '[]') as questions,
            coalesce((select json_agg(t) from (select concat_ws(' ', first_name, last_name) as name, coalesce(company, '') as company, position, state,
               to_char(registered_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "registeredAt" from here order by last_name, first_name limit ${MOST_ATTENDEES}) t), '[]') as attendees,
            coalesce((select sum(payment_amount) from here where payment_status = 'completed'), 0)::bigint::float8 as paid`,
    [session.documentId, session.timezone],
  );
  const { companies, positions, titles, industries, sources, perDay, questions, attendees, paid } = row!;
  const isManager = reader === 'manager';
  return {
    registered: session.registered,
    waiting: session.waiting,
    capacity: session.capacity,
    companies,
    positions,
    experienceLevels: sumUp(titles, locale),
    industries,
    sources,
    perDay: [...perDay]
      .reverse()
      .map(({ day, count }) => ({ day: dayIn(new Date(`${day}T12:00:00Z`), 'UTC', locale), count })),
    questions,
    attendees: isManager
      ? attendees.map(({ state, registeredAt, ...one }) => ({
          ...one,
          state: STATES[state]?.[locale] ?? state,
          registeredAt: instantIn(new Date(registeredAt), session.timezone, locale),
        }))
      : [],
    revenue: isManager && session.price > 0 ? moneyIn(paid, session.currency, locale) : null,
  };
};
