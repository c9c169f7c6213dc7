import { createHash, randomBytes } from 'node:crypto';
import type { BrandSettings } from '../../../contracts/mail';
import { renderPage, type Page } from '../../../site/src';
import type { Locale } from '../kernel/text';
import type { Deps, Visit } from './deps';
import { hrefIn } from './reading';

/** What a page needs beside its model. */
export type Answer<Model> = {
  locale: Locale;
  title: string;
  model: Model;
  status?: number;
  /** A script of ours. */
  script?: string;
  /** Further places that a form of this page may lead to. */
  formAction?: readonly string[];
};

const originOf = (address: string | null): string[] => {
  try {
    return address ? [new URL(address).origin] : [];
  } catch {
    return [];
  }
};

const digestOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const policy = (brand: BrandSettings, nonce: string, script: string | undefined, formAction: readonly string[]) =>
  [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    ...(script ? [`script-src ${digestOf(script)}`] : []),
    ['img-src', "'self'", ...originOf(brand.logoUrl)].join(' '),
    ['form-action', "'self'", ...formAction].join(' '),
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** Of every answer below these addresses: a token is in them, so nothing of it may be kept, found or handed on. */
const keepPrivate = (ctx: Visit): void => {
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('X-Robots-Tag', 'noindex');
};

/** Answers with a page. */
export const show = async <Model>(
  { brand }: Pick<Deps, 'brand'>,
  ctx: Visit,
  page: Page<Model>,
  { locale, title, model, status = 200, script, formAction = [] }: Answer<Model>,
): Promise<void> => {
  const shown = await brand();
  const nonce = randomBytes(16).toString('base64');
  keepPrivate(ctx);
  ctx.set('Content-Security-Policy', policy(shown, nonce, script, formAction));
  ctx.set('X-Frame-Options', 'DENY');
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Language', locale);
  ctx.status = status;
  ctx.body = renderPage(page, model, {
    locale,
    title,
    brand: shown,
    otherLanguageHref: hrefIn(ctx, { lang: locale === 'en' ? 'de' : 'en' }),
    nonce,
    script,
  });
};

/** Post/Redirect/Get: what was done is done once, and reloading the page does nothing. */
export const redirect = (ctx: Visit, address: string): void => {
  keepPrivate(ctx);
  ctx.status = 303;
  ctx.set('Location', address);
  ctx.body = '';
};
