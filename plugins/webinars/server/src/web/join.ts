import type { RegistrationView } from '../../../contracts/registration';
import { clockOf, COUNTDOWN, Join, spanOf, WORDS, type JoinModel } from '../../../site/src';
import { notFound } from '../kernel/errors';
import { webAddress, type Locale } from '../kernel/text';
import { redirect, show } from './answer';
import type { Deps, Visit } from './deps';
import { limited, owned } from './owned';
import { hrefIn } from './reading';
import { sessionModel } from './session-model';

const doorOf = (ctx: Visit, view: RegistrationView, locale: Locale, now: Date): JoinModel['door'] => {
  const { session, attendee, can, meeting } = view;
  if (can.join) {
    const { firstName } = attendee;
    return { kind: 'open', action: hrefIn(ctx), firstName, password: meeting?.password ?? null };
  }
  if (view.state !== 'confirmed' && view.state !== 'attended') return { kind: 'notConfirmed' };
  const opensAt = new Date(session.joinOpensAt);
  if (now >= opensAt || session.state === 'completed' || session.state === 'cancelled') return { kind: 'over' };
  const milliseconds = opensAt.getTime() - now.getTime();
  return {
    kind: 'early',
    at: clockOf(opensAt, session.timezone, locale),
    milliseconds,
    left: spanOf(milliseconds, locale),
    again: hrefIn(ctx),
  };
};

/**
 * The form of this page ends at another host: browsers hold each step of a redirect against `form-action`, and meeting platforms send
 * people through several hosts of theirs. So here, and only here, a form may lead to any https address; what somebody wrote is escaped
 * on this page as on all others, so there is no form on it but ours.
 */
const placesToGo = ({ meeting }: RegistrationView): string[] => {
  const address = webAddress(meeting?.url);
  return ['https:', ...(address?.startsWith('http:') ? [new URL(address).origin] : [])];
};

/** Invitations are forwarded: of the person, their page to come in by tells the first name at most, and links to nothing of theirs. */
export const showJoin = (deps: Deps) => async (ctx: Visit) => {
  const { view, locale } = await owned(deps, ctx, 'join');
  const door = doorOf(ctx, view, locale, deps.now());
  await show(deps, ctx, Join, {
    locale,
    title: WORDS[locale]('join.title'),
    model: { session: { ...sessionModel(view, locale), local: null }, door },
    ...(door.kind === 'early' ? { script: COUNTDOWN } : {}),
    ...(door.kind === 'open' ? { formAction: placesToGo(view) } : {}),
  });
};

/** Notes that somebody comes in, and leads them to the meeting. */
export const postJoin = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const { reference, locale } = await owned(deps, ctx, 'join');
  const place = await deps.registrations.join(reference, locale);
  if (!place) throw notFound('This registration');
  redirect(ctx, place.url);
};
