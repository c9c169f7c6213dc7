import type { Performer } from '../../../contracts/overview';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { Span } from './period';

export type Held = {
  documentId: string;
  title: string;
  datetime: string;
  timezone: string;
  attended: number;
  confirmed: number;
};

type Sums = { sessions: number; attendedSessions: number; attended: number; confirmed: number };

export type PeriodNumbers = {
  current: Sums;
  previous: Sums;
  attendance: Held[];
  topics: Performer[];
  speakers: Performer[];
};

const SUMS = `json_build_object('sessions', count(*), 'attendedSessions', count(*) filter (where is_noted),
  'attended', coalesce(sum(attended) filter (where is_noted), 0), 'confirmed', coalesce(sum(taken) filter (where is_noted), 0))`;

// Of a session without limit there is no fill; of one of which nobody has noted who came, no attendance.
const PERFORMANCE = `count(*)::int as sessions, sum(taken)::int as registrations,
  sum(least(taken, capacity)) filter (where capacity > 0)::float8 / sum(capacity) filter (where capacity > 0) as fill,
  sum(attended) filter (where is_noted)::float8 / nullif(sum(taken) filter (where is_noted), 0) as attendance,
  round(avg(average_rating)::numeric, 2)::float8 as rating`;

const best = (
  people: string,
  name: string,
) => `(select coalesce(json_agg(json_build_object('documentId', b.document_id, 'name', ${name},
    'sessions', b.sessions, 'registrations', b.registrations, 'fill', b.fill, 'attendance', b.attendance, 'rating', b.rating)
    order by b.registrations desc, b.sessions desc, b.document_id), '[]')
  from (select document_id, ${PERFORMANCE} from (${people}) p join now_held n using (id) group by document_id
         order by registrations desc, sessions desc, document_id limit ?) b)`;

const THEMES = `select k.session_id as id, t.document_id from sessions_topic_lnk k join topics t on t.id = k.topic_id
  where k.session_id in (select id from now_held)`;
// Who is on stage counts once, though they may be on the panel they lead. A speaker has a row in each language.
const STAGE = `select distinct l.session_id as id, s.document_id
  from (select session_id, speaker_id from sessions_speaker_lnk where session_id in (select id from now_held)
        union all select session_id, speaker_id from sessions_panelists_lnk where session_id in (select id from now_held)) l
  join speakers s on s.id = l.speaker_id`;

const TOPIC_NAME = `coalesce((select v.title from topics v where v.document_id = b.document_id
  order by (v.locale = ?) desc, (v.locale = 'en') desc, v.id limit 1), '')`;
const SPEAKER_NAME = `coalesce((select concat_ws(' ', v.first_name, v.last_name) from speakers v where v.document_id = b.document_id
  order by (v.locale = ?) desc, v.id limit 1), '')`;

/**
 * What the sessions of a period and of the one before tell, with one look at them: their own counters say how many had a seat and how many
 * came. Drafts and what was cancelled are left out.
 */
export const readPeriodNumbers = async (
  sql: Sql,
  { current, previous }: { current: Span; previous: Span },
  { locale, mostSessions, mostNames }: { locale: Locale; mostSessions: number; mostNames: number },
): Promise<PeriodNumbers> => {
  const [numbers] = await rows<PeriodNumbers>(
    sql,
    `with held as materialized (
       select s.id, s.datetime, s.state, s.capacity, s.registration_count as taken, s.attendance_count as attended, s.average_rating,
              s.datetime >= ?::timestamp as is_now, s.state = 'completed' and s.attendance_count > 0 as is_noted
         from sessions s
        where s.datetime >= ?::timestamp and s.datetime < ?::timestamp and s.state in ('published', 'live', 'completed')),
     now_held as materialized (select * from held where is_now)
     select (select ${SUMS} from held where is_now) as current, (select ${SUMS} from held where not is_now) as previous,
            (select coalesce(json_agg(json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn('?')},
                      'datetime', to_char(s.datetime, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'timezone', s.timezone,
                      'attended', n.attended, 'confirmed', n.taken) order by n.datetime, n.id), '[]')
               from (select * from now_held where is_noted order by datetime desc, id desc limit ?) n join sessions s on s.id = n.id) as attendance,
            ${best(THEMES, TOPIC_NAME)} as topics, ${best(STAGE, SPEAKER_NAME)} as speakers`,
    [current.start, previous.start, current.end, locale, locale, mostSessions, locale, mostNames, locale, mostNames],
  );
  return numbers!;
};

/** Views of sessions' pages, and from which day of the period on they were counted. */
export const readViews = async (
  sql: Sql,
  { from, to }: Pick<Span, 'from' | 'to'>,
): Promise<{ since: string | null; views: number }> => {
  const [found] = await rows<{ since: string | null; views: string }>(
    sql,
    `select (select to_char(greatest(min(day), ?::date), 'YYYY-MM-DD') from webinars_view_days having min(day) <= ?::date) as since,
            (select coalesce(sum(views), 0) from webinars_view_days where day between ?::date and ?::date) as views`,
    [from, to, from, to],
  );
  return { since: found?.since ?? null, views: Number(found?.views ?? 0) };
};
