import { SYSTEM, writeAudit, type Actor } from '../audit';
import { rows, type Database } from '../kernel/database';

type Replayed = { id: string; kind: string; registration: string | null; session: string | null };

/** Lets mails that failed, were kept or were skipped leave after all, with all their tries. Answers how many there were. */
export const replayMails = (
  database: Database,
  ids: readonly string[],
  now: Date,
  by: Actor = SYSTEM,
): Promise<number> =>
  database.inTransaction(async (trx) => {
    const replayed = await rows<Replayed>(
      trx,
      `update webinars_mails set state = 'queued', attempts = 0, next_try_at = ?, answer = null
        where id = any(?::bigint[]) and state in ('failed', 'kept', 'skipped', 'cancelled')
        returning id::text, kind, registration_document_id as registration, session_document_id as session`,
      [now, ids],
    );
    const entries = replayed.map(({ id, kind, registration, session }) => ({
      action: 'mail.sent_again',
      // In the story of whom it was written to; of a speaker or a manager, in its own.
      subject: registration ? { kind: 'registration', documentId: registration } : { kind: 'mail', documentId: id },
      session,
      data: { mail: id, kind },
    }));
    await writeAudit(trx, entries, by, now);
    return replayed.length;
  });
