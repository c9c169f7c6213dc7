import {
  OPTIONAL_CATEGORIES,
  optionalCategory,
  type OptionalCategory,
  type PreferencesChange,
} from '../../../contracts/preferences';
import { Preferences, Question, WORDS, type QuestionModel } from '../../../site/src';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { redirect, show } from './answer';
import type { Deps, Visit } from './deps';
import { limited } from './owned';
import { fieldsOf, hrefIn, languageIn } from './reading';

type Opened = { reference: string; locale: Locale };

/** Whose address the token in the page's address speaks for. */
const opened = async (deps: Deps, ctx: Visit, purpose: 'preferences' | 'consent'): Promise<Opened> => {
  const reference = deps.tokens[purpose].read(ctx.params.token!);
  const owner = reference && (await deps.registrations.ownerOf(reference));
  if (!owner) throw notFound('This registration');
  return { reference, locale: languageIn(ctx, owner.locale) };
};

export const showPreferences = (deps: Deps) => async (ctx: Visit) => {
  const { reference, locale } = await opened(deps, ctx, 'preferences');
  const { name } = await deps.brand();
  const { marketingConsent } = await deps.consentTexts(locale);
  await show(deps, ctx, Preferences, {
    locale,
    title: WORDS[locale]('preferences.title'),
    model: {
      preferences: await deps.preferences.read(reference),
      action: hrefIn(ctx),
      isSaved: ctx.query.done === 'saved',
      brandName: name,
      newsText: marketingConsent.text,
    },
  });
};

/** A box that is not ticked is not sent, so all are compared; what stays as it is says nothing, not even to a wish that waits. */
export const postPreferences = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const { reference } = await opened(deps, ctx, 'preferences');
  const fields = fieldsOf(ctx);
  const before = await deps.preferences.read(reference);
  const change: PreferencesChange = Object.fromEntries(
    OPTIONAL_CATEGORIES.map((category) => [category, category in fields] as const).filter(
      ([category, isOn]) => isOn !== before[category],
    ),
  );
  await deps.preferences.change(reference, change, deps.addressOf(ctx.req));
  redirect(ctx, hrefIn(ctx, { done: 'saved' }));
};

const categoryIn = (ctx: Visit): OptionalCategory | null => {
  const parsed = optionalCategory.safeParse(ctx.query.category);
  return parsed.success ? parsed.data : null;
};

const preferencesHref = (ctx: Visit): string =>
  hrefIn(ctx, { category: null }, ctx.path.replace('/unsubscribe/', '/preferences/'));

const askUnsubscribe = async (deps: Deps, ctx: Visit, { reference, locale }: Opened, category: OptionalCategory) => {
  const say = WORDS[locale];
  const preferences = await deps.preferences.read(reference);
  const values = { category: say(`category.${category}`), email: preferences.email };
  const isDone = !preferences[category];
  const title = say(isDone ? 'unsubscribe.doneTitle' : 'unsubscribe.title', values);
  const model: QuestionModel = {
    title,
    text: say(isDone ? 'unsubscribe.done' : 'unsubscribe.ask', values),
    button: isDone ? null : { action: hrefIn(ctx), label: say('unsubscribe.do') },
    link: { href: preferencesHref(ctx), label: say('unsubscribe.undo') },
  };
  await show(deps, ctx, Question, { locale, title, model });
};

export const showUnsubscribe = (deps: Deps) => async (ctx: Visit) => {
  const known = await opened(deps, ctx, 'preferences');
  const category = categoryIn(ctx);
  // Without a category there is nothing to press; what there is to choose is a page of its own.
  return category ? askUnsubscribe(deps, ctx, known, category) : redirect(ctx, preferencesHref(ctx));
};

/** The same address serves people and, as RFC 8058 wants it, their mail clients, which follow no redirect. */
export const postUnsubscribe = (deps: Deps) => async (ctx: Visit) => {
  const token = deps.tokens.preferences.read(ctx.params.token!);
  if (token) await deps.limitAddress(`unsubscribe:${token}`);
  else await limited(deps, ctx);
  const known = await opened(deps, ctx, 'preferences');
  const category = categoryIn(ctx);
  if (!category) return redirect(ctx, preferencesHref(ctx));
  await deps.preferences.unsubscribe(known.reference, category);
  if (fieldsOf(ctx)['List-Unsubscribe'] === 'One-Click') return askUnsubscribe(deps, ctx, known, category);
  redirect(ctx, hrefIn(ctx));
};

const STANDS = { none: 'none', withdrawn: 'none', requested: 'ask', confirmed: 'done' } as const;

export const showConsent = (deps: Deps) => async (ctx: Visit) => {
  const { reference, locale } = await opened(deps, ctx, 'consent');
  const say = WORDS[locale];
  const { email, consent } = await deps.preferences.read(reference);
  const stands = STANDS[consent];
  const values = { brand: (await deps.brand()).name, email };
  const title = say(stands === 'ask' ? 'consent.title' : `consent.${stands}Title`, values);
  const button = stands === 'ask' ? { action: hrefIn(ctx), label: say('consent.do') } : null;
  await show(deps, ctx, Question, {
    locale,
    title,
    model: { title, text: say(`consent.${stands}`, values), button, link: null },
  });
};

export const postConsent = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const { reference, locale } = await opened(deps, ctx, 'consent');
  await deps.preferences.confirmConsent(reference, deps.addressOf(ctx.req), locale);
  redirect(ctx, hrefIn(ctx));
};
