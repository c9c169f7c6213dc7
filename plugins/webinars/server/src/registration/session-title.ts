import { rows, type Sql, type Trx } from '../kernel/database';

const topicId = (relation: unknown): string | number | null => {
  if (typeof relation === 'string' || typeof relation === 'number') return relation;
  if (!relation || typeof relation !== 'object') return null;
  const { documentId, id, connect, set } = relation as {
    documentId?: string;
    id?: number;
    connect?: unknown;
    set?: unknown;
  };
  const many = connect ?? set;
  if (many !== undefined) return topicId(Array.isArray(many) ? many[0] : many);
  return documentId ?? id ?? null;
};

/** A title to make an address from: the session's own, else its topic's, in English where there is one. Empty where neither is known. */
export const titleOf = async (trx: Trx, data: Record<string, unknown>): Promise<string> => {
  const texts = Array.isArray(data.texts) ? (data.texts as { locale?: string; title?: string }[]) : [];
  const own = texts.find((text) => text.locale === 'en' && text.title) ?? texts.find((text) => text.title);
  if (own?.title) return own.title;
  const topic = topicId(data.topic);
  if (topic === null) return '';
  const [found] = await rows<{ title: string }>(
    trx,
    `select t.title from topics t
      where t.document_id = (select document_id from topics where document_id = ? or id::text = ? limit 1)
      order by (t.locale = 'en') desc, t.id limit 1`,
    [String(topic), String(topic)],
  );
  return found?.title ?? '';
};

/** The same for a session that is there. */
export const titleOfSession = async (sql: Sql, documentId: string): Promise<string> => {
  const [found] = await rows<{ title: string | null }>(
    sql,
    `select coalesce(
       (select t.title from sessions_cmps c join components_session_localized_texts t on t.id = c.cmp_id
         where c.entity_id = s.id and c.field = 'texts' and t.title <> '' order by (t.locale = 'en') desc, c."order" limit 1),
       (select v.title from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
         where l.session_id = s.id order by (v.locale = 'en') desc, v.id limit 1)) as title
       from sessions s where s.document_id = ?`,
    [documentId],
  );
  return found?.title ?? '';
};
