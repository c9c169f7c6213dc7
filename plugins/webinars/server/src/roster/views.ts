import type { NewRosterView, RosterView, RosterViewChange } from '../../../contracts/roster';
import { writeAudit, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Trx } from '../kernel/database';
import { conflict, DomainError, notFound } from '../kernel/errors';

const MOST_OF_ONE = 50;

type Row = Omit<RosterView, 'isMine'> & { ownerId: string | null };

const SELECT = `select v.id::text, v.name, v.filter::json, v.sort, v.direction, v.columns::json, v.is_shared as "isShared", v.revision,
  v.owner, v.owner_id as "ownerId" from webinars_roster_views v`;

const viewFor = ({ ownerId, ...view }: Row, by: Actor): RosterView => ({ ...view, isMine: ownerId === by.id });

const lock = async (trx: Trx, id: string, by: Actor, mayShared = false): Promise<Row> => {
  const [view] = await rows<Row>(trx, `${SELECT} where v.id = ?::bigint for update`, [id]);
  if (!view || (view.ownerId !== by.id && !view.isShared)) throw notFound('This view');
  if (view.ownerId !== by.id && !mayShared) {
    throw new DomainError(
      'forbidden',
      'NOT_YOURS',
      'This view belongs to somebody else. Nothing was changed: save it as a view of your own instead.',
    );
  }
  return view;
};

const subject = (id: string) => ({ kind: 'roster_view', documentId: id });

/** Views of the list that people keep: their own, and what others share. */
export const createViews = ({ database, clock }: { database: Database; clock: Clock }) => {
  const read = async (id: string, by: Actor): Promise<RosterView> => {
    const [row] = await rows<Row>(database.read, `${SELECT} where v.id = ?::bigint`, [id]);
    return viewFor(row!, by);
  };
  return {
    list: async (by: Actor): Promise<RosterView[]> =>
      (
        await rows<Row>(database.read, `${SELECT} where v.owner_id = ? or v.is_shared order by lower(v.name), v.id`, [
          by.id,
        ])
      ).map((row) => viewFor(row, by)),

    async create(view: NewRosterView, by: Actor): Promise<RosterView> {
      const id = await database.inTransaction(async (trx) => {
        await rows(trx, `select pg_advisory_xact_lock(hashtext('webinars.roster-views ' || ?))`, [by.id]);
        const [own] = await rows<{ count: number }>(
          trx,
          `select count(*)::int as count from webinars_roster_views where owner_id = ?`,
          [by.id],
        );
        if (own!.count >= MOST_OF_ONE) {
          throw conflict(
            'TOO_MANY_VIEWS',
            `You have ${MOST_OF_ONE} views, which is the most. Nothing was saved: delete one first.`,
          );
        }
        const [made] = await rows<{ id: string }>(
          trx,
          `insert into webinars_roster_views (name, filter, sort, direction, columns, is_shared, owner_id, owner, updated_at)
           values (?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?) returning id::text`,
          [
            view.name,
            JSON.stringify(view.filter),
            view.sort,
            view.direction,
            JSON.stringify(view.columns),
            view.isShared,
            by.id,
            by.name,
            clock.now(),
          ],
        );
        await writeAudit(
          trx,
          [{ action: 'roster_view.created', subject: subject(made!.id), after: view }],
          by,
          clock.now(),
        );
        return made!.id;
      });
      return read(id, by);
    },

    async change(id: string, { revision, ...view }: RosterViewChange, by: Actor): Promise<RosterView> {
      await database.inTransaction(async (trx) => {
        const before = await lock(trx, id, by);
        if (before.revision !== revision) {
          throw conflict(
            'VIEW_CHANGED',
            'This view was changed meanwhile, such as in another window. Nothing was saved: load it again and repeat your change.',
          );
        }
        await rows(
          trx,
          `update webinars_roster_views set name = ?, filter = ?::jsonb, sort = ?, direction = ?, columns = ?::jsonb, is_shared = ?,
                  revision = revision + 1, updated_at = ? where id = ?::bigint`,
          [
            view.name,
            JSON.stringify(view.filter),
            view.sort,
            view.direction,
            JSON.stringify(view.columns),
            view.isShared,
            clock.now(),
            id,
          ],
        );
        const { name, filter, sort, direction, columns, isShared } = before;
        const was = { name, filter, sort, direction, columns, isShared };
        await writeAudit(
          trx,
          [{ action: 'roster_view.changed', subject: subject(id), before: was, after: view }],
          by,
          clock.now(),
        );
      });
      return read(id, by);
    },

    /** One's own; who manages the programme deletes any that is shared: those who have left delete none. */
    async remove(id: string, by: Actor, managesProgramme: boolean): Promise<void> {
      await database.inTransaction(async (trx) => {
        const { name, owner, ownerId } = await lock(trx, id, by, managesProgramme);
        const before = ownerId === by.id ? { name } : { name, owner };
        await rows(trx, `delete from webinars_roster_views where id = ?::bigint`, [id]);
        await writeAudit(trx, [{ action: 'roster_view.deleted', subject: subject(id), before }], by, clock.now());
      });
    },
  };
};

export type Views = ReturnType<typeof createViews>;
