import type { Locale } from '../kernel/text';

/** What a session `s` is called: its own title, else its topic's; in the reader's language where there is one. */
export const titleIn = (locale: Locale): string => `coalesce(
  (select t.title from sessions_cmps c join components_session_localized_texts t on t.id = c.cmp_id
    where c.entity_id = s.id and c.field = 'texts' and t.title <> '' order by (t.locale = '${locale}') desc, c."order" limit 1),
  (select v.title from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
    where l.session_id = s.id order by (v.locale = '${locale}') desc, (v.locale = 'en') desc, v.id limit 1),
  s.slug, s.document_id)`;
