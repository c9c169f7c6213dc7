import type { Knex } from 'knex';
import { auditConstraints } from './audit';
import { bulkConstraints } from './bulk';
import { calendarConstraints } from './calendar';
import { catalogConstraints } from './catalog';
import { cartsConstraints } from './carts';
import { intakeConstraints } from './intake';
import { jobsConstraints } from './jobs';
import { exportsConstraints } from './exports';
import { consentsConstraints } from './consents';
import { lettersConstraints } from './letters';
import { mailConstraints } from './mail';
import { verificationsConstraints } from './ops';
import { messagesConstraints } from './messages';
import { odooConstraints } from './odoo';
import { overviewConstraints } from './overview';
import { partnersConstraints } from './partners';
import { planningConstraints } from './planning';
import { programmeConstraints } from './programme';
import { countRegistrations, registrationConstraints } from './registration';
import { remindersConstraints } from './reminders';
import { rosterConstraints } from './roster';
import { runSheetConstraints } from './run-sheet';
import { selectionsConstraints } from './selections';
import { sessionsConstraints } from './sessions';

const all = (timezone: string): string[] => [
  ...jobsConstraints,
  ...auditConstraints,
  ...programmeConstraints,
  ...consentsConstraints,
  ...mailConstraints,
  ...messagesConstraints,
  countRegistrations,
  ...sessionsConstraints,
  ...registrationConstraints,
  ...verificationsConstraints,
  ...overviewConstraints(timezone),
  ...planningConstraints,
  ...catalogConstraints,
  ...rosterConstraints,
  ...intakeConstraints,
  ...selectionsConstraints,
  ...bulkConstraints,
  ...exportsConstraints,
  ...calendarConstraints,
  ...cartsConstraints,
  ...remindersConstraints,
  ...partnersConstraints,
  ...odooConstraints,
  ...runSheetConstraints,
  ...lettersConstraints,
];

/** What must hold whoever writes, as PostgreSQL keeps it. `timezone`: the programme's. Idempotent; instances that start together take turns. */
export const applyConstraints = (connection: Knex, timezone: string): Promise<void> =>
  connection.transaction(async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.constraints'))`);
    for (const statement of all(timezone)) await trx.raw(statement);
  });
