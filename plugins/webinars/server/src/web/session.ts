import type { Landing } from '../../../contracts/catalog';
import { readable } from '../../../contracts/registration';
import {
  CONSENTS_SHOWN,
  instantOf,
  momentOf,
  moneyOf,
  Session,
  TRAP,
  versionField,
  WORDS,
  type FieldFaults,
  type Key,
  type SessionPageModel,
  type Values,
} from '../../../site/src';
import { notFound } from '../kernel/errors';
import { problemOf } from '../kernel/problems';
import { webAddress, type Locale } from '../kernel/text';
import { digest, newSecretToken } from '../kernel/token';
import { refusal } from '../registration';
import { redirect, show } from './answer';
import type { Deps, Visit } from './deps';
import { faultsOf, sayWhenAgain, wordsFor } from './guarded';
import { limited } from './owned';
import { fieldsOf, hrefIn, languageIn } from './reading';
import { sessionFound } from './session-found';

/** What was sent and did not register: what is wrong with it, or why it was refused. */
type Sent = { status: number; values: Values; faults: FieldFaults; refusal: string | null };

const LINES = [
  'firstName',
  'lastName',
  'email',
  'company',
  'position',
  'companySize',
  'country',
  'specificQuestions',
  'language',
] as const;

const isConsent = (name: string): boolean => (CONSENTS_SHOWN as readonly string[]).includes(name);

const slugIn = (ctx: Visit): string => {
  const slug = ctx.params.slug!;
  if (!readable(slug)) throw notFound('This session');
  return slug;
};

const priceOf = ({ price, timezone }: Landing, locale: Locale): string => {
  const said = (amount: number) =>
    amount === 0 ? WORDS[locale]('landing.free') : moneyOf(amount, price.currency, locale);
  if (!price.earlyBird) return said(price.amount);
  const until = instantOf(new Date(price.earlyBird.endsAt), timezone, locale);
  return WORDS[locale]('landing.earlyBird', { now: said(price.amount), until, regular: said(price.regular) });
};

const MOOD = {
  open: 'good',
  waitlist: 'warn',
  full: 'warn',
  not_open_yet: 'warn',
  closed: '',
  cancelled: 'bad',
  completed: '',
} as const;

const standingOf = (landing: Landing, locale: Locale): SessionPageModel['standing'] => {
  const say = WORDS[locale];
  const { availability, seats, registration, requiresApproval, timezone } = landing;
  const standing = { mood: MOOD[availability], label: say(`landing.${availability}`) };
  if (availability === 'open') {
    const room = seats.left === null ? say('landing.open.unlimited') : say('landing.open.left', { left: seats.left });
    return { ...standing, text: requiresApproval ? `${room} ${say('landing.open.approval')}` : room };
  }
  const instant = availability === 'not_open_yet' ? registration.opensAt : registration.closesAt;
  const at = instant ? instantOf(new Date(instant), timezone, locale) : '';
  return { ...standing, text: say(`landing.${availability}.text` as Key, { waiting: seats.waiting, at }) };
};

const leadsTo = ({ availability, requiresApproval, price }: Landing) => {
  if (requiresApproval) return 'approval';
  if (availability === 'waitlist') return 'waitlist';
  return price.isFree ? 'seat' : 'payment';
};

/** Addresses of this instance's own calendar files, whatever front end shows other pages. */
const CALENDARS = '/api/webinars';

const calendarOf = (deps: Deps, landing: Landing, locale: Locale): SessionPageModel['calendar'] => {
  if (landing.availability === 'cancelled' || landing.availability === 'completed') return null;
  const name = landing.slug ?? landing.documentId;
  return {
    file: `${CALENDARS}/sessions/${encodeURIComponent(name)}/calendar.ics?locale=${locale}`,
    ...deps.addLinks({
      title: landing.title,
      start: new Date(landing.startsAt),
      duration: landing.duration,
      description: landing.summary,
      location: deps.links.session(name, locale),
      timezone: landing.timezone,
    }),
  };
};

const alternativesOf = (ctx: Visit, { alternatives }: Landing, locale: Locale): SessionPageModel['alternatives'] =>
  alternatives.map(({ slug, documentId, title, startsAt, endsAt, timezone }) => {
    const { date, time } = momentOf(new Date(startsAt), new Date(endsAt), timezone, locale);
    const href = hrefIn(ctx, {}, `/webinars/${encodeURIComponent(slug ?? documentId)}`);
    return { href, title, date: `${date}, ${time}` };
  });

const page = async (deps: Deps, ctx: Visit, sent?: Sent): Promise<void> => {
  const locale = languageIn(ctx);
  const landing = await deps.landing(slugIn(ctx), locale);
  const takesRegistrations = landing.availability === 'open' || landing.availability === 'waitlist';
  const title = landing.seo?.metaTitle ?? landing.title;
  const { termsUrl, privacyUrl } = await deps.brand();
  const hasFaults = Object.keys(sent?.faults ?? {}).length > 0;
  await show(deps, ctx, Session, {
    locale,
    title: hasFaults ? `${WORDS[locale]('faults.page')}: ${title}` : title,
    status: sent?.status,
    model: {
      landing,
      moment: momentOf(new Date(landing.startsAt), new Date(landing.endsAt), landing.timezone, locale),
      price: priceOf(landing, locale),
      standing: standingOf(landing, locale),
      refusal: sent?.refusal ?? null,
      form: takesRegistrations
        ? {
            action: hrefIn(ctx),
            formKey: newSecretToken(),
            leadsTo: leadsTo(landing),
            values: sent?.values ?? { language: locale },
            faults: sent?.faults ?? {},
            legal: { termsUrl, privacyUrl },
            consents: landing.registration.consents.texts,
          }
        : null,
      calendar: calendarOf(deps, landing, locale),
      feed: `${CALENDARS}/calendar.ics?locale=${locale}`,
      recording: webAddress(landing.recordingUrl),
      alternatives: alternativesOf(ctx, landing, locale),
    },
    // Browsers hold each step of a redirect after a form against `form-action`, and a checkout is at a partner's.
    ...(takesRegistrations && !landing.price.isFree ? { formAction: ['https:'] } : {}),
    ...(sent ? {} : { findable: sessionFound(landing, locale, deps.links) }),
  });
  if (!sent) deps.seen(landing.documentId, ctx);
};

/** The public page of a session. Nothing happens on GET but that somebody has looked. */
export const showSession = (deps: Deps) => (ctx: Visit) => page(deps, ctx);

/** What is wrong with the form, or why the session refuses it; an accident, and a session that is not there, are thrown on. */
const refusedWith = (ctx: Visit, error: unknown, values: Values): Sent => {
  const problem = problemOf(error);
  if (!problem || problem.status === 404) throw error;
  if (problem.status === 400) return { status: 400, values, faults: faultsOf(error), refusal: null };
  sayWhenAgain(ctx, problem);
  if (problem.details.code === 'CONSENT_TEXT_CHANGED') {
    // Other words than those that were ticked: each is asked anew.
    const unticked = Object.fromEntries(Object.entries(values).filter(([name]) => !isConsent(name)));
    return { status: problem.status, values: unticked, faults: {}, refusal: problem.message };
  }
  const said =
    problem.details.code === 'PAYMENT_UNAVAILABLE'
      ? refusal('PAYMENT_UNAVAILABLE', languageIn(ctx)).message
      : wordsFor(ctx, problem).text;
  return { status: problem.status, values, faults: {}, refusal: said };
};

/**
 * The form's key and all that was typed make the idempotency key: sent twice, a form registers once, and sent again after a correction, or
 * for a colleague, it is a new one.
 */
const idempotencyKeyOf = (slug: string, formKey: string | undefined, data: Record<string, unknown>): string =>
  formKey ? digest(JSON.stringify(['page', slug, formKey, data])) : '';

/** Registers whom the form names, and leads to the page of the registration, or to where it is paid. */
export const postSession = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const session = slugIn(ctx);
  const locale = languageIn(ctx);
  const fields = fieldsOf(ctx);
  const values = Object.fromEntries([...LINES, ...CONSENTS_SHOWN].map((name) => [name, fields[name]]));
  if (fields[TRAP]) {
    return page(deps, ctx, { status: 400, values, faults: {}, refusal: WORDS[locale]('register.trapped') });
  }
  const data = {
    ...Object.fromEntries(LINES.map((name) => [name, fields[name]])),
    ...Object.fromEntries(CONSENTS_SHOWN.map((name) => [name, name in fields])),
    consentsShown: {
      language: locale,
      versions: Object.fromEntries(CONSENTS_SHOWN.map((name) => [name, fields[versionField(name)] || undefined])),
    },
  };
  let receipt;
  try {
    receipt = await deps.admit({
      session,
      data,
      idempotencyKey: idempotencyKeyOf(session, fields.formKey, data),
      from: deps.addressOf(ctx.req),
      locale,
    });
  } catch (error) {
    return page(deps, ctx, refusedWith(ctx, error, values));
  }
  const own = hrefIn(
    ctx,
    { view: null, category: null, done: 'registered' },
    `/webinars/manage/${receipt.manageToken}`,
  );
  redirect(ctx, receipt.payment?.checkoutUrl ?? own);
};
