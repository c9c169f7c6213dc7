import { slugOf } from './letters';
import { COMPANIES, ORIGINS, POSITIONS, sizeOf } from './words/people';
import { FEEDBACK, HOPES } from './words/voices';

/** A number from 0 to 1 that depends on `of` alone: PostgreSQL's own hash, so that a million of them cost nothing to send. */
const chance = (of: string, salt: number): string =>
  `((hashint8extended(${of}, ${salt}) & 2147483647) / 2147483648::float8)`;

const oneOf = (array: string, of: string, salt: number): string =>
  `(${array})[1 + floor(${chance(of, salt)} * cardinality(${array}))::int]`;

/** Ten characters of Crockford's alphabet: multiplied by an odd number modulo 2^50, different ids cannot meet. */
const reference = (id: string): string => {
  const mixed = `((${id})::bigint * 5577006791 + 40122121) % 1125899906842624`;
  const letters = Array.from(
    { length: 10 },
    (_, i) => `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((x.n >> ${45 - 5 * i}) & 31)::int, 1)`,
  );
  return `(select 'W' || ${letters.join(' || ')} from (select ${mixed} as n) x)`;
};

/** The words that rows are made of, as one parameter. */
export const words = () => {
  const first = [...new Set(ORIGINS.flatMap((origin) => origin.first))];
  const last = [...new Set(ORIGINS.flatMap((origin) => origin.last))];
  const plain = (name: string) => slugOf(name).replace(/-/g, '');
  return JSON.stringify({
    first,
    last,
    first_mail: first.map(plain),
    last_mail: last.map(plain),
    company: COMPANIES.map(({ name }) => name),
    domain: COMPANIES.map(({ domain }) => domain),
    industry: COMPANIES.map(({ industry }) => industry),
    country: COMPANIES.map(({ country }) => country),
    size: COMPANIES.map(sizeOf),
    position: [...POSITIONS.en, ...POSITIONS.de],
    praise: [...FEEDBACK[5].en, ...FEEDBACK[5].de].map((text) => text.replace('{speaker}', 'The speaker')),
    doubt: [...FEEDBACK[3].en, ...FEEDBACK[3].de],
    hope: [...HOPES.en, ...HOPES.de],
  });
};

const WORDS = `words as materialized (
  select ${[
    'first',
    'last',
    'first_mail',
    'last_mail',
    'company',
    'domain',
    'industry',
    'country',
    'size',
    'position',
    'praise',
    'doubt',
    'hope',
  ]
    .map((name) => `array(select jsonb_array_elements_text(j->'${name}')) as ${name}`)
    .join(', ')}
    from (select :words::jsonb as j) w
)`;

/**
 * What is going to be: one row per session with its time, its share of the registrations and how it ends. Shares follow a long tail, as
 * they do in life; the cut-off sums make them add up exactly.
 */
export const PLAN = `
  create temporary table bulk_plan on commit preserve rows as
  with drawn as (
    select n, ${chance('n', 1)} as luck, ${chance('n', 2)} < 0.45 as is_past,
           ${oneOf("array['Europe/Berlin','Europe/Berlin','Europe/Berlin','Europe/London','America/New_York']", 'n', 3)} as zone,
           ${oneOf('array[45,60,60,60,75,90,90,120,180]', 'n', 4)} as duration
      from generate_series(1, :sessions) n
  ), dated as (
    select d.*, (:now::timestamp + make_interval(days => case when is_past then -1 - floor(${chance('n', 5)} * 720)::int
                                                              else 1 + floor(${chance('n', 5)} * 300)::int end))::date as day
      from drawn d
  ), timed as (
    select d.*, (day + case extract(isodow from day) when 6 then 2 when 7 then 1 else 0 end
                 + make_time(9 + floor(${chance('n', 6)} * 9)::int, ${oneOf('array[0,0,30]', 'n', 7)}, 0)) at time zone zone at time zone 'UTC' as starts
      from dated d
  ), stated as (
    select t.*, case when starts + make_interval(mins => duration) <= :now::timestamp then case when ${chance('n', 8)} < 0.05 then 'cancelled' else 'completed' end
                     when starts <= :now::timestamp then 'live'
                     when :sessions > 20 and ${chance('n', 8)} < 0.03 then 'draft'
                     when :sessions > 20 and ${chance('n', 8)} < 0.06 then 'cancelled' else 'published' end as state
      from timed t
  ), summed as (
    select s.*, sum(weight) over (order by n) as upto, sum(weight) over () as total
      from (select s.*, case when state = 'draft' then 0 else 0.15 + 4 * power(luck, 4) end as weight from stated s) s
  ), shared as (
    select s.*, floor(:registrations * ((upto - weight) / nullif(total, 0)))::int as before, floor(:registrations * (upto / nullif(total, 0)))::int as until from summed s
  )
  select n, zone, duration, starts, state, coalesce(before, 0) as before, coalesce(until, 0) as until, coalesce(until - before, 0) as guests,
         state = 'published' and coalesce(until - before, 0) >= 5 and (:waiting or ${chance('n', 9)} < 0.1) as is_full,
         case when ${chance('n', 10)} < 0.25 then ${oneOf('array[4900,5900,7900,9500,12000,14900,29000]', 'n', 11)} else 0 end as price,
         state = 'published' and ${chance('n', 12)} < 0.05 as needs_approval,
         null::int as session_id, null::text as session_document_id,
         least(starts - interval '63 days', :now::timestamp - make_interval(days => 3 + floor(${chance('n', 13)} * 60)::int)) as opens
    from shared`;

/** Sessions of the plan from one number to another, with what they link to. */
export const SESSIONS = `
  with chosen as (
    select p.*, t.id as topic_id, t.slug as topic_slug, s.id as speaker_id, nextval('sessions_id_seq') as id
      from bulk_plan p
      join topic_pool t on t.place = floor(${chance('p.n', 21)} * :topics)::int
      join speaker_pool s on s.place = floor(${chance('p.n', 22)} * :speakers)::int
     where p.n between :from and :to
  ), inserted as (
    insert into sessions (id, document_id, slug, state, datetime, duration, timezone, language, session_type, capacity, price, currency,
                          early_bird_price, early_bird_ends_at, requires_approval, allow_waitlist, registration_opens_at, platform, meeting_url,
                          recording_enabled, view_count, schedule_version, create_odoo_event, create_calendar_event, created_at, updated_at, published_at)
    select id, 'b' || substr(md5(:run || ' session ' || n), 1, 23), left(topic_slug, 80) || '-' || to_char(starts, 'YYYY-MM-DD') || '-' || id, state, starts,
           duration, zone, ${oneOf("array['en','de','de']", 'n', 23)}, ${oneOf("array['single-speaker','single-speaker','single-speaker','panel-discussion','workshop','q-and-a']", 'n', 24)},
           case when is_full then ceil(guests * 0.6) when ${chance('n', 25)} < 0.15 then null else guests + 5 + floor(${chance('n', 26)} * guests) end,
           price, 'EUR', case when price > 0 and ${chance('n', 27)} < 0.5 then price * 3 / 4 end,
           case when price > 0 and ${chance('n', 27)} < 0.5 then starts - interval '14 days' end,
           needs_approval and not is_full, true, opens, ${oneOf("array['zoom','zoom','teams','webex']", 'n', 29)},
           'https://zoom.example/j/' || id, ${chance('n', 30)} < 0.6, guests * (3 + floor(${chance('n', 31)} * 4))::int,
           case state when 'cancelled' then 1 else 0 end, price > 0, true, opens - interval '5 days', opens - interval '5 days', opens - interval '5 days'
      from chosen
  ), topical as (
    insert into sessions_topic_lnk (session_id, topic_id) select id, topic_id from chosen
  ), led as (
    insert into sessions_speaker_lnk (session_id, speaker_id) select id, speaker_id from chosen
  )
  update bulk_plan p set session_id = c.id, session_document_id = 'b' || substr(md5(:run || ' session ' || c.n), 1, 23) from chosen c where c.n = p.n`;

const COLUMNS = [
  'document_id',
  'reference',
  'session_document_id',
  'first_name',
  'last_name',
  'email',
  'company',
  'position',
  'industry_vertical',
  'country',
  'company_size',
  'locale',
  'consultation_interest',
  'learning_objectives',
  'follow_up_preferences',
  'terms_accepted',
  'privacy_consent',
  'marketing_consent',
  'consultant_follow_up_consent',
  'data_processing_consent',
  'registration_source',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'state',
  'waitlist_position',
  'cancel_reason',
  'cancelled_at',
  'registered_at',
  'payment_status',
  'payment_amount',
  'payment_currency',
  'payment_method',
  'joined_at',
  'left_at',
  'attendance_duration',
  'questions_asked',
  'chat_messages',
  'rating',
  'feedback',
  'created_at',
  'updated_at',
  'published_at',
];

/** Rows g of the whole: in which session, the how-many-th there, which person, and how it went. People return: there are fewer than rows. */
export const REGISTRATIONS = `
  with ${WORDS}, seats as (
    select p.*, g, g - p.before as k, :base + g as seed, case when p.is_full then ceil(p.guests * 0.6)::int end as seats_of_full,
           (floor(${chance('p.n', 41)} * :people)::int + (g - p.before)) % :people as person
      from bulk_plan p cross join lateral generate_series(greatest(p.before, :from) + 1, least(p.until, :to)) g
     where p.until > :from and p.before < :to
  ), moved as (
    select s.*, opens + (greatest(least(starts, :now::timestamp), opens + interval '1 hour') - opens) * ((k - 0.5 + (${chance('seed', 42)} - 0.5)) / guests) as registered,
           ${chance('seed', 43)} as luck,
           case when state = 'cancelled' then 'cancelled'
                when is_full then case when k <= seats_of_full then 'confirmed' when (k - seats_of_full) % 9 = 0 then 'cancelled' else 'waitlisted' end
                when state = 'completed' then case when ${chance('seed', 44)} < 0.08 then 'cancelled' when ${chance('seed', 44)} < 0.72 then 'attended' else 'no_show' end
                when ${chance('seed', 44)} < 0.07 then 'cancelled'
                when needs_approval and ${chance('seed', 44)} > 0.7 then 'pending_approval'
                else 'confirmed' end as fate,
           ${chance('person', 45)} as trait, nextval('registrations_id_seq') as id
      from seats s
  ), input as materialized (
    select m.id, m.session_id,
           'b' || substr(md5(:run || ' registration ' || m.id), 1, 23) as document_id, ${reference('m.id')} as reference, m.session_document_id,
           w.first[1 + person % cardinality(w.first)] as first_name,
           w.last[1 + (person / cardinality(w.first)) % cardinality(w.last)] as last_name,
           w.first_mail[1 + person % cardinality(w.first)] || '.' || w.last_mail[1 + (person / cardinality(w.first)) % cardinality(w.last)] || person || '@'
             || ${oneOf('w.domain', 'person', 46)} as email,
           ${oneOf('w.company', 'person', 46)} as company, ${oneOf('w.position', 'person', 47)} as position,
           ${oneOf('w.industry', 'person', 46)} as industry_vertical,
           case when trait < 0.74 then ${oneOf('w.country', 'person', 46)} end as country,
           case when trait > 0.3 then ${oneOf('w.size', 'person', 46)} end as company_size, case when trait < 0.6 then 'de' else 'en' end as locale,
           luck < 0.17 as consultation_interest, case when luck > 0.9 then ${oneOf('w.hope', 'seed', 48)} end as learning_objectives,
           ${oneOf("array['email','resources','consultation','none',null,null]", 'seed', 49)} as follow_up_preferences,
           true as terms_accepted, true as privacy_consent, ${chance('seed', 50)} < 0.46 as marketing_consent, luck < 0.2 as consultant_follow_up_consent,
           ${chance('seed', 51)} < 0.78 as data_processing_consent,
           (array['website','email','social','search','partner','referral'])[source] as registration_source,
           (array[null,'newsletter','linkedin','google','partner-site',null])[source] as utm_source,
           (array[null,'email','social','organic','referral',null])[source] as utm_medium,
           case when source in (2, 3) then 'programme-' || to_char(registered, 'YYYY-MM') end as utm_campaign,
           fate as state, case when fate = 'waitlisted' then (k - seats_of_full) - (k - seats_of_full) / 9 end as waitlist_position,
           case when fate = 'cancelled' then case when m.state = 'cancelled' then 'session_cancelled' else 'by_attendee' end end as cancel_reason,
           case when fate = 'cancelled' then case when m.state = 'cancelled' then greatest(registered, least(starts, :now::timestamp) - interval '2 days')
                                                  else registered + (least(starts, :now::timestamp) - registered) * 0.4 end end as cancelled_at,
           registered as registered_at,
           case when price = 0 then 'not_required' when fate in ('waitlisted', 'pending_approval') then 'pending' when fate = 'cancelled' then 'refunded' else 'completed' end
             as payment_status,
           nullif(price, 0) as payment_amount, case when price > 0 then 'EUR' end as payment_currency,
           case when price > 0 and fate not in ('waitlisted', 'pending_approval') then ${oneOf("array['card','card','card','sepa_debit','paypal']", 'seed', 52)} end as payment_method,
           case when fate = 'attended' then starts + make_interval(mins => floor(${chance('seed', 53)} * 8)::int) end as joined_at,
           case when fate = 'attended' then starts + make_interval(mins => (duration * (0.35 + 0.65 * sqrt(${chance('seed', 54)})))::int) end as left_at,
           case when fate = 'attended' then greatest(1, (duration * (0.35 + 0.65 * sqrt(${chance('seed', 54)})))::int - floor(${chance('seed', 53)} * 8)::int) end as attendance_duration,
           case when fate = 'attended' then floor(${chance('seed', 55)} * ${chance('seed', 56)} * 4)::int else 0 end as questions_asked,
           case when fate = 'attended' then floor(${chance('seed', 56)} * ${chance('seed', 57)} * 12)::int else 0 end as chat_messages,
           case when fate = 'attended' and ${chance('seed', 58)} < 0.45 then (array[5,5,5,5,5,4,4,4,3,2])[1 + floor(${chance('seed', 59)} * 10)::int] end as rating,
           case when fate = 'attended' and ${chance('seed', 58)} < 0.12 then
             case when ${chance('seed', 59)} < 0.8 then ${oneOf('w.praise', 'seed', 60)} else ${oneOf('w.doubt', 'seed', 60)} end end as feedback,
           registered as created_at, greatest(registered, case when fate in ('attended', 'no_show') then starts + make_interval(mins => duration) else registered end) as updated_at,
           registered as published_at
      from (select m.*, ${oneOf('array[1,1,1,2,2,3,3,4,5,6]', 'seed', 61)} as source from moved m) m cross join words w
     order by m.id
  ), inserted as (
    insert into registrations (id, ${COLUMNS.join(', ')}) select id, ${COLUMNS.join(', ')} from input
  )
  insert into registrations_session_lnk (registration_id, session_id) select id, session_id from input`;

/** Averages of the new sessions and figures of the new speakers, from the rows just written. */
export const AVERAGES = [
  `update sessions s set average_rating = a.rating, completion_rate = a.completion
     from (select r.session_document_id, round(avg(r.rating), 2) as rating,
                  round((count(*) filter (where r.attendance_duration >= p.duration * 0.75))::numeric / count(*), 3) as completion
             from bulk_plan p join registrations r on r.session_document_id = p.session_document_id
            where p.state = 'completed' and r.state = 'attended' group by 1) a
    where s.document_id = a.session_document_id`,
  `update components_speaker_performances c
      set total_webinars = a.webinars, average_rating = coalesce(a.rating, 0), attendee_count = a.attendees, engagement_rate = a.engaged, conversion_rate = a.converted
     from speakers twin join speakers_cmps k on k.entity_id = twin.id and k.field = 'performance'
     join (select e.document_id, count(distinct p.n) as webinars, round(avg(r.rating), 2) as rating, count(r.id) as attendees,
                  coalesce(round(avg((r.questions_asked + r.chat_messages > 0)::int), 3), 0) as engaged, coalesce(round(avg(r.consultation_interest::int), 3), 0) as converted
             from bulk_plan p join sessions_speaker_lnk l on l.session_id = p.session_id join speakers e on e.id = l.speaker_id
             left join registrations r on r.session_document_id = p.session_document_id and r.state = 'attended'
            where p.state = 'completed' group by 1) a on a.document_id = twin.document_id
    where c.id = k.cmp_id and twin.slug like '%-' || :run`,
];
