import type { SessionModel } from '../models';
import { Notice } from '../parts/Notice';
import { SessionFacts, titleOf } from '../parts/Session';
import { WORDS, type Key, type Locale } from '../text/words';

export type ManageModel = {
  session: SessionModel;
  reference: string;
  state: string;
  /** Why it ended, where it did. */
  lead: string;
  notice: string | null;
  /** Label and value of each detail that is there. */
  details: { label: Key; value: string }[];
  links: {
    join: string | null;
    feedback: string | null;
    edit: string | null;
    cancel: string | null;
    preferences: string;
    calendar: { file: string; google: string; outlook: string } | null;
    resources: { label: Key; href: string }[];
  };
  /** When people are let in, where that is yet to come. */
  joinOpensAt: string | null;
  hasFeedback: boolean;
};

const MOOD: Record<string, string> = {
  confirmed: 'good',
  attended: 'good',
  waitlisted: 'warn',
  pending_approval: 'warn',
  pending_payment: 'warn',
  cancelled: 'bad',
};

type Part = { locale: Locale; model: ManageModel };

const NextSteps = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { join, feedback } = model.links;
  if (!join && !feedback) return null;
  return (
    <div class="acts">
      {join && (
        <a class="button" href={join}>
          {say('manage.join')}
        </a>
      )}
      {join && model.joinOpensAt && <span class="hint">{say('manage.joinEarly', { time: model.joinOpensAt })}</span>}
      {feedback && (
        <a class={join ? 'button quiet' : 'button'} href={feedback}>
          {say(model.hasFeedback ? 'manage.feedbackAgain' : 'manage.feedback')}
        </a>
      )}
    </div>
  );
};

const Resources = ({ locale, model }: Part) => {
  const { resources } = model.links;
  if (resources.length === 0) return null;
  return (
    <section class="card" aria-labelledby="resources">
      <h2 id="resources">{WORDS[locale]('manage.resources')}</h2>
      <ul class="links">
        {resources.map(({ label, href }) => (
          <li key={label}>
            <a href={href}>{WORDS[locale](label)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Calendar = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { calendar } = model.links;
  if (!calendar) return null;
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{say('manage.calendar')}</h2>
      <ul class="links">
        <li>
          <a href={calendar.file}>{say('manage.calendar.file')}</a>
        </li>
        <li>
          <a href={calendar.google}>{say('manage.calendar.google')}</a>
        </li>
        <li>
          <a href={calendar.outlook}>{say('manage.calendar.outlook')}</a>
        </li>
      </ul>
    </section>
  );
};

/** One registration, as its owner sees it. */
export const Manage = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { edit, cancel, preferences } = model.links;
  return (
    <>
      <Notice text={model.notice} />
      <span class={`badge ${MOOD[model.state] ?? ''}`}>{say(`state.${model.state}` as Key)}</span>
      <h1>{titleOf(model.session, locale)}</h1>
      <p class="lead">{model.lead}</p>
      <section class="card" aria-labelledby="when">
        <h2 id="when">{say('session.about')}</h2>
        <dl>
          <SessionFacts locale={locale} session={model.session} />
          <dt>{say('session.reference')}</dt>
          <dd>{model.reference}</dd>
        </dl>
        <NextSteps locale={locale} model={model} />
      </section>
      <Resources locale={locale} model={model} />
      <Calendar locale={locale} model={model} />
      <section class="card" aria-labelledby="details">
        <h2 id="details">{say('manage.details')}</h2>
        <dl>
          {model.details.map(({ label, value }) => (
            <>
              <dt>{say(label)}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        {edit && (
          <div class="acts">
            <a class="button quiet" href={edit}>
              {say('manage.edit')}
            </a>
          </div>
        )}
      </section>
      <ul class="links">
        <li>
          <a href={preferences}>{say('manage.preferences')}</a>
        </li>
        {cancel && (
          <li>
            <a href={cancel}>{say('manage.cancel')}</a>
          </li>
        )}
      </ul>
    </>
  );
};
