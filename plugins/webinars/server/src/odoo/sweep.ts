import { rows, type Database } from '../kernel/database';
import { writeMarks } from '../partners';
import { readEdited } from './queries';

/** What an editor saves in the seconds around the last look is found by this one. */
const OVERLAP_MS = 120_000;

/**
 * Marks sessions whose words were edited: theirs, their topic's, their speaker's. Such edits are no events; the rows say themselves when they
 * were changed.
 */
export const createSweep =
  ({ database }: { database: Database }) =>
  async (now: Date): Promise<void> => {
    const [looked] = await rows<{ until: Date }>(database.read, `select until from webinars_odoo_sweep`);
    const since = new Date((looked?.until ?? now).getTime() - OVERLAP_MS);
    const edited = await readEdited(database.read, since);
    await writeMarks(
      database.read,
      edited.map((record) => ({ partner: 'odoo' as const, kind: 'event', record, session: record })),
      now,
    );
    await rows(
      database.read,
      `insert into webinars_odoo_sweep (until) values (?) on conflict (one) do update set until = excluded.until`,
      [now],
    );
  };
