import { z } from 'zod';
import { LANGUAGES } from '../../../contracts/catalog';
import { choiceQuery } from '../../../contracts/mail-admin';
import {
  boardQuery,
  calendarQuery,
  cancelRequest,
  capacityRequest,
  conflictsRequest,
  duplicateRequest,
  moveRequest,
  planningQuery,
  publishRequest,
  saveRequest,
} from '../../../contracts/planning';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, staffOf, type StaffCtx } from '../kernel/staff';
import type { Planning } from './planning';

const ID = /^[a-z0-9]{1,40}$/;
const localeQuery = z.object({ locale: z.enum(LANGUAGES).catch('en') });

/** Looks for whoever may read sessions, deeds and their previews for whoever may manage them. */
export const planningAdminRoutes = (planning: () => Planning) => {
  const on = (method: string, path: string, action: string, handle: (ctx: StaffCtx) => Promise<unknown>) => ({
    method,
    path,
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = await handle(ctx);
    }),
    config: may(action),
  });
  const look = (path: string, handle: (ctx: StaffCtx) => Promise<unknown>) => on('GET', path, 'sessions.read', handle);
  const idOf = ({ params }: StaffCtx): string => {
    if (!ID.test(params.documentId!)) throw notFound('This session');
    return params.documentId!;
  };
  const localeOf = ({ query }: StaffCtx) => localeQuery.parse(query).locale;

  const deed = <Request>(
    name: string,
    request: z.ZodType<Request>,
    preview: (documentId: string, asked: Request, locale: 'en' | 'de') => Promise<unknown>,
    perform: (documentId: string, asked: Request, by: string | null) => Promise<string | void>,
  ) => [
    on('POST', `/planning/sessions/:documentId/${name}/preview`, 'sessions.manage', async (ctx) => ({
      data: await preview(idOf(ctx), request.parse(ctx.request.body), localeOf(ctx)),
      meta: {},
    })),
    on('POST', `/planning/sessions/:documentId/${name}`, 'sessions.manage', async (ctx) => {
      const documentId = idOf(ctx);
      const made = await perform(documentId, request.parse(ctx.request.body), staffOf(ctx).id);
      return { data: (await planning().looks.one(made ?? documentId, localeOf(ctx))).session, meta: {} };
    }),
  ];

  return [
    look('/sessions', (ctx) => planning().looks.list(planningQuery.parse(ctx.query))),
    look('/planning/board', (ctx) => planning().looks.board(boardQuery.parse(ctx.query))),
    look('/planning/calendar', (ctx) => planning().looks.calendar(calendarQuery.parse(ctx.query))),
    look('/planning/topics', async (ctx) => {
      const { search, titles } = choiceQuery.parse(ctx.query);
      return { data: await planning().choices.topics(search, titles), meta: {} };
    }),
    look('/planning/speakers', async (ctx) => ({
      data: await planning().choices.speakers(choiceQuery.parse(ctx.query).search),
      meta: {},
    })),
    look('/planning/categories', async () => ({ data: await planning().choices.categories(), meta: {} })),
    look('/planning/of-topic/:documentId', async (ctx) => ({
      data: await planning().looks.of({ topic: idOf(ctx) }, localeOf(ctx)),
      meta: {},
    })),
    look('/planning/of-speaker/:documentId', async (ctx) => ({
      data: await planning().looks.of({ speaker: idOf(ctx) }, localeOf(ctx)),
      meta: {},
    })),
    look('/planning/sessions/:documentId', async (ctx) => ({
      data: await planning().looks.one(idOf(ctx), localeOf(ctx)),
      meta: {},
    })),
    // A question that is too long for an address: it changes nothing.
    on('POST', '/planning/conflicts', 'sessions.read', async (ctx) => ({
      data: await planning().conflicts(conflictsRequest.parse(ctx.request.body)),
      meta: {},
    })),
    on('POST', '/planning/sessions/:documentId/save/preview', 'sessions.read', async (ctx) => ({
      data: await planning().changes.previewSave(idOf(ctx), saveRequest.parse(ctx.request.body), localeOf(ctx)),
      meta: {},
    })),
    ...deed(
      'move',
      moveRequest,
      (...asked) => planning().changes.previewMove(...asked),
      (...asked) => planning().changes.move(...asked),
    ),
    ...deed(
      'capacity',
      capacityRequest,
      (...asked) => planning().changes.previewCapacity(...asked),
      (...asked) => planning().changes.changeCapacity(...asked),
    ),
    ...deed(
      'cancel',
      cancelRequest,
      (...asked) => planning().changes.previewCancel(...asked),
      (...asked) => planning().changes.cancel(...asked),
    ),
    ...deed(
      'publish',
      publishRequest,
      (...asked) => planning().changes.previewPublish(...asked),
      (...asked) => planning().changes.publish(...asked),
    ),
    ...deed(
      'duplicate',
      duplicateRequest,
      (...asked) => planning().changes.previewDuplicate(...asked),
      (...asked) => planning().changes.duplicate(...asked),
    ),
  ];
};
