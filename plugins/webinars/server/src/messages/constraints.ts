/** What staff wrote to registrants. The mails of a message are rows of the mail slice. Idempotent. */
export const messagesConstraints: string[] = [
  `create table if not exists webinars_messages (
     id bigint generated always as identity primary key,
     key text not null unique,
     -- Null where it goes to registrants of several sessions.
     session_document_id text,
     audience jsonb not null,
     texts jsonb not null,
     category text not null check (category in ('follow_up', 'news')),
     state text not null default 'writing' check (state in ('writing', 'written', 'cancelled')),
     total int not null,
     -- The last registration whose mail is written: where a writer that was cut short goes on.
     written_up_to bigint not null default 0,
     created_at timestamptz not null,
     created_by text
   )`,
  `do $$ begin
     if exists (select from pg_attribute where attrelid = 'webinars_messages'::regclass and attname = 'session_document_id' and attnotnull) then
       alter table webinars_messages alter column session_document_id drop not null;
     end if;
   end $$`,
  `create index if not exists webinars_messages_of_session on webinars_messages (session_document_id, id)`,
];
