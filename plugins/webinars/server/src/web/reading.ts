import { isRecord } from '../kernel/request';
import type { Locale } from '../kernel/text';
import { localeOf } from '../kernel/visitor';
import type { Visit } from './deps';

/** The language of a page: as its address asks, else the person's own once it is known, else the browser's. */
export const languageIn = (ctx: Visit, own?: Locale): Locale => {
  ctx.state.locale = own ?? ctx.state.locale;
  const { lang } = ctx.query;
  return localeOf(lang === 'en' || lang === 'de' ? lang : ctx.state.locale, ctx.get('Accept-Language'));
};

/** This page's path, however its address was typed. */
export const pathOf = ({ path }: Pick<Visit, 'path'>): string => path.replace(/\/+$/, '');

// What the address of a page may say beside its token; anything else is not carried on.
const CARRIED = ['lang', 'category', 'view'] as const;

/** This page's address with another query: what is named is set, or left out where it is null; the language stays. */
export const hrefIn = (
  ctx: Pick<Visit, 'path' | 'query'>,
  said: Partial<Record<(typeof CARRIED)[number] | 'done', string | null>> = {},
  path = pathOf(ctx),
): string => {
  const query = new URLSearchParams();
  for (const name of CARRIED) {
    const value = ctx.query[name];
    if (typeof value === 'string' && value.length <= 20) query.set(name, value);
  }
  for (const [name, value] of Object.entries(said)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `${path}?${query.toString()}` : path;
};

/** The fields of a posted form. A field that came twice counts once, and a file is none. */
export const fieldsOf = (ctx: Visit): Record<string, string> => {
  const { body } = ctx.request;
  if (!isRecord(body)) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value[value.length - 1] : value;
      return typeof last === 'string' ? [[name, last] as const] : [];
    }),
  );
};
