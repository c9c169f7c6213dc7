import type { Landing } from '../../../contracts/catalog';
import { Blocks } from '../parts/Blocks';
import { FaultSummary } from '../parts/Field';
import { RegistrationForm, type RegistrationFormModel } from '../parts/RegistrationForm';
import { WORDS, type Locale } from '../text/words';
import type { Moment } from '../when';

export type SessionPageModel = {
  landing: Landing;
  moment: Moment;
  price: string;
  /** What a visitor can do about the session now. */
  standing: { mood: 'good' | 'warn' | 'bad' | ''; label: string; text: string };
  /** Why what was sent registers nobody, where it does not. */
  refusal: string | null;
  form: RegistrationFormModel | null;
  calendar: { file: string; google: string; outlook: string } | null;
  feed: string;
  recording: string | null;
  alternatives: { href: string; title: string; date: string }[];
};

type Part = { locale: Locale; model: SessionPageModel };

/** Which language these words are in, where it is not the page's. */
const spoken = ({ locale, model }: Part) => (model.landing.locale === locale ? undefined : model.landing.locale);

const Facts = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { landing, moment, price } = model;
  return (
    <dl>
      <dt>{say('session.date')}</dt>
      <dd>{moment.date}</dd>
      <dt>{say('session.time')}</dt>
      <dd>
        <time dateTime={landing.startsAt}>{moment.time}</time> ({landing.timezone.replaceAll('_', ' ')})
      </dd>
      <dt>{say('landing.duration')}</dt>
      <dd>{say('landing.minutes', { minutes: landing.duration })}</dd>
      <dt>{say('session.spoken')}</dt>
      <dd>{say(`session.spoken.${landing.language}`)}</dd>
      <dt>{say('landing.price')}</dt>
      <dd>{price}</dd>
    </dl>
  );
};

const Speakers = ({ locale, model }: Part) => {
  const { presenters } = model.landing;
  if (presenters.length === 0) return null;
  return (
    <section aria-labelledby="speakers">
      <h2 id="speakers">{WORDS[locale]('landing.speakers')}</h2>
      <ul class="people">
        {presenters.map(({ documentId, name, title, position, company, role }) => (
          <li key={documentId}>
            <strong>{[title, name].filter(Boolean).join(' ')}</strong>
            {role === 'moderator' && <span class="hint"> · {WORDS[locale]('landing.moderator')}</span>}
            {(position || company) && <span class="hint under">{[position, company].filter(Boolean).join(', ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Agenda = ({ locale, model }: Part) => {
  const { agenda } = model.landing.content;
  if (agenda.length === 0) return null;
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{WORDS[locale]('landing.agenda')}</h2>
      <ol class="agenda">
        {agenda.map(({ startsAt, clock, title, speaker }) => (
          <li>
            <time dateTime={startsAt}>{clock}</time>
            <span lang={spoken({ locale, model })}>
              {title}
              {speaker && <span class="hint under">{speaker.name}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Content = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { about, description, learningObjectives, targetAudience, prerequisites } = model.landing.content;
  const lang = spoken({ locale, model });
  const proses = [
    ['audience', targetAudience],
    ['prerequisites', prerequisites],
  ] as const;
  return (
    <>
      {(about || (description && description.length > 0)) && (
        <section aria-labelledby="description">
          <h2 id="description">{say('landing.description')}</h2>
          <div class="prose" lang={lang}>
            {about?.split(/\n\s*\n/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {description && <Blocks blocks={description} />}
          </div>
        </section>
      )}
      {learningObjectives.length > 0 && (
        <section aria-labelledby="objectives">
          <h2 id="objectives">{say('landing.objectives')}</h2>
          <ul lang={lang}>
            {learningObjectives.map((objective) => (
              <li>{objective}</li>
            ))}
          </ul>
        </section>
      )}
      <Agenda locale={locale} model={model} />
      {proses.map(
        ([name, text]) =>
          text && (
            <section key={name} aria-labelledby={name}>
              <h2 id={name}>{say(`landing.${name}`)}</h2>
              <p class="prose" lang={lang}>
                {text}
              </p>
            </section>
          ),
      )}
      <Speakers locale={locale} model={model} />
    </>
  );
};

const Alternatives = ({ locale, model }: Part) =>
  model.alternatives.length === 0 ? null : (
    <section class="card" aria-labelledby="alternatives">
      <h2 id="alternatives">{WORDS[locale]('landing.alternatives')}</h2>
      <ul class="people">
        {model.alternatives.map(({ href, title, date }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <span class="hint under">{date}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const Calendar = ({ locale, model: { calendar, feed } }: Part) => {
  const say = WORDS[locale];
  const links = [
    ...(calendar ? (['file', 'google', 'outlook'] as const) : []).map((name) => ({
      href: calendar![name],
      label: say(`manage.calendar.${name}`),
    })),
    { href: feed, label: say('landing.feed') },
  ];
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{say(calendar ? 'manage.calendar' : 'landing.calendar')}</h2>
      <ul class="links">
        {links.map(({ href, label }) => (
          <li key={label}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The public page of a session: what it is, and how to take part. */
export const Session = ({ locale, model }: Part) => {
  const say = WORDS[locale];
  const { landing, standing, refusal, form, recording } = model;
  return (
    <>
      {form && <FaultSummary locale={locale} faults={form.faults} />}
      {refusal && (
        <div class="notice bad" role="alert">
          <h2>{say('register.refused')}</h2>
          <p>{refusal}</p>
        </div>
      )}
      <span class={`badge ${standing.mood}`}>{standing.label}</span>
      <h1 lang={spoken({ locale, model })}>{landing.title}</h1>
      <p class="lead">{standing.text}</p>
      <section class="card" aria-labelledby="when">
        <h2 id="when">{say('session.about')}</h2>
        <Facts locale={locale} model={model} />
        {(form || recording) && (
          <div class="acts">
            {form && (
              <a class="button" href="#register">
                {say(`register.do.${form.leadsTo}`)}
              </a>
            )}
            {recording && (
              <a class="button quiet" href={recording}>
                {say('manage.resources.recording')}
              </a>
            )}
          </div>
        )}
      </section>
      <Alternatives locale={locale} model={model} />
      <Content locale={locale} model={model} />
      {form && <RegistrationForm locale={locale} form={form} />}
      <Calendar locale={locale} model={model} />
    </>
  );
};
