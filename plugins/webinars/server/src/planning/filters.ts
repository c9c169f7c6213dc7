import type { BoardQuery, PlanningQuery } from '../../../contracts/planning';
import { sqlList } from '../kernel/text';

/** A condition on sessions `s`, with the values that belong to it. */
export type Condition = { text: string; bindings: readonly unknown[] };

/** The links of a session to those on stage. */
const STAGE = ['speaker', 'panelists', 'moderator'] as const;

const SPEAKERS_SESSIONS = STAGE.map((part) => `select p.session_id, p.speaker_id from sessions_${part}_lnk p`).join(
  ' union all ',
);

const SEARCH = `s.id in (
  select f.id from sessions f, (select lower(?) as q) a where position(a.q in lower(coalesce(f.slug, ''))) > 0
  union select k.session_id from topics t join topics t0 on t0.document_id = t.document_id join sessions_topic_lnk k on k.topic_id = t0.id,
               (select lower(?) as q) a where position(a.q in lower(t.title)) > 0
  union select sc.entity_id from components_session_localized_texts c join sessions_cmps sc on sc.cmp_id = c.id and sc.field = 'texts',
               (select lower(?) as q) a where position(a.q in lower(coalesce(c.title, ''))) > 0
  union select p.session_id from (${SPEAKERS_SESSIONS}) p join speakers k on k.id = p.speaker_id,
               (select lower(?) as q) a where position(a.q in lower(concat_ws(' ', k.first_name, k.last_name))) > 0)`;

/** All of these. */
export const all = (conditions: readonly (Condition | null)[]): Condition => {
  const given = conditions.filter((one) => one !== null);
  return {
    text: given.map(({ text }) => text).join(' and '),
    bindings: given.flatMap(({ bindings }) => bindings),
  };
};

export const inStates = (states: readonly string[] | undefined): Condition | null =>
  // Names from our own list, not values: so each state is a range of the index on it.
  states && states.length > 0 ? { text: `s.state in (${sqlList(states)})`, bindings: [] } : null;

export const startingIn = ({ from, to }: { from?: string | Date; to?: string | Date }): Condition =>
  all([
    { text: 's.datetime is not null', bindings: [] },
    from === undefined ? null : { text: 's.datetime >= ?::timestamp', bindings: [new Date(from)] },
    to === undefined ? null : { text: 's.datetime < ?::timestamp', bindings: [new Date(to)] },
  ]);

/** What a reader looks for, but for states and dates. */
export const wanted = ({
  language,
  topic,
  speaker,
  category,
  search,
}: Pick<PlanningQuery | BoardQuery, 'language' | 'topic' | 'speaker' | 'category' | 'search'>): Condition =>
  all([
    { text: 'true', bindings: [] },
    language ? { text: 's.language = ?', bindings: [language] } : null,
    topic
      ? {
          text: `s.id in (select k.session_id from sessions_topic_lnk k join topics t on t.id = k.topic_id where t.document_id = ?)`,
          bindings: [topic],
        }
      : null,
    speaker
      ? {
          text: `s.id in (select p.session_id from (${SPEAKERS_SESSIONS}) p join speakers k on k.id = p.speaker_id where k.document_id = ?)`,
          bindings: [speaker],
        }
      : null,
    category
      ? {
          text: `s.id in (select k.session_id from sessions_topic_lnk k join topics t on t.id = k.topic_id where t.category = ?)`,
          bindings: [category],
        }
      : null,
    search ? { text: SEARCH, bindings: [search, search, search, search] } : null,
  ]);
