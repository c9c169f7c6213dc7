import type { CartReceipt, CartRefusalCode, CartResult, CartSession, CartView } from '../../../contracts/carts';
import type { RefusalCode } from '../../../contracts/registration';
import type { Locale } from '../kernel/text';
import { receiptOf, refusal } from '../registration';
import { availability, endsAt, priceOf, readSessions, spotsLeft, type Session } from '../sessions';
import { languageOf, millisecondsLeft, SOON_MS, type Cart, type Decided } from './cart';
import type { Deps } from './deps';
import { titlesOf } from './queries';
import { REFUSALS } from './texts';

type Titled = { slug: string | null; title: string | null };

const titlesById = async (deps: Deps, cart: Cart, locale: Locale): Promise<Map<string, Titled>> => {
  const titles = await titlesOf(deps.database.read, cart.sessions, languageOf(cart, locale));
  return new Map(titles.map(({ documentId, ...titled }) => [documentId, titled]));
};

const sessionView = (session: Session, titled: Titled | undefined, now: Date): CartSession => {
  const { earlyBird, ...price } = priceOf(session, now);
  return {
    documentId: session.documentId,
    slug: session.slug,
    title: titled?.title ?? null,
    datetime: session.datetime.toISOString(),
    endsAt: endsAt(session).toISOString(),
    duration: session.duration,
    timezone: session.timezone,
    language: session.language,
    price: {
      ...price,
      earlyBird: earlyBird && { amount: earlyBird.amount, endsAt: earlyBird.endsAt.toISOString() },
    },
    availability: availability(session, now),
    spotsLeft: spotsLeft(session),
    requiresApproval: session.requiresApproval,
  };
};

const isShared = (code: CartRefusalCode): code is RefusalCode => !(code in REFUSALS);

const resultView = (deps: Deps, decided: Decided, titled: Titled | undefined, locale: Locale): CartResult => {
  const { session, outcome, checkoutUrl } = decided;
  const named = { session, slug: titled?.slug ?? null, title: titled?.title ?? null };
  if (outcome.kind === 'accepted') {
    return { ...named, outcome: 'accepted', registration: receiptOf(outcome, checkoutUrl, deps.tokens) };
  }
  const { code } = outcome;
  const message = isShared(code) ? refusal(code, locale).message : REFUSALS[code][locale];
  return { ...named, outcome: 'refused', refusal: { code, message } };
};

const resultViews = (deps: Deps, cart: Cart, titles: Map<string, Titled>, locale: Locale): CartResult[] =>
  (cart.results ?? []).map((decided) =>
    resultView(deps, decided, titles.get(decided.session), languageOf(cart, locale)),
  );

/** A cart as its bearer sees it: what was filled in, and how its sessions stand at this moment. */
export const viewOfCart = async (deps: Deps, token: string, cart: Cart, locale: Locale): Promise<CartView> => {
  const now = deps.clock.now();
  const [sessions, titles] = await Promise.all([
    readSessions(deps.database.read, cart.sessions),
    titlesById(deps, cart, locale),
  ]);
  const visible = new Map(sessions.filter(({ state }) => state !== 'draft').map((one) => [one.documentId, one]));
  const left = millisecondsLeft(cart, now);
  return {
    token,
    userId: cart.userId,
    email: cart.draft.email ?? null,
    registrationData: cart.draft,
    sessionWebinars: cart.sessions,
    sessions: cart.sessions.flatMap((id) => {
      const session = visible.get(id);
      return session ? [sessionView(session, titles.get(id), now)] : [];
    }),
    expiresAt: cart.expiresAt.toISOString(),
    expiresInSeconds: Math.floor(left / 1000),
    expiresSoon: left < SOON_MS,
    completedAt: cart.completedAt?.toISOString() ?? null,
    ...(cart.results ? { results: resultViews(deps, cart, titles, locale) } : {}),
  };
};

export const receiptOfCart = async (deps: Deps, cart: Cart, locale: Locale): Promise<CartReceipt> => ({
  completedAt: cart.completedAt!.toISOString(),
  results: resultViews(deps, cart, await titlesById(deps, cart, locale), locale),
});
