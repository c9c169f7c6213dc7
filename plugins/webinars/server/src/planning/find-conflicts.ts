import type { ConflictsRequest, PlannedConflict } from '../../../contracts/planning';
import type { Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { SessionState } from '../sessions';
import { conflictsOf, reachOf, type Conflict, type ConflictRules, type Slot } from './conflicts';
import { readNeighbours, readStage, type Neighbour } from './queries';

export const toldConflict = ({ kind, other, people, gapMinutes }: Conflict<Neighbour>): PlannedConflict => ({
  kind,
  documentId: other.documentId,
  title: other.title,
  datetime: other.datetime.toISOString(),
  duration: other.duration,
  timezone: other.timezone,
  // The statement reads none of another state.
  state: other.state as SessionState,
  people,
  gapMinutes,
});

/** The conflicts of each of some sessions: their neighbours are read together. */
export const findConflicts = async (
  sql: Sql,
  sessions: readonly Slot[],
  rules: ConflictRules,
  locale: Locale,
): Promise<Map<string, Conflict<Neighbour>[]>> => {
  const spans = sessions.map((session) => reachOf(session, rules));
  const neighbours = await readNeighbours(sql, spans, locale);
  return new Map(sessions.map((session) => [session.documentId, conflictsOf(session, neighbours, rules)]));
};

const UNCHANGED = { connect: [], disconnect: [] };

/**
 * The conflicts a session would have at another time or with others on stage. `self`: which session it is, and so not in its own way; none
 * for one that is not saved yet, such as a copy, in whose way the original can be.
 */
export const findConflictsOf = async (
  sql: Sql,
  asked: ConflictsRequest,
  rules: ConflictRules,
  self = asked.session,
): Promise<PlannedConflict[]> => {
  const { speaker = UNCHANGED, panelists = UNCHANGED, moderator = UNCHANGED, topic = UNCHANGED } = asked;
  const stage = await readStage(sql, asked.session, { speaker, panelists, moderator }, topic);
  const slot: Slot = {
    ...stage,
    documentId: self ?? '',
    datetime: new Date(asked.datetime),
    duration: asked.duration,
    state: 'draft',
  };
  const found = await findConflicts(sql, [slot], rules, asked.locale);
  return found.get(slot.documentId)!.map(toldConflict);
};
