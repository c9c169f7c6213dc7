import type { z } from 'zod';
import { calendarQuery, ownCalendarQuery } from '../../../contracts/calendar';
import { invalid } from '../kernel/errors';
import { faultsIn } from '../kernel/faults';
import { localeOf } from '../kernel/visitor';
import type { Calendar, CalendarFile } from './calendar';
import type { Subject } from './queries';

/** What we read and write of Koa's context. */
export type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  status: number;
  body: unknown;
  get(header: string): string;
  set(header: string, value: string): void;
};

const parse = <Schema extends z.ZodType>(schema: Schema, ctx: Ctx): z.output<Schema> => {
  const parsed = schema.safeParse(ctx.query);
  if (parsed.success) return parsed.data;
  throw invalid(faultsIn(parsed.error, ctx.query, localeOf(ctx.query.locale, ctx.get('Accept-Language'))));
};

/** Whether a request knows a file of this tag: RFC 9110 compares weakly, so the mark of weakness does not count. */
const knows = (ctx: Ctx) => {
  const given = ctx.get('If-None-Match');
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (tag: string): boolean => given.split(',').some((known) => bare(known) === bare(tag));
};

const send = (ctx: Ctx, { name, text }: CalendarFile, disposition: 'attachment' | 'inline') => {
  ctx.status = 200;
  ctx.set('Content-Type', 'text/calendar; charset=utf-8');
  ctx.set('Content-Disposition', `${disposition}; filename="${name}.ics"`);
  ctx.body = text;
};

/** A file that everybody may keep. */
const share = (ctx: Ctx, file: CalendarFile, cache: string, disposition: 'attachment' | 'inline') => {
  ctx.set('ETag', file.tag);
  ctx.set('Cache-Control', cache);
  if (!knows(ctx)(file.tag)) return send(ctx, file, disposition);
  ctx.status = 304;
  ctx.body = null;
};

const MINUTES_TO_KEEP_A_FEED = 5;

export const createCalendarController = (calendar: Calendar) => {
  const sendFeed = async (ctx: Ctx, subject: Subject) => {
    const { locale = 'en' } = parse(calendarQuery, ctx);
    const file = await calendar.feed(subject, locale, knows(ctx));
    share(ctx, file, `public, max-age=${MINUTES_TO_KEEP_A_FEED * 60}`, 'inline');
  };

  return {
    async session(ctx: Ctx) {
      const { locale = 'en' } = parse(calendarQuery, ctx);
      share(ctx, await calendar.ofSession(ctx.params.slug ?? '', locale), 'no-cache', 'attachment');
    },

    async registration(ctx: Ctx) {
      const { locale } = parse(ownCalendarQuery, ctx);
      const refuseIn = localeOf(locale, ctx.get('Accept-Language'));
      const file = await calendar.ofRegistration(ctx.params.token ?? '', locale, refuseIn);
      ctx.set('Cache-Control', 'private, no-store');
      send(ctx, file, 'attachment');
    },

    programme: (ctx: Ctx) => sendFeed(ctx, { of: 'programme' }),
    category: (ctx: Ctx) => sendFeed(ctx, { of: 'category', value: ctx.params.category ?? '' }),
    speaker: (ctx: Ctx) => sendFeed(ctx, { of: 'speaker', value: ctx.params.speaker ?? '' }),
  };
};
