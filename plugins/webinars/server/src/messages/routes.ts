import { z } from 'zod';
import {
  messageCountRequest,
  messagePreviewRequest,
  newMessage,
  type MessageAudience,
  type MessageTexts,
  type SelectedPeople,
} from '../../../contracts/messages';
import { choiceQuery, type RenderedPreview, type ChoiceQuery, type SessionChoice } from '../../../contracts/mail-admin';
import { chosenRegistrations, type ChosenRegistrations } from '../../../contracts/bulk';
import { idIn } from '../kernel/about-people';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { staffOf, type Actor } from '../audit';
import { may, type StaffCtx } from '../kernel/staff';
import type { Locale } from '../kernel/text';
import type { Messages } from './messages';
import { titlesQuery } from '../../../contracts/titles';

/** What the routes need of the application, asked for when a request comes. */
export type MessageDoors = {
  messages: Messages;
  /** What somebody of the audience would read; a sample where nobody is in it. */
  preview(audience: MessageAudience, texts: MessageTexts, locale: Locale): Promise<RenderedPreview>;
  /** Sessions to choose from. */
  sessions(query: ChoiceQuery): Promise<SessionChoice[]>;
  /** Writes down whom a message will be for. */
  select(which: ChosenRegistrations, by: Actor): Promise<SelectedPeople>;
};

const SEND = may('mail.send');

const listQuery = titlesQuery.extend({ session: z.string().max(40).optional() });

export const messageAdminRoutes = (doors: () => MessageDoors) => {
  const on = (method: string, path: string, handle: (ctx: StaffCtx) => Promise<void>) => ({
    method,
    path,
    handler: answering<StaffCtx>(handle),
    config: SEND,
  });
  const idOf = (ctx: StaffCtx) => idIn(ctx, 'This message');
  return [
    on('GET', '/messages', async (ctx) => {
      const { session, titles } = listQuery.parse(ctx.query);
      ctx.body = { data: await doors().messages.list(session ?? null, titles), meta: {} };
    }),
    on('POST', '/messages', async (ctx) => {
      const message = newMessage.parse(ctx.request.body);
      ctx.status = 201;
      ctx.body = { data: await doors().messages.send(message, staffOf(ctx)), meta: {} };
    }),
    on('POST', '/messages/count', async (ctx) => {
      const { audience, category } = messageCountRequest.parse(ctx.request.body);
      ctx.body = { data: await doors().messages.count(audience, category), meta: {} };
    }),
    on('POST', '/messages/preview', async (ctx) => {
      const { audience, texts, locale } = messagePreviewRequest.parse(ctx.request.body);
      ctx.body = { data: await doors().preview(audience, texts, locale), meta: {} };
    }),
    on('GET', '/messages/sessions', async (ctx) => {
      ctx.body = { data: await doors().sessions(choiceQuery.parse(ctx.query)), meta: {} };
    }),
    on('POST', '/messages/selections', async (ctx) => {
      ctx.status = 201;
      ctx.body = { data: await doors().select(chosenRegistrations.parse(ctx.request.body), staffOf(ctx)), meta: {} };
    }),
    on('GET', '/messages/:id', async (ctx) => {
      const message = await doors().messages.read(idOf(ctx), titlesQuery.parse(ctx.query).titles);
      if (!message) throw notFound('This message');
      ctx.body = { data: message, meta: {} };
    }),
    on('POST', '/messages/:id/cancel', async (ctx) => {
      ctx.body = { data: await doors().messages.cancel(idOf(ctx), staffOf(ctx)), meta: {} };
    }),
  ];
};
