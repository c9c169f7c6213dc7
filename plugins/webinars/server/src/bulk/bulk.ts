import type {
  BulkForesight,
  BulkPeople,
  BulkPeopleQuery,
  BulkView,
  ChosenRegistrations,
  StaffDeed,
} from '../../../contracts/bulk';
import { writeAudit, type Actor } from '../audit';
import { addJobs, newJob } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import type { Alike } from '../registration';
import { freeze, freezeChanged, use, type Condition } from '../selections';
import {
  insertBulk,
  isUndone,
  listBulks,
  lockBulk,
  readAlike,
  readBulk,
  readPeople,
  writeState,
  type Locked,
} from './queries';
import { undoingOf } from './undoable';
import { bulkEntry, bulkJob } from './work';

/** Which right a deed takes: to change places, or to decide about who waits for it. What undoes takes the right of what it undoes. */
export type Right = 'places' | 'decisions';

const DECISIONS: readonly StaffDeed[] = ['approve', 'reject'];

const rightOf = ({ deed, undoOf }: Pick<BulkView, 'deed' | 'undoOf'>): Right =>
  DECISIONS.includes(undoOf?.deed ?? deed) ? 'decisions' : 'places';

export type BulkDeps = {
  database: Database;
  clock: Clock;
  /** Which registrations `r` are chosen. */
  condition(which: ChosenRegistrations): Promise<Condition>;
  foresee(sql: Sql, deed: StaffDeed, alike: readonly Alike[]): Promise<BulkForesight>;
};

const NOBODY = () =>
  conflict('NOBODY_CHOSEN', 'Nobody is chosen, or nobody is like that any more. Nothing was changed: choose again.');

/** What staff do with many registrations at once: chosen first, looked at, then begun. */
export const createBulk = ({ database, clock, condition, foresee }: BulkDeps) => {
  const readFor = async (id: string, right: Right): Promise<BulkView> => {
    const bulk = await readBulk(database.read, id);
    if (!bulk || rightOf(bulk) !== right) throw notFound('This bulk action');
    return bulk;
  };

  /** A change of where it stands, under its lock. Whoever asks for what is so already is told how it stands. */
  const change = async (
    id: string,
    right: Right,
    work: (trx: Trx, bulk: Locked, now: Date) => Promise<void>,
  ): Promise<BulkView> => {
    await readFor(id, right);
    await database.inTransaction(async (trx) => {
      const bulk = await lockBulk(trx, id);
      if (!bulk) throw notFound('This bulk action');
      await work(trx, bulk, clock.now());
    });
    return readFor(id, right);
  };

  const run = (trx: Trx, id: string) => addJobs(trx, [newJob(bulkJob, { bulk: id }, id)]);

  return {
    list: (): Promise<BulkView[]> => listBulks(database.read),
    read: (id: string): Promise<BulkView | null> => readBulk(database.read, id),
    people: (id: string, query: BulkPeopleQuery): Promise<BulkPeople> => readPeople(database.read, id, query),

    /** Writes down who it is for. Nothing is done with them yet. */
    async choose(deed: StaffDeed, which: ChosenRegistrations, by: Actor): Promise<BulkView> {
      const filter = 'filter' in which ? which.filter : null;
      const found = await condition(which);
      const id = await database.read.transaction(async (trx) => {
        const { id: made, people } = await freeze(trx, found, { filter, by: by.name, now: clock.now() });
        if (people === 0) throw NOBODY();
        await insertBulk(trx, { id: made, deed, undoOf: null });
        return made;
      });
      return (await readBulk(database.read, id))!;
    },

    /** What it would do now with those whose turn is still to come. */
    async preview(id: string): Promise<BulkForesight> {
      const bulk = await readBulk(database.read, id);
      if (!bulk) throw notFound('This bulk action');
      return database.read.transaction(
        async (sql) => {
          const found = await readAlike(sql, bulk);
          const there = found.filter((one): one is Alike => one.state !== null);
          const gone = found.filter(({ state }) => state === null).reduce((all, { people }) => all + people, 0);
          const foresight = await foresee(sql, bulk.deed, there);
          const left = gone === 0 ? foresight.left : [...foresight.left, { reason: 'GONE' as const, people: gone }];
          return { ...foresight, left };
        },
        { isolationLevel: 'repeatable read', readOnly: true },
      );
    },

    /** Begins it. Begun already, it stays as it is: a second click does nothing. */
    begin: (id: string, right: Right, note: string, by: Actor): Promise<BulkView> =>
      change(id, right, async (trx, bulk, now) => {
        if (bulk.state !== 'chosen') return;
        if (bulk.undoOf !== null) {
          const original = await lockBulk(trx, bulk.undoOf);
          if (await isUndone(trx, bulk.undoOf))
            throw conflict('UNDONE_ALREADY', 'Somebody has taken this back already. Nothing was changed.');
          if (original?.state === 'running' || original?.changed !== bulk.people)
            throw conflict(
              'BULK_WENT_ON',
              'What is to be taken back has gone on meanwhile. Nothing was changed: stop it or wait for its end, then take it back anew.',
            );
        }
        await use(trx, id, now);
        await writeState(trx, id, { state: 'running', begunAt: now, note, by });
        const data = {
          people: bulk.people,
          ...(note === '' ? {} : { reason: note }),
          ...(bulk.undoOf ? { undoOf: bulk.undoOf } : {}),
        };
        await writeAudit(trx, [bulkEntry('bulk.begun', bulk, data)], by, now);
        await run(trx, id);
      }),

    /** Stops it after the people at hand. What is done stays done. */
    stop: (id: string, right: Right, by: Actor): Promise<BulkView> =>
      change(id, right, async (trx, bulk, now) => {
        if (bulk.state !== 'running') return;
        await writeState(trx, id, { state: 'stopped', endedAt: now });
        await writeAudit(
          trx,
          [bulkEntry('bulk.stopped', bulk, { changed: bulk.changed, people: bulk.people })],
          by,
          now,
        );
      }),

    /** Goes on where it was stopped. */
    resume: (id: string, right: Right, by: Actor): Promise<BulkView> =>
      change(id, right, async (trx, bulk, now) => {
        // One that runs, but whose job was lost, is given another.
        if (bulk.state === 'running') return run(trx, id);
        if (bulk.state !== 'stopped') return;
        if (await isUndone(trx, id))
          throw conflict(
            'UNDONE_ALREADY',
            'This was taken back, so it does not go on. Nothing was changed: choose people anew.',
          );
        await writeState(trx, id, { state: 'running' });
        await writeAudit(trx, [bulkEntry('bulk.resumed', bulk, { people: bulk.people })], by, now);
        await run(trx, id);
      }),

    /** Writes down whom it changed, to take that back. Nothing is done with them yet. */
    async undo(id: string, right: Right, by: Actor): Promise<BulkView> {
      const bulk = await readFor(id, right);
      const why = bulk.undoable;
      const deed = undoingOf(bulk.deed);
      if (why !== 'yes' || deed === null)
        throw conflict('NOT_UNDOABLE', 'This cannot be taken back. Nothing was changed: its page says why.', { why });
      const made = await database.read.transaction(async (trx) => {
        const selection = await freezeChanged(trx, id, { filter: null, by: by.name, now: clock.now() });
        if (selection.people === 0) throw NOBODY();
        await insertBulk(trx, { id: selection.id, deed, undoOf: id });
        return selection.id;
      });
      return (await readBulk(database.read, made))!;
    },
  };
};

export type Bulk = ReturnType<typeof createBulk>;
