import { ROSTER_STATES } from '../../../contracts/roster';
import { sqlList } from '../kernel/text';

/** Where a registration `r` stands when a list is sorted by state. */
export const RANK = `array_position(array[${sqlList(ROSTER_STATES)}]::text[], r.state::text)`;

/** By what a list is sorted by name and by company: Müller stands beside Muller. */
export const NAME_KEY = `webinars_plain(coalesce(r.last_name, '') || ' ' || coalesce(r.first_name, '')) collate "C"`;
export const COMPANY_KEY = `webinars_plain(coalesce(r.company, '')) collate "C"`;

/** What a registration `r` is found by: its words, its address as a whole, and marks for what few registrations may have. */
export const WORDS = `webinars_roster_words(r.first_name, r.last_name, r.email, r.company, r.reference, r.registration_source,
  r.payment_status, r.consultation_interest, r.follow_up_preferences, r.specific_questions)`;

const indexed = (expression: string) => expression.replace(/\br\./g, '');

// Whatever PostgreSQL's parser would see a thing of its own in: an address, a file, a version, a negative number.
const PARTED = ['.', '@', '-', '/', '+'].reduce((text, mark) => `replace(${text}, '${mark}', ' ')`, 'person');

/**
 * What a list needs to be as fast with a million registrations as with a thousand: an index for each order, which also finds the page to
 * go on from, and one for the words. Functions are bound when they are made: PostgreSQL looks after an index with a search path in which it
 * would find nothing of ours. Idempotent.
 */
export const rosterConstraints: string[] = [
  // Dear, and for one process alone: PostgreSQL had better ask the index than make the words of many rows anew.
  `create or replace function webinars_roster_words(first_name text, last_name text, email text, company text, reference text, source text,
     payment text, consultation boolean, follow_up text, questions text)
   returns tsvector language plpgsql immutable parallel safe cost 5000 set search_path from current as $$
   declare
     person text := coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(company, '');
     words tsvector;
   begin
     person := ${PARTED};
     words := to_tsvector('simple'::regconfig, webinars_plain(person)) || array_to_tsvector(array_remove(array[nullif(lower(email), ''),
       '@' || nullif(split_part(lower(email), '@', 2), ''), nullif(lower(reference), ''), '#source:' || lower(source), '#payment:' || payment,
       case when consultation or follow_up = 'consultation' then '#consultation' end, case when questions <> '' then '#questions' end], null));
     if octet_length(person) > char_length(person) then
       words := words || to_tsvector('simple'::regconfig, webinars_spelt_out(person));
     end if;
     return words;
   end $$`,
  // Whatever of ASCII is neither a letter nor a digit parts words, as it does for the parser.
  `create or replace function webinars_split(words text) returns text[] language sql immutable parallel safe strict
   return array_remove(string_to_array(regexp_replace(words, '[\\x01-\\x2f\\x3a-\\x60\\x7b-\\x7f]+', ' ', 'g'), ' '), '')`,
  `create or replace function webinars_lexeme(word text) returns text language sql immutable parallel safe strict
   return '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''''`,
  // An address is looked for as a whole, of every other word each spelling that it may have here. What holds no word finds nothing.
  `create or replace function webinars_roster_query(typed text) returns tsquery language sql immutable parallel safe
   begin atomic
     select coalesce(string_agg('(' || spellings || ')', ' & '), '')::tsquery
       from (
         select webinars_lexeme(lower(part)) || ':*' as spellings
           from regexp_split_to_table(btrim(typed), '\\s+') part where position('@' in part) > 0 and part <> '@'
         union all
         select concat_ws(' | ', webinars_lexeme(webinars_plain(word)) || ':*', webinars_lexeme(nullif(webinars_spelt_out(word), webinars_plain(word))) || ':*')
           from regexp_split_to_table(btrim(typed), '\\s+') part, unnest(webinars_split(webinars_lower(part))) word where position('@' in part) = 0
       ) asked;
   end`,
  `create or replace function webinars_mark_query(mark text) returns tsquery language sql immutable parallel safe
   return webinars_lexeme('#' || lower(mark))::tsquery`,
  `create index if not exists webinars_roster_words on registrations using gin ((${indexed(WORDS)})) with (gin_pending_list_limit = 512)`,
  `create index if not exists webinars_roster_by_state on registrations ((${indexed(RANK)}), registered_at, id)`,
  `create index if not exists webinars_roster_by_name on registrations ((${indexed(NAME_KEY)}), id)`,
  `create index if not exists webinars_roster_by_company on registrations ((${indexed(COMPANY_KEY)}), id)`,
  `create index if not exists webinars_roster_of_session on registrations (session_document_id, registered_at, id)`,
  `create index if not exists webinars_roster_sources on registrations (registration_source)`,
  `create index if not exists webinars_roster_sessions on sessions (datetime, id)`,
  `create table if not exists webinars_roster_views (
     id bigint generated always as identity primary key,
     name text not null,
     filter jsonb not null,
     sort text not null,
     direction text not null,
     columns jsonb not null,
     is_shared boolean not null,
     -- The administrator whose it is, as the audit log knows them.
     owner_id text,
     owner text,
     revision int not null default 1,
     updated_at timestamptz not null
   )`,
  `create index if not exists webinars_roster_views_of_owner on webinars_roster_views (owner_id)`,
];
