import type { LetterVariables, MailKind } from '../../../../contracts/mail';
import { invalid } from '../../kernel/errors';
import type { Locale } from '../../kernel/text';
import { check } from './check';
import { oneLine } from './clean';
import { coloursOf } from './colour';
import { templateFault, type Field, type TemplateFault } from './faults';
import { footOf, HEAD } from './foot';
import { EMPTY, htmlBody } from './html-body';
import { LAYOUT } from './layout.generated';
import { grammar } from './liquid';
import { readMarkdown } from './markdown';
import { expandPartials, setPartialsAside } from './partials';
import { sampleVariables, sparseVariables } from './sample';
import { SIGNATURE, textBody, wrap } from './text-body';
import { createWriter, TooMuch, type Medium } from './writer';

/** A letter as its editor writes it: a line, a line, and Markdown, each with Liquid. */
export type TemplateSource = { subject: string; preheader: string; body: string };

export type RenderedLetter = { subject: string; html: string; text: string };

/** A letter for whoever it is about. Throws `invalid` where it would never end. */
export type CompiledTemplate = { render(variables: LetterVariables): RenderedLetter };

/** `words`: the language of what is said about faults. */
export type CompileOptions = { kind: MailKind; locale: Locale; words?: Locale };

const SUBJECT_LENGTH = 200;
const PREHEADER_LENGTH = 250;

const faultsIn = (source: TemplateSource, words: Locale): TemplateFault[] => {
  const { rest, unknown } = setPartialsAside(source.body);
  const missing = unknown.map(({ name, at }) => {
    const before = source.body.slice(0, at).split('\n');
    return templateFault('body', 'unknown_partial', name, words, [
      before.length,
      before[before.length - 1]!.length + 1,
    ]);
  });
  return [
    ...check('subject', source.subject, words),
    ...check('preheader', source.preheader, words),
    ...missing,
    ...check('body', rest, words),
  ];
};

/** The frame with its parts in their places. What is put in is never read as a pattern. */
const frame = (parts: Record<string, string>): string =>
  LAYOUT.replace(/%%([A-Z]+)%%/g, (whole, name: string) => parts[name] ?? whole);

/**
 * Makes a template ready: Markdown is read once, here, and what remains for each mail is Liquid. Throws `invalid`, naming every fault with its
 * place, when the template cannot be read, names what there is not, or fails on a full or an empty letter.
 */
export const compileTemplate = (
  source: TemplateSource,
  { kind, locale, words = 'en' }: CompileOptions,
): CompiledTemplate => {
  const faults = faultsIn(source, words);
  if (faults.length > 0) throw invalid(faults);

  const parts = (field: Field, medium: Medium, text: string) => {
    const write = createWriter(grammar.parse(text), medium, locale);
    return (scope: object): string => {
      try {
        return write(scope);
      } catch (error) {
        if (error instanceof TooMuch) throw invalid([templateFault(field, 'too_much', '', words)]);
        throw error;
      }
    };
  };
  const body = expandPartials(source.body, locale);
  const foot = footOf(kind, locale);
  const subject = parts('subject', 'line', source.subject);
  const preheader = parts('preheader', 'line', source.preheader);
  const html = parts(
    'body',
    'html',
    frame({
      LOCALE: locale,
      BRAND: HEAD,
      BODY: htmlBody(readMarkdown(body)),
      FOOTER: htmlBody(readMarkdown(foot), 'margin:0 0 10px'),
    }),
  );
  const text = parts('body', 'text', `${textBody(readMarkdown(body))}\n${SIGNATURE}\n${textBody(readMarkdown(foot))}`);

  const template: CompiledTemplate = {
    render: (variables) => {
      const look = {
        subject: oneLine(subject(variables), SUBJECT_LENGTH),
        preheader: oneLine(preheader(variables), PREHEADER_LENGTH),
        ...coloursOf(variables.brand.colour),
      };
      return {
        subject: look.subject,
        html: html({ ...variables, look }).replace(EMPTY, ''),
        text: wrap(text(variables)),
      };
    },
  };
  // What reading cannot tell, trying does: a loop without an end.
  template.render(sampleVariables(kind, locale));
  template.render(sparseVariables(kind, locale));
  return template;
};
