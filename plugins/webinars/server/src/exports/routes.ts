import type { ServerResponse } from 'node:http';
import { downloadRequest, exportRequest } from '../../../contracts/exports';
import { staffOf } from '../audit';
import { aboutPeople, idIn } from '../kernel/about-people';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { Exports } from './exports';

type Ctx = StaffCtx & { res: ServerResponse };

const EXPORT = may('registrations.export');

export const exportsAdminRoutes = (doors: () => Exports) => [
  aboutPeople('POST', '/exports', EXPORT, (ctx) =>
    doors().prepare(exportRequest.parse(ctx.request.body), staffOf(ctx)),
  ),
  aboutPeople('GET', '/exports/:id', EXPORT, async (ctx) => {
    const found = await doors().read(idIn(ctx, 'This export'), staffOf(ctx));
    if (!found) throw notFound('This export');
    return found;
  }),
  {
    // A form posts here, so that the browser takes the file by itself and the ticket stands in no address and no log. Who has the ticket has
    // been asked already.
    method: 'POST',
    path: '/exports/download',
    handler: answering<Ctx>(async (ctx) => {
      const { ticket } = downloadRequest.parse(ctx.request.body ?? {});
      const { name, type, bytes } = await doors().fetch(ticket);
      ctx.set('Content-Type', type);
      ctx.set('Content-Disposition', `attachment; filename="${name}"`);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.set('X-Content-Type-Options', 'nosniff');
      // A file that breaks off must look broken: without this the connection would stay open and wait.
      bytes.once('error', () => ctx.res.destroy());
      ctx.body = bytes;
    }),
    config: { auth: false },
  },
];
