import {
  bulkBeginning,
  bulkPeopleQuery,
  newDecisionDeed,
  newPlacesDeed,
  type ChosenRegistrations,
  type StaffDeed,
} from '../../../contracts/bulk';
import { staffOf } from '../audit';
import { aboutPeople, idIn } from '../kernel/about-people';
import { notFound } from '../kernel/errors';
import { may, type StaffCtx } from '../kernel/staff';
import type { Bulk, Right } from './bulk';

const READ = may('registrations.read');

type Asked = { deed: StaffDeed; which: ChosenRegistrations };

const RIGHTS: [right: Right, config: ReturnType<typeof may>, parse: (body: unknown) => Asked][] = [
  ['places', may('registrations.manage'), (body) => newPlacesDeed.parse(body)],
  ['decisions', may('registrations.decide'), (body) => newDecisionDeed.parse(body)],
];

export const bulkAdminRoutes = (doors: () => Bulk) => {
  const idOf = (ctx: StaffCtx) => idIn(ctx, 'This bulk action');
  return [
    aboutPeople('GET', '/bulk', READ, () => doors().list()),
    aboutPeople('GET', '/bulk/:id', READ, async (ctx) => {
      const bulk = await doors().read(idOf(ctx));
      if (!bulk) throw notFound('This bulk action');
      return bulk;
    }),
    aboutPeople('GET', '/bulk/:id/preview', READ, (ctx) => doors().preview(idOf(ctx))),
    aboutPeople('GET', '/bulk/:id/people', READ, (ctx) => doors().people(idOf(ctx), bulkPeopleQuery.parse(ctx.query))),
    ...RIGHTS.flatMap(([right, config, parse]) => [
      aboutPeople('POST', `/bulk/${right}`, config, (ctx) => {
        const { deed, which } = parse(ctx.request.body);
        return doors().choose(deed, which, staffOf(ctx));
      }),
      aboutPeople('POST', `/bulk/${right}/:id/begin`, config, (ctx) =>
        doors().begin(idOf(ctx), right, bulkBeginning.parse(ctx.request.body ?? {}).note, staffOf(ctx)),
      ),
      aboutPeople('POST', `/bulk/${right}/:id/stop`, config, (ctx) => doors().stop(idOf(ctx), right, staffOf(ctx))),
      aboutPeople('POST', `/bulk/${right}/:id/resume`, config, (ctx) => doors().resume(idOf(ctx), right, staffOf(ctx))),
      aboutPeople('POST', `/bulk/${right}/:id/undo`, config, (ctx) => doors().undo(idOf(ctx), right, staffOf(ctx))),
    ]),
  ];
};
