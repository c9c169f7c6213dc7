import {
  STATES,
  type BoardAnswer,
  type BoardQuery,
  type CalendarAnswer,
  type CalendarQuery,
  type PlannedSession,
  type PlanningAnswer,
  type PlanningQuery,
  type SessionsOf,
  type SessionStanding,
} from '../../../contracts/planning';
import type { Sql } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { DateTime } from '../kernel/time';
import { availability } from '../sessions';
import { all, inStates, startingIn, wanted } from './filters';
import { findConflicts, toldConflict } from './find-conflicts';
import { odditiesOf } from './oddities';
import type { Deps } from './ports';
import { countSessionsOf, countStates, readDays, readPage, type Row } from './queries';

const CARDS = 20;
const MOST_PER_DAY = 4;
const NEXT_OF = 5;

/** Who is on stage, once each: a panelist can be the moderator as well. */
const slotOf = (row: Row) => ({
  documentId: row.documentId,
  datetime: row.datetime,
  duration: row.duration,
  state: row.state,
  category: row.topic?.category ?? null,
  people: row.people.filter(
    ({ documentId }, index) => row.people.findIndex((one) => one.documentId === documentId) === index,
  ),
});

const told = (row: Row, kinds: Parameters<typeof odditiesOf>[1], now: Date): PlannedSession => {
  const speaker = row.people.find(({ part }) => part === 'speaker');
  return {
    documentId: row.documentId,
    title: row.title,
    slug: row.slug,
    state: row.state,
    datetime: row.datetime.toISOString(),
    duration: row.duration,
    timezone: row.timezone,
    language: row.language,
    topic: row.topic,
    speaker: speaker ? { documentId: speaker.documentId, name: speaker.name } : null,
    capacity: row.capacity,
    taken: row.registrationCount,
    waiting: row.waitlistCount,
    availability: availability(row, now),
    scheduledPublishAt: row.scheduledPublishAt?.toISOString() ?? null,
    oddities: odditiesOf(
      {
        ...row,
        taken: row.registrationCount,
        waiting: row.waitlistCount,
        hasTopic: row.topic !== null,
        hasSpeaker: speaker !== undefined,
      },
      kinds,
      now,
    ),
    revision: row.revision?.toISOString() ?? null,
  };
};

/** All looks at the programme. Each reads what it shows, in as many statements whatever it shows. */
export const createLooks = (deps: Deps) => {
  const toldAll = async (sql: Sql, rows: readonly Row[], now: Date, locale: Locale) => {
    const conflicts = await findConflicts(sql, rows.map(slotOf), await deps.conflictRules(), locale);
    return {
      conflicts,
      sessions: rows.map((row) =>
        told(
          row,
          conflicts.get(row.documentId)!.map(({ kind }) => kind),
          now,
        ),
      ),
    };
  };

  const list = async (query: PlanningQuery): Promise<PlanningAnswer> => {
    const sql = deps.database.read;
    const now = deps.clock.now();
    const condition = all([startingIn(query), wanted(query)]);
    const [found, counts] = await Promise.all([
      readPage(sql, all([condition, inStates(query.state)]), { ...query, most: query.pageSize + 1 }),
      countStates(sql, condition),
    ]);
    const shown = found.slice(0, query.pageSize);
    return {
      data: (await toldAll(sql, shown, now, query.locale)).sessions,
      meta: {
        at: now.toISOString(),
        next: found.length > query.pageSize ? shown.at(-1)!.cursor : null,
        // Every state is among the keys.
        perState: Object.fromEntries(
          STATES.map((state) => [state, counts.get(state) ?? 0]),
        ) as PlanningAnswer['meta']['perState'],
      },
    };
  };

  /** What comes next stands first; of what is over, what was last. */
  const board = async (query: BoardQuery): Promise<BoardAnswer> => {
    const sql = deps.database.read;
    const now = deps.clock.now();
    const condition = all([startingIn({}), wanted(query)]);
    const states = STATES.filter((state) => !query.state?.length || query.state.includes(state));
    const counts = await countStates(sql, condition);
    const columns = await Promise.all(
      states.map((state) =>
        readPage(sql, all([condition, inStates([state])]), {
          sort: state === 'completed' || state === 'cancelled' ? '-start' : 'start',
          most: CARDS,
          locale: query.locale,
        }),
      ),
    );
    const { sessions } = await toldAll(sql, columns.flat(), now, query.locale);
    return {
      data: states.map((state) => ({
        state,
        count: counts.get(state) ?? 0,
        sessions: sessions.filter((session) => session.state === state),
      })),
      meta: { at: now.toISOString() },
    };
  };

  /** A month of the programme's zone, with what of the weeks at its ends belongs to the months beside it. */
  const calendar = async (query: CalendarQuery): Promise<CalendarAnswer> => {
    const sql = deps.database.read;
    const now = deps.clock.now();
    const timezone = await deps.timezone();
    const month = DateTime.fromISO(`${query.month}-01`, { zone: timezone });
    const from = month.startOf('week');
    const to = month.endOf('month').endOf('week');
    const condition = all([
      startingIn({ from: from.toJSDate(), to: new Date(to.toMillis() + 1) }),
      wanted(query),
      inStates(query.state),
    ]);
    const rows = await readDays(sql, condition, { timezone, mostPerDay: MOST_PER_DAY, locale: query.locale });
    const { sessions } = await toldAll(sql, rows, now, query.locale);
    const days = new Map<string, CalendarAnswer['data'][number]>();
    rows.forEach(({ day, ofDay }, index) => {
      const one = days.get(day) ?? { day, count: ofDay, sessions: [] };
      one.sessions.push(sessions[index]!);
      days.set(day, one);
    });
    return {
      data: [...days.values()],
      meta: {
        at: now.toISOString(),
        today: DateTime.fromJSDate(now, { zone: timezone }).toISODate() ?? '',
        timezone,
      },
    };
  };

  const one = async (documentId: string, locale: Locale): Promise<SessionStanding> => {
    const sql = deps.database.read;
    const now = deps.clock.now();
    const condition = { text: 's.document_id = ?', bindings: [documentId] };
    const rows = await readPage(sql, condition, { sort: 'start', most: 1, locale });
    const { sessions, conflicts } = await toldAll(sql, rows, now, locale);
    const [session] = sessions;
    if (!session) throw notFound('This session');
    return {
      session,
      conflicts: conflicts.get(documentId)!.map(toldConflict),
      address: session.state === 'draft' ? null : deps.addressOf(session),
    };
  };

  /** The sessions of a topic or of a speaker: what comes next, and how many there were. */
  const of = async (filter: { topic?: string; speaker?: string }, locale: Locale): Promise<SessionsOf> => {
    const sql = deps.database.read;
    const now = deps.clock.now();
    const upcoming = all([startingIn({ from: now }), wanted(filter), inStates(['draft', 'published', 'live'])]);
    const [rows, counts] = await Promise.all([
      readPage(sql, upcoming, { sort: 'start', most: NEXT_OF, locale }),
      countSessionsOf(sql, filter, now),
    ]);
    return { upcoming: (await toldAll(sql, rows, now, locale)).sessions, counts };
  };

  return { list, board, calendar, one, of };
};

export type Looks = ReturnType<typeof createLooks>;
