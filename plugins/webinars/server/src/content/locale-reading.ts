import type { Core } from '@strapi/strapi';
import { askedBy, toLocale } from './request';
import { DEFAULT_LOCALE, showLinked, type Reader } from './show-linked';
import { isWithin } from './within';

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany']);

type Params = { locale?: unknown; populate?: unknown };

/** Staff see in the Content Manager what is linked. Code of one's own gets a language when it names one. */
const readerOf = (strapi: Core.Strapi, params: Params): Reader | null => {
  const asked = askedBy(strapi);
  const locale = toLocale(params.locale) ?? asked.locale;
  if (asked.by === 'staff' || (asked.by === 'code' && !toLocale(params.locale))) return null;
  return { locale: locale ?? DEFAULT_LOCALE, isVisitor: asked.by === 'visitor' };
};

/** Reads a session's topic and speakers in the language asked for, else in the default one, over REST and in code of one's own. */
export const readInLocale = (strapi: Core.Strapi): void => {
  strapi.documents.use(async (context, next) => {
    const params = context.params as Params;
    const result = await next();
    if (!params.populate || !context.uid.startsWith('api::') || !READS.has(context.action)) return result;
    const reader = isWithin(params) ? null : readerOf(strapi, params);
    const entries = (Array.isArray(result) ? result : [result]).filter((entry) => entry !== null);
    if (reader) await showLinked(strapi, reader, context.uid, entries as object[], params.populate);
    return result;
  });
};
