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

/** What must hold whoever writes, as statements that may be repeated. `timezone`: the programme's. */
export const constraints = (timezone: string): string[] => [
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
