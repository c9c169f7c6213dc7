/** Indexes that the planner's list, board and calendar walk. Idempotent. */
export const planningConstraints: string[] = [
  `create index if not exists webinars_sessions_by_start on sessions (datetime, id)`,
  `create index if not exists webinars_sessions_by_state on sessions (state, datetime, id)`,
];
