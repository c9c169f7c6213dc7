import type { ServerResponse } from 'node:http';
import { downloadRequest, exportRequest } from '../../../contracts/exports';
import { staffOf } from '../audit';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type Staff } from '../kernel/staff';
import type { Exports } from './exports';

type Ctx = {
  params: Record<string, string>;
  request: { body?: unknown };
  res: ServerResponse;
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

const ID = /^\d{1,18}$/;
const EXPORT = may('registrations.export');

export const exportsAdminRoutes = (doors: () => Exports) => [
  {
    method: 'POST',
    path: '/exports',
    handler: answering<Ctx>(async (ctx) => {
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = { data: await doors().prepare(exportRequest.parse(ctx.request.body), staffOf(ctx)), meta: {} };
    }),
    config: EXPORT,
  },
  {
    method: 'GET',
    path: '/exports/:id',
    handler: answering<Ctx>(async (ctx) => {
      const found = ID.test(ctx.params.id!) ? await doors().read(ctx.params.id!, staffOf(ctx)) : null;
      if (!found) throw notFound('This export');
      ctx.set('Cache-Control', 'private, no-store');
      ctx.body = { data: found, meta: {} };
    }),
    config: EXPORT,
  },
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
