import { brandSettings } from '../../../contracts/mail';
import { Message, WORDS } from '../../../site/src';
import { DomainError } from '../kernel/errors';
import { problemOf, type Problem } from '../kernel/problems';
import { show } from './answer';
import type { Deps, Handler, Visit } from './deps';
import { hrefIn, languageIn } from './reading';

const secondsOf = ({ details }: Problem): number => Number(details.retryAfter ?? 1);

/** What a refusal or an accident is called, in the visitor's language. */
export const wordsFor = (ctx: Visit, problem: Problem | null): { title: string; text: string } => {
  const say = WORDS[languageIn(ctx)];
  switch (problem?.status) {
    case undefined:
      return { title: say('broken.title'), text: say('broken.text') };
    case 404:
      return { title: say('notFound.title'), text: say('notFound.text') };
    case 429:
      return { title: say('limited.title'), text: say('limited.text', { seconds: secondsOf(problem!) }) };
    case 503:
      return { title: say('busy.title'), text: say('busy.text') };
    default:
      return { title: say('refused.title'), text: problem!.message };
  }
};

export const sayWhenAgain = (ctx: Visit, problem: Problem): void => {
  if (problem.status === 429 || problem.status === 503) ctx.set('Retry-After', String(secondsOf(problem)));
};

/** Every refusal and every accident is a page too. */
export const guarded =
  (deps: Deps, handle: Handler): Handler =>
  async (ctx) => {
    try {
      await handle(ctx);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) deps.report(error);
      if (problem) sayWhenAgain(ctx, problem);
      const { title, text } = wordsFor(ctx, problem);
      // Where the database cannot be asked, the page still has a face.
      const brand = () => deps.brand().catch(() => brandSettings.parse({}));
      const link = problem?.status === 404 ? null : { href: hrefIn(ctx), label: WORDS[languageIn(ctx)]('join.again') };
      await show({ brand }, ctx, Message, {
        locale: languageIn(ctx),
        title,
        status: problem?.status ?? 500,
        model: { title, text, link },
      });
    }
  };

/** The faults of a form by field; whatever else went wrong is thrown on. */
export const faultsOf = (error: unknown): Record<string, string> => {
  if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
  const { errors } = error.details as { errors: { path: string[]; message: string }[] };
  return Object.fromEntries(errors.map(({ path, message }) => [path.join('.'), message]));
};
