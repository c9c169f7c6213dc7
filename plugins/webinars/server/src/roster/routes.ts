import { z } from 'zod';
import { choiceQuery, type ChoiceQuery, type SessionChoice } from '../../../contracts/mail-admin';
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
import { aboutPeople, idIn } from '../kernel/about-people';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, mayAlso, type StaffCtx } from '../kernel/staff';
import type { Locale } from '../kernel/text';
import type { Acts } from './act';
import type { Views } from './views';

/** What the routes need of the application, asked for when a request comes. */
export type RosterDoors = Acts & {
  page(query: RosterQuery): Promise<RosterPage>;
  detail(documentId: string, titles: Locale): Promise<RosterDetail | null>;
  choices(): Promise<RosterChoices>;
  sessions(query: ChoiceQuery): Promise<SessionChoice[]>;
  /** Answers the document id of the registration in the other session. */
  move(documentId: string, session: string, by: Actor): Promise<string>;
  views: Views;
};

const READ = may('registrations.read');
const MANAGE = may('registrations.manage');
const SEND = may('mail.send');

const DOCUMENT_ID = /^[A-Za-z0-9]{1,40}$/;
const detailQuery = z.strictObject({ titles: z.enum(['en', 'de']).default('en') });

export const rosterAdminRoutes = (doors: () => RosterDoors) => {
  const idOf = ({ params }: StaffCtx): string => {
    if (!DOCUMENT_ID.test(params.documentId!)) throw notFound('This registration');
    return params.documentId!;
  };
  const viewOf = (ctx: StaffCtx) => idIn(ctx, 'This view');
  const detailed = async (documentId: string, titles: Locale) => {
    const found = await doors().detail(documentId, titles);
    if (!found) throw notFound('This registration');
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/registrations',
      handler: answering<StaffCtx>(async (ctx) => {
        ctx.set('Cache-Control', 'private, no-store');
        ctx.body = await doors().page(rosterQuery.parse(ctx.query));
      }),
      config: READ,
    },
    aboutPeople('GET', '/registrations/choices', READ, () => doors().choices()),
    aboutPeople('GET', '/registrations/sessions', READ, (ctx) => doors().sessions(choiceQuery.parse(ctx.query))),
    aboutPeople('GET', '/registrations/views', READ, (ctx) => doors().views.list(staffOf(ctx))),
    aboutPeople('POST', '/registrations/views', READ, (ctx) =>
      doors().views.create(newRosterView.parse(ctx.request.body), staffOf(ctx)),
    ),
    aboutPeople('PUT', '/registrations/views/:id', READ, (ctx) =>
      doors().views.change(viewOf(ctx), rosterViewChange.parse(ctx.request.body), staffOf(ctx)),
    ),
    aboutPeople('DELETE', '/registrations/views/:id', READ, async (ctx) => {
      await doors().views.remove(viewOf(ctx), staffOf(ctx), mayAlso(ctx, 'programme.settings'));
      return { deleted: true };
    }),
    aboutPeople('GET', '/registrations/:documentId', READ, (ctx) =>
      detailed(idOf(ctx), detailQuery.parse(ctx.query).titles),
    ),
    aboutPeople('PUT', '/registrations/:documentId', MANAGE, async (ctx) => {
      const { change, revision } = registrationEditRequest.parse(ctx.request.body);
      await doors().edit(idOf(ctx), change, revision);
      return { saved: true };
    }),
    aboutPeople('POST', '/registrations/:documentId/mails', SEND, (ctx) =>
      doors().send(idOf(ctx), wishedMail.parse(ctx.request.body), staffOf(ctx)),
    ),
    aboutPeople('POST', '/registrations/:documentId/cancel', MANAGE, async (ctx) => {
      await doors().cancel(idOf(ctx));
      return { cancelled: true };
    }),
    aboutPeople('POST', '/registrations/:documentId/attendance', MANAGE, async (ctx) => {
      const { attended } = attendanceMark.parse(ctx.request.body);
      await doors().markAttendance(idOf(ctx), attended);
      return { attended };
    }),
    aboutPeople('POST', '/registrations/:documentId/move', MANAGE, async (ctx) => ({
      documentId: await doors().move(idOf(ctx), moveRequest.parse(ctx.request.body).session, staffOf(ctx)),
    })),
  ];
};
