import { rows, type Sql } from '../kernel/database';
import { SESSION_TITLE } from '../kernel/session-title';

/** What each kind of thing is called, one row per document; the language is whichever came first. */
const TITLES: Record<string, string> = {
  session: `select s.document_id as id, ${SESSION_TITLE} as title from sessions s where s.document_id = any(?)`,
  topic: `select distinct on (document_id) document_id as id, title from topics where document_id = any(?) order by document_id, id`,
  speaker: `select distinct on (document_id) document_id as id, concat_ws(' ', first_name, last_name) as title
              from speakers where document_id = any(?) order by document_id, id`,
  registration: `select document_id as id, concat_ws(' ', first_name, last_name) as title
                   from registrations where document_id = any(?)`,
};

export type Subject = { kind: string; documentId: string };

const keyOf = ({ kind, documentId }: Subject): string => `${kind} ${documentId}`;

/** What the things of a page are called now. One statement for each kind that is there; null for what is gone or has no name. */
export const readTitles = async (
  sql: Sql,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string | null> => {
  const titles = new Map<string, string>();
  for (const [kind, statement] of Object.entries(TITLES)) {
    const ids = [...new Set(subjects.filter((one) => one.kind === kind).map(({ documentId }) => documentId))];
    if (ids.length === 0) continue;
    const found = await rows<{ id: string; title: string | null }>(sql, statement, [ids]);
    for (const { id, title } of found) if (title) titles.set(keyOf({ kind, documentId: id }), title);
  }
  return (subject) => titles.get(keyOf(subject)) ?? null;
};
