/** The order in which feeds walk the sessions. Applied after Strapi's schema sync; idempotent. */
export const calendarConstraints: string[] = [
  `create index if not exists webinars_sessions_in_calendars on sessions (datetime, id) where state <> 'draft'`,
];
