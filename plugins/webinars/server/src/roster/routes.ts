import { z } from 'zod';
import { choiceQuery, type SessionChoice } from '../../../contracts/mail-admin';
import {
  attendanceMark,
  moveRequest,
  newRosterView,
  registrationEditRequest,
  rosterQuery,
  rosterViewChange,
  wishedMail,
  type RosterChoices,
  type RosterDetail,
  type RosterPage,
  type RosterQuery,
} from '../../../contracts/roster';
import { staffOf, type Actor } from '../audit';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type Staff } from '../kernel/staff';
import type { Locale } from '../kernel/text';
import type { Acts } from './act';
import type { Views } from './views';

/** What the routes need of the application, asked for when a request comes. */
export type RosterDoors = Acts & {
  page(query: RosterQuery): Promise<RosterPage>;
  detail(documentId: string, titles: Locale): Promise<RosterDetail | null>;
  choices(): Promise<RosterChoices>;
  sessions(search: string): Promise<SessionChoice[]>;
  /** Answers the document id of the registration in the other session. */
  move(documentId: string, session: string, by: Actor): Promise<string>;
  views: Views;
};

type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

const READ = may('registrations.read');
const MANAGE = may('registrations.manage');
const SEND = may('mail.send');

const DOCUMENT_ID = /^[A-Za-z0-9]{1,40}$/;
const VIEW_ID = /^\d{1,18}$/;
const detailQuery = z.strictObject({ titles: z.enum(['en', 'de']).default('en') });

export const rosterAdminRoutes = (doors: () => RosterDoors) => {
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
    if (!DOCUMENT_ID.test(params.documentId!)) throw notFound('This registration');
    return params.documentId!;
  };
  const viewOf = ({ params }: Ctx): string => {
    if (!VIEW_ID.test(params.id!)) throw notFound('This view');
    return params.id!;
  };
  const detailed = async (documentId: string, titles: Locale) => {
    const found = await doors().detail(documentId, titles);
    if (!found) throw notFound('This registration');
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/registrations',
      handler: answering<Ctx>(async (ctx) => {
        ctx.set('Cache-Control', 'private, no-store');
        ctx.body = await doors().page(rosterQuery.parse(ctx.query));
      }),
      config: READ,
    },
    on('GET', '/registrations/choices', READ, () => doors().choices()),
    on('GET', '/registrations/sessions', READ, (ctx) => doors().sessions(choiceQuery.parse(ctx.query).search)),
    on('GET', '/registrations/views', READ, (ctx) => doors().views.list(staffOf(ctx))),
    on('POST', '/registrations/views', READ, (ctx) =>
      doors().views.create(newRosterView.parse(ctx.request.body), staffOf(ctx)),
    ),
    on('PUT', '/registrations/views/:id', READ, (ctx) =>
      doors().views.change(viewOf(ctx), rosterViewChange.parse(ctx.request.body), staffOf(ctx)),
    ),
    on('DELETE', '/registrations/views/:id', READ, async (ctx) => {
      await doors().views.remove(viewOf(ctx), staffOf(ctx));
      return { deleted: true };
    }),
    on('GET', '/registrations/:documentId', READ, (ctx) => detailed(idOf(ctx), detailQuery.parse(ctx.query).titles)),
    on('PUT', '/registrations/:documentId', MANAGE, async (ctx) => {
      const { change, revision } = registrationEditRequest.parse(ctx.request.body);
      await doors().edit(idOf(ctx), change, revision);
      return { saved: true };
    }),
    on('POST', '/registrations/:documentId/mails', SEND, (ctx) =>
      doors().send(idOf(ctx), wishedMail.parse(ctx.request.body), staffOf(ctx)),
    ),
    on('POST', '/registrations/:documentId/cancel', MANAGE, async (ctx) => {
      await doors().cancel(idOf(ctx));
      return { cancelled: true };
    }),
    on('POST', '/registrations/:documentId/attendance', MANAGE, async (ctx) => {
      const { attended } = attendanceMark.parse(ctx.request.body);
      await doors().markAttendance(idOf(ctx), attended);
      return { attended };
    }),
    on('POST', '/registrations/:documentId/move', MANAGE, async (ctx) => ({
      documentId: await doors().move(idOf(ctx), moveRequest.parse(ctx.request.body).session, staffOf(ctx)),
    })),
  ];
};
