import type { Readable } from 'node:stream';
import { z } from 'zod';
import { checkRequest, dialectChoice, linesQuery, runRequest } from '../../../contracts/intake';
import { choiceQuery, type ChoiceQuery, type SessionChoice } from '../../../contracts/mail-admin';
import { staffOf } from '../audit';
import { aboutPeople, ID, idIn } from '../kernel/about-people';
import { invalid } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { Intakes } from './intakes';
import type { UploadedFile } from './open-file';
import type { Report } from './report';
import { titlesQuery } from '../../../contracts/titles';

/** What the routes need of the application, asked for when a request comes. */
export type IntakeDoors = Intakes & Report & { sessions(query: ChoiceQuery): Promise<SessionChoice[]> };

type Ctx = StaffCtx & { request: { files?: { files?: UploadedFile | UploadedFile[] } } };

const IMPORT = may('registrations.import');

const listQuery = titlesQuery.extend({ before: z.string().regex(ID).optional() });
const openQuery = dialectChoice.extend({ session: z.string().regex(/^[A-Za-z0-9]{1,40}$/) });
const faultyQuery = z.strictObject({ locale: z.enum(['en', 'de']).default('en') });

/** The file of a request. Strapi puts what is called `files` aside and removes it when the request is answered. */
const fileOf = ({ request: { files } }: Ctx): UploadedFile => {
  const [file] = [files?.files ?? []].flat();
  if (!file) throw invalid([{ path: ['files'], message: 'Choose a file. Nothing was kept.' }]);
  return file;
};

export const intakeAdminRoutes = (doors: () => IntakeDoors) => {
  const on = (method: string, path: string, handle: (ctx: Ctx) => Promise<unknown>) =>
    aboutPeople(method, path, IMPORT, handle);
  const idOf = (ctx: Ctx) => idIn(ctx, 'This import');
  const faulty = async (ctx: Ctx): Promise<void> => {
    const { name, text }: { name: string; text: Readable } = await doors().faulty(
      idOf(ctx),
      faultyQuery.parse(ctx.query).locale,
    );
    ctx.set('Cache-Control', 'private, no-store');
    ctx.set('Content-Type', 'text/csv; charset=utf-8');
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = text;
  };
  return [
    on('GET', '/imports', (ctx) => {
      const { before, titles } = listQuery.parse(ctx.query);
      return doors().list(before ?? null, titles);
    }),
    on('GET', '/imports/sessions', (ctx) => doors().sessions(choiceQuery.parse(ctx.query))),
    on('POST', '/imports', (ctx) => {
      const { session, ...chosen } = openQuery.parse(ctx.query);
      return doors().open(fileOf(ctx), session, chosen, staffOf(ctx));
    }),
    on('GET', '/imports/:id', (ctx) => doors().view(idOf(ctx), titlesQuery.parse(ctx.query).titles)),
    on('PUT', '/imports/:id/file', (ctx) => doors().reopen(idOf(ctx), fileOf(ctx), dialectChoice.parse(ctx.query))),
    on('POST', '/imports/:id/check', (ctx) => {
      const { revision, settings } = checkRequest.parse(ctx.request.body);
      return doors().check(idOf(ctx), settings, revision, staffOf(ctx));
    }),
    on('GET', '/imports/:id/lines', (ctx) => doors().lines(idOf(ctx), linesQuery.parse(ctx.query))),
    { method: 'GET', path: '/imports/:id/faulty', handler: answering<Ctx>(faulty), config: IMPORT },
    on('POST', '/imports/:id/run', (ctx) =>
      doors().run(idOf(ctx), runRequest.parse(ctx.request.body).revision, staffOf(ctx)),
    ),
    on('POST', '/imports/:id/stop', (ctx) => doors().stop(idOf(ctx), staffOf(ctx))),
    on('POST', '/imports/:id/discard', (ctx) => doors().discard(idOf(ctx))),
    on('GET', '/imports/:id/take-back', (ctx) => doors().foreseeTakeBack(idOf(ctx))),
    on('POST', '/imports/:id/take-back', (ctx) => doors().takeBack(idOf(ctx), staffOf(ctx))),
  ];
};
