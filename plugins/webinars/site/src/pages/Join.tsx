import { JOIN_OPENS_MINUTES } from '../../../contracts/registration';
import type { SessionModel } from '../models';
import { SessionFacts, titleOf } from '../parts/Session';
import { WORDS, type Locale } from '../text/words';

export type JoinModel = {
  session: SessionModel;
  door:
    | { kind: 'open'; action: string; firstName: string; password: string | null }
    | { kind: 'early'; at: string; milliseconds: number; left: string; again: string }
    | { kind: 'over' | 'notConfirmed' };
};

const Door = ({ locale, door }: { locale: Locale; door: JoinModel['door'] }) => {
  const say = WORDS[locale];
  if (door.kind === 'open') {
    return (
      <>
        <p class="lead">{say('join.now', { name: door.firstName })}</p>
        {door.password && (
          <p>
            {say('session.password')}: <strong>{door.password}</strong>
          </p>
        )}
        <form method="post" action={door.action}>
          <button class="button" type="submit">
            {say('join.do')}
          </button>
        </form>
      </>
    );
  }
  if (door.kind !== 'early') return <p class="lead">{say(`join.${door.kind}Hint`)}</p>;
  return (
    <>
      <p class="lead">{say('join.earlyHint', { minutes: JOIN_OPENS_MINUTES })}</p>
      <p class="countdown" role="timer" data-left={door.milliseconds} data-text={say('join.left', { left: '#' })}>
        {say('join.left', { left: door.left })}
      </p>
      <a class="button quiet" href={door.again}>
        {say('join.again')}
      </a>
    </>
  );
};

const HEADING = { open: 'join.title', over: 'join.over', notConfirmed: 'join.notConfirmed' } as const;

/** The door of a session. */
export const Join = ({ locale, model }: { locale: Locale; model: JoinModel }) => {
  const say = WORDS[locale];
  const { session, door } = model;
  return (
    <>
      <h1>{door.kind === 'early' ? say('join.early', { time: door.at }) : say(HEADING[door.kind])}</h1>
      <Door locale={locale} door={door} />
      <section class="card" aria-labelledby="session">
        <h2 id="session">{titleOf(session, locale)}</h2>
        <dl>
          <SessionFacts locale={locale} session={session} />
        </dl>
      </section>
    </>
  );
};
