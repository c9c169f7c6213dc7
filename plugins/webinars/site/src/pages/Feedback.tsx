import type { FieldFaults, SessionModel, Values } from '../models';
import { Notice } from '../parts/Notice';
import { titleOf } from '../parts/Session';
import { WORDS, type Locale } from '../text/words';

export type FeedbackModel = {
  session: SessionModel;
  back: string;
  action: string;
  isSaved: boolean;
  /** Whether something was said before. */
  isChange: boolean;
  values: Values;
  faults: FieldFaults;
  isOpen: true;
};
export type NoFeedbackModel = {
  session: SessionModel;
  back: string;
  isOpen: false;
  why: 'early' | 'closed' | 'notConfirmed';
};

const RATINGS = [5, 4, 3, 2, 1] as const;
const MOST = 2000;

const FeedbackForm = ({ locale, model }: { locale: Locale; model: FeedbackModel }) => {
  const say = WORDS[locale];
  const { values, faults } = model;
  return (
    <form class="card" method="post" action={model.action} novalidate>
      <fieldset
        id="rating"
        aria-invalid={faults.rating ? true : undefined}
        aria-describedby={faults.rating ? 'rating-fault' : undefined}
      >
        <legend>{say('feedback.rating')}</legend>
        <div class="stars">
          {RATINGS.map((rating) => (
            <label class="choice" key={rating}>
              <input type="radio" name="rating" value={rating} checked={values.rating === String(rating)} required />
              {say(`feedback.rating.${rating}`)}
            </label>
          ))}
        </div>
        {faults.rating && (
          <p class="fault" id="rating-fault">
            {faults.rating}
          </p>
        )}
      </fieldset>
      <div class="field">
        <label for="comment">
          {say('feedback.comment')} <span class="optional">({say('field.optional')})</span>
        </label>
        <textarea
          id="comment"
          name="comment"
          rows={5}
          maxLength={MOST}
          aria-invalid={faults.comment ? true : undefined}
          aria-describedby={faults.comment ? 'comment-hint comment-fault' : 'comment-hint'}
        >
          {values.comment ?? ''}
        </textarea>
        <p class="hint" id="comment-hint">
          {say('feedback.commentHint', { most: MOST })}
        </p>
        {faults.comment && (
          <p class="fault" id="comment-fault">
            {faults.comment}
          </p>
        )}
      </div>
      <div class="acts">
        <button class="button" type="submit">
          {say(model.isChange ? 'feedback.change' : 'feedback.send')}
        </button>
        <a href={model.back}>{say('back')}</a>
      </div>
    </form>
  );
};

/** What somebody who was there thinks of a session. */
export const Feedback = ({ locale, model }: { locale: Locale; model: FeedbackModel | NoFeedbackModel }) => {
  const say = WORDS[locale];
  if (!model.isOpen) {
    return (
      <>
        <h1>{say(`feedback.${model.why}`)}</h1>
        <p class="lead">{titleOf(model.session, locale)}</p>
        {model.why === 'closed' && <p>{say('feedback.closedHint')}</p>}
        <p>
          <a href={model.back}>{say('back')}</a>
        </p>
      </>
    );
  }
  const faulty = Object.keys(model.faults);
  return (
    <>
      <Notice text={model.isSaved ? say('feedback.thanks') : null} />
      {faulty.length > 0 && (
        <div class="notice bad" role="alert">
          <h2>{say('faults.title', { count: faulty.length })}</h2>
          <ul>
            {faulty.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{say(name === 'rating' ? 'feedback.rating' : 'feedback.comment')}</a>:{' '}
                {model.faults[name]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <h1>{say('feedback.title')}</h1>
      <p class="lead">{titleOf(model.session, locale)}</p>
      <FeedbackForm locale={locale} model={model} />
    </>
  );
};
