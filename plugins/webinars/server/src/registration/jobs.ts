import { z } from 'zod';
import { rows, type Sql } from '../kernel/database';
import type { Job } from '../jobs';

/** Takes back lapsed seats of a session and gives free ones to its line. */
export const releaseSeatsJob: Job<{ session: string }> = {
  name: 'registration.release-seats',
  payload: z.strictObject({ session: z.string() }),
};

/** Sessions that hold a seat whose time to pay is over. */
export const sessionsWithLapsedHolds = async (sql: Sql, now: Date): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select distinct session_document_id as id from registrations where state = 'pending_payment' and hold_expires_at <= ?::timestamp`,
      [now],
    )
  ).map(({ id }) => id);

/** Sessions where somebody waits although a seat is free: what a raw statement or an import freed, no transaction of ours gave away. */
export const sessionsWithForgottenSeats = async (sql: Sql, now: Date): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select document_id as id from sessions
        where state in ('published', 'live') and waitlist_count > 0 and (capacity is null or registration_count < capacity)
          and datetime + make_interval(mins => duration) > ?::timestamp`,
      [now],
    )
  ).map(({ id }) => id);
