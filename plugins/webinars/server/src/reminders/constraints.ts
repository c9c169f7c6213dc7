/** What was planned, and what finding the rest needs. Applied after Strapi's schema sync; idempotent. */
export const remindersConstraints: string[] = [
  // A row is the right to write a rule's mails for a session as it stood: whoever inserts it writes them, in the same transaction.
  `create table if not exists webinars_reminder_plans (
     session_document_id text not null,
     rule text not null,
     schedule_version int not null,
     due_at timestamptz not null,
     planned_at timestamptz not null,
     mails int not null default 0,
     primary key (session_document_id, rule, schedule_version, due_at)
   )`,
  `create index if not exists webinars_sessions_over on sessions (datetime, id) where state in ('live', 'completed')`,
  // What makes a reminder a thing of the past; of a session's thousands of events these are a handful.
  `create index if not exists webinars_events_rescheduling on webinars_events (session_document_id, at)
     where type in ('session.published', 'session.moved', 'session.reminders_changed')`,
  `create index if not exists webinars_mails_to_the_team on webinars_mails (session_document_id, kind)
     where registration_document_id is null`,
  `create index if not exists webinars_reminders_far_ahead on components_session_reminder_overrides (minutes)`,
];
