import type { RegistrationView } from '../../../contracts/registration';
import { Feedback, WORDS } from '../../../site/src';
import { parseFeedback } from '../registration';
import { redirect, show } from './answer';
import type { Deps, Visit } from './deps';
import { faultsOf } from './guarded';
import { limited, owned, type Owned } from './owned';
import { fieldsOf, hrefIn, pathOf } from './reading';
import { sessionModel } from './session-model';

const whyNot = ({ state, session }: RegistrationView, now: Date) => {
  if (state !== 'confirmed' && state !== 'attended' && state !== 'no_show') return 'notConfirmed';
  return now < new Date(session.datetime) ? 'early' : 'closed';
};

type Sent = { values: Record<string, string>; faults: Record<string, string> };

const asking = async (deps: Deps, ctx: Visit, { view, locale }: Owned, sent?: Sent): Promise<void> => {
  const say = WORDS[locale];
  const session = sessionModel(view, locale);
  const back = hrefIn(ctx, {}, pathOf(ctx).replace(/\/feedback$/, ''));
  const title = say('feedback.title');
  if (!view.can.giveFeedback) {
    const why = whyNot(view, deps.now());
    return show(deps, ctx, Feedback, { locale, title, model: { session, back, isOpen: false, why } });
  }
  const { feedback } = view;
  const kept = feedback ? { rating: String(feedback.rating), comment: feedback.comment } : {};
  return show(deps, ctx, Feedback, {
    locale,
    title: sent ? `${say('faults.page')}: ${title}` : title,
    status: sent ? 400 : 200,
    model: {
      session,
      back,
      action: hrefIn(ctx),
      isSaved: ctx.query.done === 'saved' && feedback !== undefined && !sent,
      isChange: feedback !== undefined,
      values: sent?.values ?? kept,
      faults: sent?.faults ?? {},
      isOpen: true,
    },
  });
};

export const showFeedback = (deps: Deps) => async (ctx: Visit) => asking(deps, ctx, await owned(deps, ctx));

export const postFeedback = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const opened = await owned(deps, ctx);
  const { reference, locale } = opened;
  const { rating, comment } = fieldsOf(ctx);
  let feedback;
  try {
    feedback = parseFeedback({ rating: /^[1-5]$/.test(rating ?? '') ? Number(rating) : undefined, comment }, locale);
  } catch (error) {
    const values = { ...(rating ? { rating } : {}), ...(comment ? { comment } : {}) };
    return asking(deps, ctx, opened, { values, faults: faultsOf(error) });
  }
  await deps.registrations.giveFeedback(reference, feedback, locale);
  redirect(ctx, hrefIn(ctx, { done: 'saved' }));
};
