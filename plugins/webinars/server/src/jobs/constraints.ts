/** The event log, the cron's book of ticks, and who works which lane. Applied after Strapi's schema sync; idempotent. */
export const jobsConstraints: string[] = [
  `create table if not exists webinars_events (
     id bigint generated always as identity primary key,
     type text not null,
     session_document_id text not null,
     registration_document_id text,
     data jsonb not null default '{}',
     once_key text unique,
     at timestamptz not null
   )`,
  // Ties an event to what else its transaction wrote, such as who caused it. Old events stay without; asked first, as the log is written to.
  `do $$ begin
     if not exists (select from pg_attribute where attrelid = 'webinars_events'::regclass and attname = 'xact') then
       alter table webinars_events add column xact bigint;
       alter table webinars_events alter column xact set default (pg_current_xact_id()::text::bigint);
     end if;
   end $$`,
  `create index if not exists webinars_events_session on webinars_events (session_document_id, id)`,
  `create index if not exists webinars_events_registration on webinars_events (registration_document_id, id)
     where registration_document_id is not null`,
  `create or replace function webinars_refuse_rewriting() returns trigger language plpgsql as $$
   begin
     raise exception 'The event log is append-only.'
       using errcode = '23514', constraint = 'webinars_event_log_append_only';
   end $$`,
  `create or replace trigger webinars_events_append_only before update or delete on webinars_events
     for each row execute function webinars_refuse_rewriting()`,
  `create table if not exists webinars_ticks (name text primary key, at timestamptz not null)`,
  // Null where whoever worked it left it in order.
  `create table if not exists webinars_lanes (name text, lane int, holder text, primary key (name, lane))`,
];
