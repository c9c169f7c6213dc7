import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { RunSheetPorts } from './ports';
import { createPreviewMail } from './preview';
import { createReadPage } from './read-page';
import { createReadRunSheet } from './read-run-sheet';
import type { RunSheetDoors } from './routes';
import { createReadSeats, readSeatRows } from './seats';
import { createReadWaitlist } from './waitlist';

/** All that a session's page asks for and does, bound once. */
export const createRunSheetDoors = (deps: {
  database: Database;
  clock: Clock;
  ports: RunSheetPorts;
}): RunSheetDoors => ({
  page: createReadPage(deps),
  runSheet: createReadRunSheet(deps),
  previewMail: createPreviewMail(deps),
  seats: createReadSeats(deps),
  seatRows: (session, query) => readSeatRows(deps.database.read, session, query),
  waitlist: createReadWaitlist(deps),
  foreseeMove: async (reminder, minutes) => {
    const found = await deps.ports.foreseeMove(deps.database.read, reminder, minutes, deps.clock.now());
    if (!found) throw notFound('This reminder');
    return { at: found.at.toISOString(), isPast: found.isPast };
  },
  changeReminder: deps.ports.changeReminder,
  sendReminder: deps.ports.sendReminder,
  promote: deps.ports.promote,
});
