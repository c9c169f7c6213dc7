import type { RegistrationEdit, WishedMail } from '../../../contracts/roster';
import { writeAudit, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import { writeWished } from '../mail';
import { whyNotMark, type RegistrationState } from '../registration';
import { lockSessions, type Session } from '../sessions';
import { mailFor } from './possible';

/** What staff write of a registration: the same door as the Content Manager's, with its rules, its events and its log. */
export type ChangeRegistration = (documentId: string, data: Record<string, unknown>) => Promise<void>;

export type ActDeps = { database: Database; clock: Clock; change: ChangeRegistration };

type Locked = { state: RegistrationState; revision: string; session: Session };

/** A registration under its session's lock: nobody decides about it meanwhile. */
const locked = async (trx: Trx, documentId: string): Promise<Locked> => {
  const [seen] = await rows<{ session: string }>(
    trx,
    `select session_document_id as session from registrations where document_id = ?`,
    [documentId],
  );
  const [session] = seen ? await lockSessions(trx, [seen.session]) : [];
  if (!session) throw notFound('This registration');
  const [row] = await rows<{ state: RegistrationState; revision: string }>(
    trx,
    `select state, updated_at::text as revision from registrations where document_id = ?`,
    [documentId],
  );
  if (!row) throw notFound('This registration');
  return { ...row, session };
};

/** What staff do about one registration. */
export const createActs = ({ database, clock, change }: ActDeps) => ({
  /** Writes somebody a mail by hand. The same key again is the same mail. */
  send: (documentId: string, { mail, key }: WishedMail, by: Actor): Promise<{ id: string; isNew: boolean }> =>
    database.inTransaction(async (trx) => {
      const now = clock.now();
      const { state, session } = await locked(trx, documentId);
      const meant = mailFor(mail, { state, session, now });
      if ('refused' in meant) throw meant.refused;
      const written = await writeWished(trx, { kind: meant.kind, registration: documentId, cause: `wish-${key}` }, now);
      if (!written) throw notFound('This registration');
      if (written.isNew) {
        const subject = { kind: 'registration', documentId };
        await writeAudit(
          trx,
          [{ action: 'registration.mail_sent', subject, session: session.documentId, data: { kind: meant.kind } }],
          by,
          now,
        );
      }
      return written;
    }),

  /** Takes somebody's place back. Repeatable: who is cancelled already stays so. */
  cancel: (documentId: string): Promise<void> =>
    database.joinTransaction(async (trx) => {
      const { state } = await locked(trx, documentId);
      if (state !== 'cancelled') await change(documentId, { state: 'cancelled', cancelReason: 'by_admin' });
    }),

  /** Notes whether somebody was there. */
  markAttendance: (documentId: string, attended: boolean): Promise<void> =>
    database.joinTransaction(async (trx) => {
      const { state, session } = await locked(trx, documentId);
      const refused = whyNotMark({ state, session, now: clock.now() });
      if (refused) throw refused;
      const next = attended ? 'attended' : 'no_show';
      if (state !== next) await change(documentId, { state: next });
    }),

  /** Changes what is known of somebody. Refused where the row has changed since the form was opened. */
  edit: (documentId: string, wished: RegistrationEdit, revision: string): Promise<void> =>
    database.joinTransaction(async (trx) => {
      const current = await locked(trx, documentId);
      if (current.revision !== revision) {
        throw conflict(
          'REGISTRATION_CHANGED',
          'This registration was changed since you opened it. Nothing was saved: look at what is new and repeat your change.',
        );
      }
      if (Object.keys(wished).length > 0) await change(documentId, wished);
    }),
});

export type Acts = ReturnType<typeof createActs>;
