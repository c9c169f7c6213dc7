import type { MailKind } from '../../../contracts/mail';
import type { Consents } from '../consents';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import type { RecordEvents } from '../kernel/events';
import type { ManageTokens } from '../kernel/token';
import type { Foreseen } from '../mail';
import type { Programme } from '../programme';
import type { Session } from '../sessions';
import type { RegistrationPorts } from './ports';

/** What every use case of this slice is bound to, once, in app.ts. */
export type Deps = {
  database: Database;
  clock: Clock;
  recordEvents: RecordEvents;
  tokens: ManageTokens;
  ports: RegistrationPorts;
  /** Locks sessions and reads them under the lock: `lockSessions` of the sessions slice. */
  lock(trx: Trx, slugsOrIds: readonly string[], options?: { skipLocked?: boolean }): Promise<Session[]>;
  /** Sends each of these registrations the mail that asks for consent, in the transaction that noted the wish. */
  askForConsent(trx: Trx, registrationDocumentIds: readonly string[], now: Date): Promise<void>;
  /** Counts the mails that would follow from facts that are not yet: the writer's own table, asked beforehand. */
  foreseeMails(sql: Sql, foreseen: readonly Foreseen[]): Promise<{ kind: MailKind; people: number }[]>;
  /** What new sessions begin with. */
  programme: Programme['current'];
  holdMinutes: number;
  offerHours: number;
  /** In which wording people agree. */
  consents: Pick<Consents, 'wording' | 'wordingIn'>;
};
