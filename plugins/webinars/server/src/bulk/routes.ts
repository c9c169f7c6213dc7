import {
  bulkBeginning,
  bulkPeopleQuery,
  newDecisionDeed,
  newPlacesDeed,
  type ChosenRegistrations,
  type StaffDeed,
} from '../../../contracts/bulk';
import { staffOf } from '../audit';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type Staff } from '../kernel/staff';
import type { Bulk, Right } from './bulk';

type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

const ID = /^\d{1,18}$/;
const READ = may('registrations.read');

type Asked = { deed: StaffDeed; which: ChosenRegistrations };

const RIGHTS: [right: Right, config: ReturnType<typeof may>, parse: (body: unknown) => Asked][] = [
  ['places', may('registrations.manage'), (body) => newPlacesDeed.parse(body)],
  ['decisions', may('registrations.decide'), (body) => newDecisionDeed.parse(body)],
];

export const bulkAdminRoutes = (doors: () => Bulk) => {
  const on = (
    method: string,
    path: string,
    config: ReturnType<typeof may>,
    handle: (ctx: Ctx) => Promise<unknown>,
  ) => ({
    method,
    path,
    handler: answering<Ctx>(async (ctx) => {
      // What it says is about people: no browser keeps it.
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = { data: await handle(ctx), meta: {} };
    }),
    config,
  });
  const idOf = ({ params }: Ctx): string => {
    if (!ID.test(params.id!)) throw notFound('This bulk action');
    return params.id!;
  };
  return [
    on('GET', '/bulk', READ, () => doors().list()),
    on('GET', '/bulk/:id', READ, async (ctx) => {
      const bulk = await doors().read(idOf(ctx));
      if (!bulk) throw notFound('This bulk action');
      return bulk;
    }),
    on('GET', '/bulk/:id/preview', READ, (ctx) => doors().preview(idOf(ctx))),
    on('GET', '/bulk/:id/people', READ, (ctx) => doors().people(idOf(ctx), bulkPeopleQuery.parse(ctx.query))),
    ...RIGHTS.flatMap(([right, config, parse]) => [
      on('POST', `/bulk/${right}`, config, (ctx) => {
        const { deed, which } = parse(ctx.request.body);
        return doors().choose(deed, which, staffOf(ctx));
      }),
      on('POST', `/bulk/${right}/:id/begin`, config, (ctx) =>
        doors().begin(idOf(ctx), right, bulkBeginning.parse(ctx.request.body ?? {}).note, staffOf(ctx)),
      ),
      on('POST', `/bulk/${right}/:id/stop`, config, (ctx) => doors().stop(idOf(ctx), right, staffOf(ctx))),
      on('POST', `/bulk/${right}/:id/resume`, config, (ctx) => doors().resume(idOf(ctx), right, staffOf(ctx))),
      on('POST', `/bulk/${right}/:id/undo`, config, (ctx) => doors().undo(idOf(ctx), right, staffOf(ctx))),
    ]),
  ];
};
