import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';

/** What each kind of thing is called, one row per document; in the reader's language, where it has a name in it. */
const titlesIn = (locale: Locale): Record<string, string> => ({
  session: `select s.document_id as id, ${sessionTitleIn(`'${locale}'`)} as title from sessions s where s.document_id = any(?)`,
  topic: `select distinct on (document_id) document_id as id, title from topics where document_id = any(?)
             order by document_id, (locale = '${locale}') desc, id`,
  speaker: `select distinct on (document_id) document_id as id, concat_ws(' ', first_name, last_name) as title
              from speakers where document_id = any(?) order by document_id, id`,
  registration: `select document_id as id, concat_ws(' ', first_name, last_name) as title
                   from registrations where document_id = any(?)`,
});

export type Subject = { kind: string; documentId: string };

const keyOf = ({ kind, documentId }: Subject): string => `${kind} ${documentId}`;

/** What the things of a page are called now. One statement for each kind that is there; null for what is gone or has no name. */
export const readTitles = async (
  sql: Sql,
  subjects: readonly Subject[],
  locale: Locale,
): Promise<(subject: Subject) => string | null> => {
  const titles = new Map<string, string>();
  for (const [kind, statement] of Object.entries(titlesIn(locale))) {
    const ids = [...new Set(subjects.filter((one) => one.kind === kind).map(({ documentId }) => documentId))];
    if (ids.length === 0) continue;
    const found = await rows<{ id: string; title: string | null }>(sql, statement, [ids]);
    for (const { id, title } of found) if (title) titles.set(keyOf({ kind, documentId: id }), title);
  }
  return (subject) => titles.get(keyOf(subject)) ?? null;
};
