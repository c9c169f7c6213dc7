import type { Core } from '@strapi/strapi';
import { addLinks, createCalendarController } from './calendar';
import { createCartController, createCarts } from './carts';
import { createCatalogController } from './catalog';
import type { Foundation } from './foundation';
import { createAddressOf, createLimiter } from './kernel/visitor';
import {
  createBounceController,
  createPreferences,
  createPreferencesController,
  readSettings,
  writeOptIns,
} from './mail';
import { createMetricsDoor } from './ops';
import { createViewCounter } from './overview';
import { createAdmit, createRegistrationController } from './registration';
import { createSignedIn } from './signed-in';
import { createPages } from './web';

/** What answers those who come from outside: visitors, their calendars, mail servers that report, programs that measure. */
export const createForVisitors = (strapi: Core.Strapi, foundation: Foundation) => {
  const {
    settings,
    clock,
    database,
    tokens,
    tokensFor,
    links,
    metrics,
    registrations,
    catalog,
    calendar,
    mail,
    consents,
  } = foundation;
  const addressOf = createAddressOf(settings.trustedProxies);
  const limitAddress = createLimiter(settings.rateLimits.perAddress);
  const limitEmail = createLimiter(settings.rateLimits.perEmail);
  const confirmsEmail = async () => {
    const advanced = await strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' });
    return (advanced as { email_confirmation?: boolean } | null)?.email_confirmation === true;
  };
  const admit = createAdmit({ registrations, tokens, now: () => clock.now(), limitEmail });
  const registrationController = createRegistrationController({
    registrations,
    tokens,
    joinTokens: tokensFor.join,
    admit,
    addressOf,
    limitAddress,
    confirmsEmail,
  });
  const carts = createCarts({ database, clock, tokens, registrations, limitEmail });
  const signedIn = createSignedIn(strapi, confirmsEmail);
  const cartController = createCartController({ carts, addressOf, limitAddress, signedIn });
  const preferences = createPreferences({
    database,
    clock,
    ownerOf: (reference) => registrations.ownerOf(reference),
    askForConsent: writeOptIns,
    consents,
  });
  const preferencesController = createPreferencesController({
    preferences,
    tokens: tokensFor,
    addressOf,
    limitAddress,
  });
  const report = (error: unknown) => strapi.log.error(error);
  const views = createViewCounter({ database, clock, report });
  const seen = (session: string, ctx: { method: string; get(header: string): string }) =>
    views.seen(session, { method: ctx.method, userAgent: ctx.get('User-Agent'), purpose: ctx.get('Sec-Purpose') });
  const pages = createPages({
    registrations,
    admit,
    landing: (slug, locale) => catalog.landing(slug, locale),
    seen,
    preferences,
    tokens: tokensFor,
    links,
    addLinks,
    consentTexts: consents.shown,
    brand: async () => (await readSettings(database.read)).brand,
    now: () => clock.now(),
    addressOf,
    limitAddress,
    report,
  });
  return {
    views,
    registrationController,
    catalogController: createCatalogController(catalog, seen),
    calendarController: createCalendarController(calendar),
    carts,
    cartController,
    preferences,
    preferencesController,
    pages,
    bounceController: createBounceController({ mail, clock, token: settings.mail.bounceToken }),
    metricsDoor: createMetricsDoor({ metrics, token: settings.metricsToken }),
  };
};
