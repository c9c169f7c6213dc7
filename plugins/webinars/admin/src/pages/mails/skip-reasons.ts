/** Why a mail did not go out, as the server keeps it in its row. */
export const SKIP_REASONS = [
  'registration_gone',
  'registration_changed',
  'session_gone',
  'session_moved_again',
  'session_cancelled',
  'session_over',
  'session_started',
  'unsubscribed',
  'no_consent',
  'address_bounced',
  'not_needed',
] as const;
