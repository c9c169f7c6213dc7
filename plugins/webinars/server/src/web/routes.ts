import { notFound } from '../kernel/errors';
import { RESERVED_WORDS } from '../kernel/links';
import type { Deps, Handler } from './deps';
import { postFeedback, showFeedback } from './feedback';
import { guarded } from './guarded';
import { postJoin, showJoin } from './join';
import { postConsent, postPreferences, postUnsubscribe, showConsent, showPreferences, showUnsubscribe } from './mails';
import { postManage, showManage } from './manage';
import { postSession, showSession } from './session';

/*
 * Who bears the token in an address may do what its page does; the page of a session registers whom its form names. No cookie and no log-in
 * takes part: what another site could make a browser post here, it could post by itself. So there is nothing that a CSRF token could protect.
 */

const showNothing = (): Handler => async () => {
  throw notFound('This page');
};

const PAGES = {
  showManage,
  postManage,
  showJoin,
  postJoin,
  showFeedback,
  postFeedback,
  showPreferences,
  postPreferences,
  showUnsubscribe,
  postUnsubscribe,
  showConsent,
  postConsent,
  showSession,
  postSession,
  showNothing,
} satisfies Record<string, (deps: Deps) => Handler>;

export type Pages = Record<keyof typeof PAGES, Handler>;

/** Every page and every form, bound to what they are made from. */
export const createPages = (deps: Deps): Pages =>
  Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [name, guarded(deps, page(deps))])) as Pages;

const TABLE: [path: string, show: keyof Pages, post: keyof Pages][] = [
  ['/webinars/manage/:token', 'showManage', 'postManage'],
  ['/webinars/join/:token', 'showJoin', 'postJoin'],
  ['/webinars/manage/:token/feedback', 'showFeedback', 'postFeedback'],
  ['/webinars/preferences/:token', 'showPreferences', 'postPreferences'],
  ['/webinars/unsubscribe/:token', 'showUnsubscribe', 'postUnsubscribe'],
  ['/webinars/consent/:token', 'showConsent', 'postConsent'],
];

/** The public page of a session and the pages behind the links in mails, outside /api. Composed only when the application has started, after Strapi reads this table. */
export const pageRoutes = (pages: () => Pages) => {
  const on =
    (name: keyof Pages): Handler =>
    (ctx) =>
      pages()[name](ctx);
  const route = (method: 'GET' | 'POST' | 'ALL', path: string, name: keyof Pages) => ({
    method,
    path,
    handler: on(name),
    config: { auth: false as const },
  });
  return [
    ...TABLE.flatMap(([path, show, post]) => [route('GET', path, show), route('POST', path, post)]),
    ...RESERVED_WORDS.map((prefix) => route('ALL', `/webinars/${prefix}(/.*)?`, 'showNothing')),
    // The last one: the router takes the first that fits.
    route('GET', '/webinars/:slug', 'showSession'),
    route('POST', '/webinars/:slug', 'postSession'),
  ];
};
