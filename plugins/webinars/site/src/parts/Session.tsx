import type { SessionModel } from '../models';
import { WORDS, type Locale } from '../text/words';

/** When a session is, on its own clock and the reader's. */
export const SessionFacts = ({ locale, session }: { locale: Locale; session: SessionModel }) => {
  const say = WORDS[locale];
  const { moment, local, language } = session;
  return (
    <>
      <dt>{say('session.date')}</dt>
      <dd>{moment.date}</dd>
      <dt>{say('session.time')}</dt>
      <dd>{moment.time}</dd>
      {local && (
        <>
          <dt>{say('session.yours')}</dt>
          <dd>{local.date === moment.date ? local.time : `${local.date}, ${local.time}`}</dd>
        </>
      )}
      <dt>{say('session.spoken')}</dt>
      <dd>{say(`session.spoken.${language}`)}</dd>
    </>
  );
};

export const titleOf = (session: SessionModel, locale: Locale): string =>
  session.title ?? WORDS[locale]('session.untitled');
