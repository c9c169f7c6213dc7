import { catalogQuery, landingQuery } from '../../../contracts/catalog';
import type { Catalog } from './catalog';

/** What we read and write of Koa's context. */
export type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  status: number;
  body: unknown;
  set(header: string, value: string): void;
};

// Seats are live: an answer may be kept, and is asked about before it is shown again.
const LIVE = ['Cache-Control', 'no-cache'] as const;

export const createCatalogController = (catalog: Catalog) => ({
  async browse(ctx: Ctx) {
    const answer = await catalog.browse(catalogQuery.parse(ctx.query));
    ctx.set(...LIVE);
    ctx.body = answer;
  },

  async landing(ctx: Ctx) {
    const { locale } = landingQuery.parse(ctx.query);
    const landing = await catalog.landing(ctx.params.slug ?? '', locale);
    ctx.set(...LIVE);
    ctx.body = { data: landing, meta: {} };
  },
});
