/** What the admin calls a session `s`: its own title, else its topic's; in a reader's language, where there is one. `locale` is SQL: a column, a constant of ours in quotes, or a placeholder, bound twice. */
export const sessionTitleIn = (locale: string): string => `coalesce(
  (select c.title from sessions_cmps sc join components_session_localized_texts c on c.id = sc.cmp_id
    where sc.entity_id = s.id and sc.field = 'texts' and c.title <> '' order by (c.locale = ${locale}) desc, sc."order" limit 1),
  (select v.title from sessions_topic_lnk k join topics t on t.id = k.topic_id join topics v on v.document_id = t.document_id
    where k.session_id = s.id order by (v.locale = ${locale}) desc, (v.locale = 'en') desc, v.id limit 1), s.slug, s.document_id)`;
