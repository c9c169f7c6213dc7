import { rows, type Sql } from '../kernel/database';

/** Lets mails that failed, were kept or were skipped leave after all, with all their tries. Answers how many there were. */
export const replayMails = async (sql: Sql, ids: readonly string[], now: Date): Promise<number> =>
  (
    await rows(
      sql,
      `update webinars_mails set state = 'queued', attempts = 0, next_try_at = ?, answer = null
        where id = any(?::bigint[]) and state in ('failed', 'kept', 'skipped', 'cancelled') returning id`,
      [now, ids],
    )
  ).length;
