/** The audit log: what staff, API tokens and code of one's own changed. Applied after the event log's; idempotent. */
export const auditConstraints: string[] = [
  `create table if not exists webinars_audit (
     id bigint generated always as identity primary key,
     at timestamptz not null,
     -- Ties it to the events of the same transaction.
     xact bigint not null default (pg_current_xact_id()::text::bigint),
     -- staff:7, token:3, visitor, system
     actor text not null,
     actor_name text,
     action text not null,
     subject_kind text not null,
     subject_document_id text not null,
     session_document_id text,
     -- Only the fields that changed. Emptied when the personal data of a registration are erased.
     before jsonb,
     after jsonb,
     data jsonb not null default '{}',
     is_erased boolean not null default false
   )`,
  `create index if not exists webinars_audit_by_time on webinars_audit (at, id)`,
  `create index if not exists webinars_audit_of_subject on webinars_audit (subject_document_id, at, id)`,
  `create index if not exists webinars_audit_of_session on webinars_audit (session_document_id, at, id)
     where session_document_id is not null`,
  `create index if not exists webinars_audit_by_actor on webinars_audit (actor, at, id)`,
  `create index if not exists webinars_audit_by_action on webinars_audit (action, at, id)`,
  `create index if not exists webinars_audit_by_xact on webinars_audit (xact)`,
  // A session's own events, without those of the thousands registered for it.
  `create index if not exists webinars_events_of_session_itself on webinars_events (session_document_id, at, id)
     where registration_document_id is null`,
  // Erasing is the one change there is: it empties what was personal and leaves that something was done, by whom and when.
  `create or replace function webinars_keep_audit() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and new.is_erased and new.before is null and new.after is null and new.data = '{}'
        and (new.id, new.at, new.xact, new.actor, new.action, new.subject_kind, new.subject_document_id)
            = (old.id, old.at, old.xact, old.actor, old.action, old.subject_kind, old.subject_document_id)
        and new.actor_name is not distinct from old.actor_name
        and new.session_document_id is not distinct from old.session_document_id then
       return new;
     end if;
     raise exception 'The audit log is append-only.'
       using errcode = '23514', constraint = 'webinars_audit_append_only';
   end $$`,
  `create or replace trigger webinars_audit_append_only before update or delete on webinars_audit
     for each row execute function webinars_keep_audit()`,
];
