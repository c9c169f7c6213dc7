import { z } from 'zod';
import {
  moveQuery,
  previewQuery,
  reminderAct,
  reminderMove,
  type ForeseenMove,
  type RunSheet,
} from '../../../contracts/run-sheet';
import {
  promotion,
  seatRowsQuery,
  waitlistQuery,
  type SeatRow,
  type SessionPage,
  type SessionSeats,
  type Waitlist,
} from '../../../contracts/session-page';
import { answering } from '../kernel/problems';
import { may, staffOf, type StaffCtx } from '../kernel/staff';
import type { Locale } from '../kernel/text';
import type { createPreviewMail } from './preview';
import type { RunSheetPorts } from './ports';

/** What the routes need of the application, asked for when a request comes. */
export type RunSheetDoors = Pick<RunSheetPorts, 'changeReminder' | 'sendReminder' | 'promote'> & {
  page(session: string, locale: Locale): Promise<SessionPage>;
  runSheet(session: string): Promise<RunSheet>;
  previewMail: ReturnType<typeof createPreviewMail>;
  seats(session: string, locale: Locale): Promise<SessionSeats>;
  seatRows(session: string, query: z.infer<typeof seatRowsQuery>): Promise<SeatRow[]>;
  foreseeMove(reminder: { session: string; rule: string }, minutes: number): Promise<ForeseenMove>;
  waitlist(session: string, query: z.infer<typeof waitlistQuery>): Promise<Waitlist>;
};

type Config = ReturnType<typeof may>;

const SEE = may('sessions.read');
const MANAGE = may('sessions.manage');
const SEND = may('mail.send');
const READ_MAILS = may('mail.read');
const READ_PEOPLE = may('registrations.read');
const MANAGE_PEOPLE = may('registrations.manage');

const both = (one: Config, other: Config): Config => ({
  policies: [
    ...new Map([...one.policies, ...other.policies].map((policy) => [JSON.stringify(policy), policy])).values(),
  ],
});

const pageQuery = z.object({ locale: z.enum(['en', 'de']).catch('en') });

/** The admin's endpoints of one session: its page, its run sheet and what is done with it, its seats and its line. */
export const runSheetAdminRoutes = (doors: () => RunSheetDoors) => {
  const on = (method: string, path: string, config: Config, handle: (ctx: StaffCtx) => Promise<void>) => ({
    method,
    path: `/sessions/:session${path}`,
    handler: answering<StaffCtx>(handle),
    config,
  });
  const seen = ({ params }: StaffCtx, revision: string) => ({ session: params.session!, rule: params.rule!, revision });
  const changing = (act: 'hold' | 'release') => async (ctx: StaffCtx) => {
    const { revision } = reminderAct.parse(ctx.request.body);
    await doors().changeReminder(seen(ctx, revision), { act }, staffOf(ctx));
    ctx.body = { data: await doors().runSheet(ctx.params.session!), meta: {} };
  };
  const promoting = (addSeat: boolean) => async (ctx: StaffCtx) => {
    const { reason } = promotion.parse(ctx.request.body);
    const { state } = await doors().promote(
      { session: ctx.params.session!, registration: ctx.params.registration!, reason, addSeat },
      staffOf(ctx),
    );
    ctx.body = { data: { state }, meta: {} };
  };
  return [
    on('GET', '/page', SEE, async (ctx) => {
      ctx.body = { data: await doors().page(ctx.params.session!, pageQuery.parse(ctx.query).locale), meta: {} };
    }),
    on('GET', '/run-sheet', SEE, async (ctx) => {
      ctx.body = { data: await doors().runSheet(ctx.params.session!), meta: {} };
    }),
    on('GET', '/run-sheet/preview', READ_MAILS, async (ctx) => {
      const { kind, locale } = previewQuery.parse(ctx.query);
      ctx.body = { data: await doors().previewMail(ctx.params.session!, kind, locale), meta: {} };
    }),
    on('POST', '/reminders/:rule/hold', MANAGE, changing('hold')),
    on('POST', '/reminders/:rule/release', MANAGE, changing('release')),
    on('GET', '/reminders/:rule/move', SEE, async (ctx) => {
      const { minutes } = moveQuery.parse(ctx.query);
      const { session, rule } = seen(ctx, '');
      ctx.body = { data: await doors().foreseeMove({ session, rule }, minutes), meta: {} };
    }),
    on('POST', '/reminders/:rule/move', MANAGE, async (ctx) => {
      const { revision, minutes } = reminderMove.parse(ctx.request.body);
      await doors().changeReminder(seen(ctx, revision), { act: 'move', minutes }, staffOf(ctx));
      ctx.body = { data: await doors().runSheet(ctx.params.session!), meta: {} };
    }),
    on('POST', '/reminders/:rule/send-now', SEND, async (ctx) => {
      const { revision } = reminderAct.parse(ctx.request.body);
      const mails = await doors().sendReminder(seen(ctx, revision), staffOf(ctx));
      ctx.body = { data: await doors().runSheet(ctx.params.session!), meta: { mails } };
    }),
    on('GET', '/seats', SEE, async (ctx) => {
      ctx.body = { data: await doors().seats(ctx.params.session!, pageQuery.parse(ctx.query).locale), meta: {} };
    }),
    on('GET', '/seats/rows', READ_PEOPLE, async (ctx) => {
      ctx.body = { data: await doors().seatRows(ctx.params.session!, seatRowsQuery.parse(ctx.query)), meta: {} };
    }),
    on('GET', '/waitlist', READ_PEOPLE, async (ctx) => {
      ctx.body = { data: await doors().waitlist(ctx.params.session!, waitlistQuery.parse(ctx.query)), meta: {} };
    }),
    on('POST', '/waitlist/:registration/promote', MANAGE_PEOPLE, promoting(false)),
    on('POST', '/waitlist/:registration/add-seat', both(MANAGE_PEOPLE, MANAGE), promoting(true)),
  ];
};
