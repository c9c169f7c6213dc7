import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';

type ContentType = { uid: string; attributes: Record<string, object> };
type Context = { status: number; body: { data?: { contentTypes?: ContentType[] } } };
type Router = { use(path: string, middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): void };

/**
 * A new session's form begins with the settings' defaults. The Content Manager begins a form with what the content types say, and asks for those
 * once: here they are told what staff have set. What is told is a copy, since Strapi answers with the types themselves.
 */
export const offerSessionDefaults = (strapi: Core.Strapi, defaults: () => Promise<Record<string, unknown>>): void => {
  const router = strapi.server.router as Router;
  router.use('/content-manager/init', async (ctx, next) => {
    await next();
    const { data } = ctx.body;
    if (ctx.status !== 200 || !data?.contentTypes) return;
    const given = await defaults();
    const begun = ({ attributes, ...type }: ContentType): ContentType => ({
      ...type,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [
          name,
          name in given ? { ...attribute, default: given[name] } : attribute,
        ]),
      ),
    });
    ctx.body = {
      ...ctx.body,
      data: { ...data, contentTypes: data.contentTypes.map((type) => (type.uid === UID.session ? begun(type) : type)) },
    };
  });
};
