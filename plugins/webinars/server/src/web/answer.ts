import { createHash, randomBytes } from 'node:crypto';
import type { BrandSettings } from '../../../contracts/mail';
import { renderPage, type Findable, type Page } from '../../../site/src';
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
  /** How others show this page; left out for one that belongs to one person. */
  findable?(brand: BrandSettings): Findable;
};

const originOf = (address: string | null): string[] => {
  try {
    return address ? [new URL(address).origin] : [];
  } catch {
    return [];
  }
};

const digestOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const policy = (brand: BrandSettings, nonce: string, scripts: readonly string[], formAction: readonly string[]) =>
  [
    `default-src 'none'`,
    `style-src 'nonce-${nonce}'`,
    ...(scripts.length > 0 ? [`script-src ${scripts.map(digestOf).join(' ')}`] : []),
    ['img-src', "'self'", ...originOf(brand.logoUrl)].join(' '),
    ['form-action', "'self'", ...formAction].join(' '),
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** Of every answer that a token's address gives, and of every answer to a form: they belong to one person, so nothing of it may be kept, found or handed on. */
const keepPrivate = (ctx: Visit): void => {
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('X-Robots-Tag', 'noindex');
};

const SECONDS_TO_KEEP = 60;

/** Of a page that everybody may find. Private all the same: the key in its form must not reach a second visitor. */
const keepShortly = (ctx: Visit): void => {
  ctx.set('Cache-Control', `private, max-age=${SECONDS_TO_KEEP}`);
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.vary('Accept-Language');
};

/** Answers with a page. */
export const show = async <Model>(
  { brand }: Pick<Deps, 'brand'>,
  ctx: Visit,
  page: Page<Model>,
  { locale, title, model, status = 200, script, formAction = [], findable }: Answer<Model>,
): Promise<void> => {
  const shown = await brand();
  const nonce = randomBytes(16).toString('base64');
  const found = findable?.(shown);
  if (found) keepShortly(ctx);
  else keepPrivate(ctx);
  const scripts = [script, found?.linkedData].filter((one) => one !== undefined);
  ctx.set('Content-Security-Policy', policy(shown, nonce, scripts, formAction));
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
    findable: found,
  });
};

/** Post/Redirect/Get: what was done is done once, and reloading the page does nothing. */
export const redirect = (ctx: Visit, address: string): void => {
  keepPrivate(ctx);
  ctx.status = 303;
  ctx.set('Location', address);
  ctx.body = '';
};
