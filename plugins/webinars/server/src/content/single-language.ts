import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';

type Attributes = Record<string, object>;
type ContentType = { attributes: Attributes; __schema__: { attributes: Attributes } };

/**
 * Strapi's i18n plugin puts an attribute `locale` of its own, hidden and private, into every type, also into those without language
 * versions. A registration's is the language of the person; it is put back as its schema says.
 */
export const keepLanguageOfPeople = (strapi: Core.Strapi): void => {
  const { attributes, __schema__ } = strapi.contentTypes[UID.registration] as unknown as ContentType;
  attributes.locale = { ...__schema__.attributes.locale };
};

const SINGLE: ReadonlySet<string | undefined> = new Set([UID.session, UID.registration]);

type Router = { use(path: string, middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): void };
type Context = { params: { model?: string }; query: Record<string, unknown> };

/**
 * The Content Manager carries the language one was last looking at from page to page, and would not find what has no such version.
 */
export const forgetLanguageOfPages = (strapi: Core.Strapi): void => {
  const router = strapi.server.router as Router;
  router.use('/content-manager/collection-types/:model', (ctx, next) => {
    if (SINGLE.has(ctx.params.model) && 'locale' in ctx.query) {
      const { locale: _, ...query } = ctx.query;
      ctx.query = query;
    }
    return next();
  });
};
