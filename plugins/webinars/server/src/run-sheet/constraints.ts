/** Indexes for what a session's page asks. Applied after the event log's; idempotent. */
export const runSheetConstraints: string[] = [
  `create index if not exists webinars_events_out_of_line on webinars_events (session_document_id, at)
     where type = 'registration.promoted' and jsonb_exists(data, 'outOfLine')`,
];
