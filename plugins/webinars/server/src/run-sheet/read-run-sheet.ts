import type { RunSheet } from '../../../contracts/run-sheet';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { notFound } from '../kernel/errors';
import { composeRunSheet } from './compose';
import { readHolds, readMailGroups, readSheetEvents, readSheetMessages, readSheetSession } from './facts';
import type { RunSheetPorts } from './ports';

/** Reads a session's run sheet as it is at one instant. */
export const createReadRunSheet =
  ({
    database,
    clock,
    ports,
  }: {
    database: Database;
    clock: Clock;
    ports: Pick<RunSheetPorts, 'reminders' | 'syncs'>;
  }) =>
  (documentId: string): Promise<RunSheet> =>
    database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const session = await readSheetSession(sql, documentId);
        if (!session) throw notFound('This session');
        const facts = {
          session,
          events: await readSheetEvents(sql, documentId),
          mails: await readMailGroups(sql, documentId),
          messages: await readSheetMessages(sql, documentId),
          holds: await readHolds(sql, documentId),
          syncs: await ports.syncs(sql, documentId),
          reminders: (await ports.reminders(sql, documentId, now)) ?? [],
        };
        return { now: now.toISOString(), timezone: session.timezone, items: composeRunSheet(facts, now) };
      },
      // One snapshot: what has happened and what will agree.
      { isolationLevel: 'repeatable read', readOnly: true },
    );
