import type { z } from 'zod';
import { catalogQuery, landingQuery } from '../../../contracts/catalog';
import { invalid } from '../kernel/errors';
import { faultsIn } from '../kernel/faults';
import { localeOf } from '../kernel/visitor';
import type { Catalog } from './catalog';
import { FAULTS } from './faults';

/** What we read and write of Koa's context. */
export type Ctx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  method: string;
  status: number;
  body: unknown;
  get(header: string): string;
  set(header: string, value: string): void;
};

// Seats are live: an answer may be kept, and is asked about before it is shown again.
const LIVE = ['Cache-Control', 'no-cache'] as const;

const parse = <Schema extends z.ZodType>(schema: Schema, ctx: Ctx): z.output<Schema> => {
  const parsed = schema.safeParse(ctx.query);
  if (parsed.success) return parsed.data;
  throw invalid(faultsIn(parsed.error, ctx.query, localeOf(ctx.query.locale, ctx.get('Accept-Language')), FAULTS));
};

/** `seen`: somebody looks at a session. */
export const createCatalogController = (catalog: Catalog, seen: (sessionDocumentId: string, ctx: Ctx) => void) => ({
  async browse(ctx: Ctx) {
    const answer = await catalog.browse(parse(catalogQuery, ctx));
    ctx.set(...LIVE);
    ctx.body = answer;
  },

  async landing(ctx: Ctx) {
    const { locale } = parse(landingQuery, ctx);
    const landing = await catalog.landing(ctx.params.slug ?? '', locale);
    seen(landing.documentId, ctx);
    ctx.set(...LIVE);
    ctx.body = { data: landing, meta: {} };
  },
});
