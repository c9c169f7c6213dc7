import { createHash } from 'node:crypto';
import { LOCALES, type Locale } from '../kernel/text';
import { COMPONENT, SPEAKER_LINKS } from './tables';

/** The dictionary that knows the words of a language. */
export const DICTIONARY: Record<Locale, string> = { en: 'english', de: 'german' };

// Lower case without the database's locale: under locale C, PostgreSQL's own lower() leaves Ü as it is.
const UPPER = 'ÀÁÂÃÅÄÇÈÉÊËÌÍÎÏÑÒÓÔÕØÖÙÚÛÜÝŸŠŽĆČĘŁŃŚŹŻ';
const LOWER = 'àáâãåäçèéêëìíîïñòóôõøöùúûüýÿšžćčęłńśźż';
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyyszccelnszz';

const LINKS = Object.values(SPEAKER_LINKS);
const ANY_LINK = LINKS.map((table) => `select session_id, speaker_id from ${table}`).join(' union all ');

// A lexeme that no text has, some places further on.
const GAP = `''' '':9'::tsvector`;

// Bound when they are made, so that indexes can be made of them: those are looked after with a search path of PostgreSQL's own.
const vocabulary: string[] = [
  `create or replace function webinars_lower(words text) returns text language sql immutable parallel safe strict
     return lower(translate(normalize(words, nfc), '${UPPER}', '${LOWER}'))`,
  // Two spellings without accents: Führung as Fuhrung, which foreign keyboards type, and as Fuehrung, which Germans do. Most words have none,
  // and most that have some are German: those are spelt in a tenth of the time.
  `create or replace function webinars_plain(words text) returns text language plpgsql immutable parallel safe strict as $$
   declare german text;
   begin
     if octet_length(words) = char_length(words) then return lower(words); end if;
     german := replace(replace(replace(replace(replace(replace(replace(words, 'ä', 'a'), 'ö', 'o'), 'ü', 'u'), 'ß', 'ss'), 'Ä', 'a'), 'Ö', 'o'), 'Ü', 'u');
     if octet_length(german) = char_length(german) then return lower(german); end if;
     return replace(translate(lower(translate(normalize(words, nfc), '${UPPER}', '${LOWER}')), '${LOWER}', '${PLAIN}'), 'ß', 'ss');
   end $$`,
  `create or replace function webinars_spelt_out(words text) returns text language sql immutable parallel safe strict
     return webinars_plain(replace(replace(replace(replace(replace(replace(normalize(words, nfc),
       'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue'))`,
  // Each spelling ends with a gap, so that no phrase is found where one text ends and the next begins.
  `create or replace function webinars_words(dictionary regconfig, words text, weight "char") returns tsvector
   language sql immutable parallel safe as $$
     select case when coalesce(words, '') = '' then ''::tsvector else setweight(
       to_tsvector(dictionary, webinars_lower(words)) || ${GAP} || to_tsvector('simple', webinars_plain(words)) || ${GAP}
         || case when webinars_lower(words) ~ '[äöü]' then to_tsvector('simple', webinars_spelt_out(words)) || ${GAP} else ''::tsvector end,
       weight) end
   $$`,
  `create or replace function webinars_prose(blocks jsonb) returns text language sql immutable parallel safe strict as $$
     select string_agg(t.node #>> '{}', ' ') from jsonb_path_query(blocks, 'strict $.**.text') as t(node)
   $$`,
  `create or replace function webinars_list(list jsonb) returns text language sql immutable parallel safe strict as $$
     select string_agg(t.entry #>> '{}', ' ') from jsonb_path_query(list, 'lax $[*]') as t(entry)
   $$`,
  `create or replace aggregate webinars_all_words(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '', parallel = safe)`,
];

/**
 * Writes the search documents of sessions anew. A topic's and a speaker's words are parsed once, however many sessions share them.
 * The rows are locked first and the words read after it, so that of two editors who change a topic and its speaker at once, the second
 * one to arrive reads what the first one wrote.
 */
const refresh = `create or replace function webinars_refresh_search(ids int[]) returns void language plpgsql as $$
   begin
     if cardinality(ids) = 0 then return; end if;
     perform from webinars_search where session_id = any(ids) order by session_id, locale for update;
     insert into webinars_search (session_id, locale, document)
     with subject as materialized (select * from (values ${LOCALES.map((locale) => `('${locale}', '${DICTIONARY[locale]}'::regconfig)`).join(', ')}) as l(locale, dictionary)),
     wanted as materialized (
       select s.id, max(t.document_id) as topic
         from sessions s left join sessions_topic_lnk l on l.session_id = s.id left join topics t on t.id = l.topic_id
        where s.id = any(ids) group by s.id
     ),
     on_stage as materialized (
       select distinct l.session_id, p.document_id as speaker
         from (${ANY_LINK}) l
         join speakers p on p.id = l.speaker_id
        where l.session_id = any(ids)
     ),
     topic_words as materialized (
       select t.document_id, l.locale,
              webinars_words(l.dictionary, case when t.locale = l.locale then t.title end, 'A')
              || webinars_words(l.dictionary, concat_ws(' ', t.category, webinars_list(t.tags)), 'B')
              || case when t.locale = l.locale then
                   webinars_words(l.dictionary, concat_ws(' ', webinars_prose(t.description), webinars_list(t.learning_objectives)), 'C')
                   || webinars_words(l.dictionary, concat_ws(' ', t.target_audience, t.prerequisites, agenda.titles), 'D')
                 else ''::tsvector end as words
         from subject l
         cross join (select distinct topic from wanted where topic is not null) w
         join lateral (select * from topics t where t.document_id = w.topic order by (t.locale = l.locale) desc, t.id limit 1) t on true
         left join lateral (
           select string_agg(a.title, ' ') as titles from topics_cmps c join ${COMPONENT.agendaItem} a on a.id = c.cmp_id
            where c.entity_id = t.id and c.field = 'agenda') agenda on true
     ),
     speaker_words as materialized (
       select p.document_id, l.locale,
              webinars_words(l.dictionary, concat_ws(' ', p.title, p.first_name, p.last_name, p.position, p.company,
                webinars_list(p.expertise), webinars_list(p.industries)), 'B') as words
         from subject l
         cross join (select distinct speaker from on_stage) w
         join lateral (select * from speakers p where p.document_id = w.speaker order by (p.locale = l.locale) desc, p.id limit 1) p on true
     ),
     stage_words as materialized (
       select g.session_id, p.locale, webinars_all_words(p.words) as words
         from on_stage g join speaker_words p on p.document_id = g.speaker group by 1, 2
     ),
     own_words as materialized (
       select c.entity_id, l.locale,
              webinars_all_words(webinars_words(l.dictionary, x.title, 'A') || webinars_words(l.dictionary, x.description, 'C')) as words
         from sessions_cmps c join ${COMPONENT.sessionText} x on x.id = c.cmp_id join subject l on l.locale = x.locale
        where c.entity_id = any(ids) and c.field = 'texts' group by 1, 2
     )
     select w.id, l.locale, ts_delete(coalesce(o.words, '') || coalesce(t.words, '') || coalesce(g.words, ''), ' ')
       from wanted w cross join subject l
       left join stage_words g on g.session_id = w.id and g.locale = l.locale
       left join topic_words t on t.document_id = w.topic and t.locale = l.locale
       left join own_words o on o.entity_id = w.id and o.locale = l.locale
      order by w.id, l.locale
     on conflict (session_id, locale) do update set document = excluded.document
       where webinars_search.document is distinct from excluded.document;
   end $$`;

/**
 * The catalog's version says how many transactions have changed what it shows, and the latest of them: no two states of the programme
 * share one. Each transaction leaves one row of its own, so that writers never wait for one another. Folding old rows into the base
 * changes no version.
 */
const version: string[] = [
  `create table if not exists webinars_catalog_changes (transaction xid8 primary key default pg_current_xact_id())`,
  `create table if not exists webinars_catalog_base (one boolean primary key default true check (one), folded bigint not null)`,
  `create or replace function webinars_catalog_version() returns text language sql stable as $$
     select coalesce((select folded from webinars_catalog_base), 0) + (select count(*) from webinars_catalog_changes)
            || ':' || coalesce((select transaction from webinars_catalog_changes order by transaction desc limit 1)::text, '')
   $$`,
  // Rows of transactions that are yet to come were restored from a dump of another server.
  `create or replace function webinars_fold_catalog_changes() returns void language sql as $$
     with gone as (
       delete from webinars_catalog_changes
        where transaction < (select transaction from webinars_catalog_changes order by transaction desc limit 1)
           or transaction >= pg_snapshot_xmax(pg_current_snapshot())
       returning transaction
     )
     insert into webinars_catalog_base as base (folded) select count(*) from gone
     on conflict (one) do update set folded = base.folded + excluded.folded
   $$`,
  `create or replace function webinars_touch_catalog() returns trigger language plpgsql as $$
   begin
     insert into webinars_catalog_changes default values on conflict do nothing;
     return null;
   end $$`,
];

type Event = 'insert' | 'update' | 'delete';
const EVENTS: readonly Event[] = ['insert', 'update', 'delete'];
const TRANSITION: Record<Event, string> = {
  insert: 'new table as fresh',
  update: 'old table as stale new table as fresh',
  delete: 'old table as stale',
};
const ROWS: Record<Event, string> = {
  insert: 'select * from fresh',
  update: 'select * from stale union all select * from fresh',
  delete: 'select * from stale',
};

/** Triggers, once a statement however many rows it has, that refresh the documents of the sessions which `sessionsOf` finds. */
const watching = (
  table: string,
  sessionsOf: (changed: string) => string,
  rowsOf: (event: Event) => string = (event) => ROWS[event],
) =>
  EVENTS.flatMap((event) => [
    `create or replace function webinars_search_${table}_${event}() returns trigger language plpgsql as $$
     begin
       perform webinars_refresh_search(array(select distinct s.id from (${sessionsOf(`(${rowsOf(event)})`)}) s(id) where s.id is not null order by 1));
       insert into webinars_catalog_changes default values on conflict do nothing;
       return null;
     end $$`,
    `create or replace trigger webinars_search_${table}_${event} after ${event} on ${table}
       referencing ${TRANSITION[event]} for each statement execute function webinars_search_${table}_${event}()`,
  ]);

// Saving a topic writes every language version of it: only those whose words changed are worth a refresh.
const reworded =
  (columns: readonly string[]) =>
  (event: Event): string =>
    event === 'update'
      ? `select fresh.* from fresh left join stale using (id)
          where ${row('fresh', columns)} is distinct from ${row('stale', columns)}`
      : ROWS[event];
const row = (alias: string, columns: readonly string[]) =>
  `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;

const TOPIC_WORDS = [
  'document_id',
  'locale',
  'title',
  'category',
  'tags',
  'description',
  'learning_objectives',
  'target_audience',
  'prerequisites',
];
const SPEAKER_WORDS = [
  'document_id',
  'locale',
  'title',
  'first_name',
  'last_name',
  'position',
  'company',
  'expertise',
  'industries',
];

const words: string[] = [
  ...['sessions_topic_lnk', ...LINKS].flatMap((table) =>
    watching(table, (changed) => `select c.session_id from ${changed} c`),
  ),
  ...watching('sessions_cmps', (changed) => `select c.entity_id from ${changed} c where c.field = 'texts'`),
  ...watching(
    COMPONENT.sessionText,
    (changed) => `select l.entity_id from ${changed} c join sessions_cmps l on l.cmp_id = c.id and l.field = 'texts'`,
  ),
  ...watching(
    'topics',
    (changed) =>
      `select l.session_id from ${changed} c join topics t on t.document_id = c.document_id join sessions_topic_lnk l on l.topic_id = t.id`,
    reworded(TOPIC_WORDS),
  ),
  ...watching(
    'speakers',
    (changed) => `select l.session_id from ${changed} c join speakers p on p.document_id = c.document_id
       join (${ANY_LINK}) l on l.speaker_id = p.id`,
    reworded(SPEAKER_WORDS),
  ),
  ...watching('topics_cmps', (changed) =>
    agendaSessions(`select c.entity_id from ${changed} c where c.field = 'agenda'`),
  ),
  ...watching(COMPONENT.agendaItem, (changed) =>
    agendaSessions(`select l.entity_id from ${changed} c join topics_cmps l on l.cmp_id = c.id and l.field = 'agenda'`),
  ),
];

function agendaSessions(topicRows: string): string {
  return `select l.session_id from topics t0 join topics t on t.document_id = t0.document_id
            join sessions_topic_lnk l on l.topic_id = t.id where t0.id in (${topicRows})`;
}

/** Tables whose rows a card or a landing page shows without being searched. */
const SHOWN = [
  'speakers_cmps',
  ...Object.values(COMPONENT).filter((table) => table !== COMPONENT.sessionText && table !== COMPONENT.agendaItem),
];

const shown: string[] = SHOWN.map(
  (table) => `create or replace trigger webinars_catalog_${table} after insert or update or delete on ${table}
     for each statement execute function webinars_touch_catalog()`,
);

/** Counters are read live, so their changes leave the version alone; the database's own triggers write nothing else to a session. */
const COUNTERS = ['registration_count', 'waitlist_count', 'attendance_count', 'view_count', 'updated_at', 'revision'];
const sessions: string[] = [
  `create or replace function webinars_catalog_sessions() returns trigger language plpgsql as $$
   begin
     if exists (select from fresh join stale using (id)
                 where to_jsonb(fresh) - '{${COUNTERS.join(',')}}'::text[] is distinct from to_jsonb(stale) - '{${COUNTERS.join(',')}}'::text[]) then
       insert into webinars_catalog_changes default values on conflict do nothing;
     end if;
     return null;
   end $$`,
  `create or replace trigger webinars_catalog_sessions_update after update on sessions
     referencing old table as stale new table as fresh
     for each statement when (pg_trigger_depth() = 0) execute function webinars_catalog_sessions()`,
  `create or replace trigger webinars_catalog_sessions after insert or delete or truncate on sessions
     for each statement execute function webinars_touch_catalog()`,
];

// Documents written by another edition of these functions, or by another release of PostgreSQL's dictionaries, are written anew; so are
// those of sessions that were there before the table was.
const edition = createHash('sha256')
  .update([...vocabulary, refresh].join())
  .digest('hex')
  .slice(0, 16);
const refreshAll = `do $$
   declare edition text := '${edition} ' || current_setting('server_version_num');
   begin
     if obj_description('webinars_search'::regclass) is distinct from edition then
       delete from webinars_search;
       perform webinars_refresh_search(array(select id from sessions order by id));
       insert into webinars_catalog_changes default values on conflict do nothing;
       execute format('comment on table webinars_search is %L', edition);
     end if;
   end $$`;

/** Search documents, the catalog's version and the indexes that its pages walk. Applied after the other slices'; idempotent. */
export const catalogConstraints: string[] = [
  `create table if not exists webinars_search (
     session_id int not null references sessions (id) on delete cascade,
     locale text not null,
     document tsvector not null,
     primary key (session_id, locale)
   )`,
  `create index if not exists webinars_search_words on webinars_search using gin (document)`,
  ...vocabulary,
  refresh,
  ...version,
  ...words,
  ...shown,
  ...sessions,
  // Strapi looks components up by their owner; a changed component looks for its owner.
  `create index if not exists webinars_sessions_cmps_by_component on sessions_cmps (cmp_id)`,
  `create index if not exists webinars_topics_cmps_by_component on topics_cmps (cmp_id)`,
  // The rows that speakers' averages are made of; a registration without a rating costs it nothing.
  `create index if not exists webinars_registrations_rated on registrations (session_document_id, rating) where rating is not null`,
  `create index if not exists webinars_sessions_shown on sessions (datetime, id) where state in ('published', 'live', 'completed')`,
  refreshAll,
  `select webinars_fold_catalog_changes()`,
];
