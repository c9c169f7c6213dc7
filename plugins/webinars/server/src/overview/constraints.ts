import { registrationSums } from './registration-sums';
import { viewDays } from './views';

/** Indexes and sums that keep the overview as fast with a million registrations as with a thousand. `timezone`: where the programme's days begin. Idempotent. */
export const overviewConstraints = (timezone: string): string[] => [
  `drop index if exists webinars_registrations_by_day`,
  `create index if not exists webinars_registrations_by_time on registrations (registered_at, id)`,
  `create index if not exists webinars_approvals on registrations (session_document_id) where state = 'pending_approval'`,
  `create index if not exists webinars_sessions_drafts on sessions (datetime) where state = 'draft'`,
  ...registrationSums(timezone),
  viewDays,
];
