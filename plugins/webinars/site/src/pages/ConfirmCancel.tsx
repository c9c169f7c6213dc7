import type { SessionModel } from '../models';
import { SessionFacts, titleOf } from '../parts/Session';
import { WORDS, type Locale } from '../text/words';

export type ConfirmCancelModel = {
  session: SessionModel;
  action: string;
  back: string;
  /** What is given up: a seat, a place in line, or a request that nobody has decided. */ gives:
    'seat' | 'place' | 'request';
};

/** Asks once more before a seat is given away. */
export const ConfirmCancel = ({ locale, model }: { locale: Locale; model: ConfirmCancelModel }) => {
  const say = WORDS[locale];
  const { session, action, back, gives } = model;
  return (
    <>
      <h1>{say('cancel.title')}</h1>
      <p class="lead">{say(`cancel.${gives}`)}</p>
      <form class="card" method="post" action={action}>
        <h2>{titleOf(session, locale)}</h2>
        <dl>
          <SessionFacts locale={locale} session={session} />
        </dl>
        <div class="acts">
          <button class="button danger" type="submit" name="act" value="cancel">
            {say('cancel.do')}
          </button>
          <a class="button quiet" href={back}>
            {say('cancel.keep')}
          </a>
        </div>
      </form>
    </>
  );
};
