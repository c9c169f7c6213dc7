import type { Fault } from '../../kernel/errors';
import type { Locale } from '../../kernel/text';

export type Field = 'subject' | 'preheader' | 'body';

/** A fault of a template, and where in it. `name` says what kind it is. */
export type TemplateFault = Fault & { name: keyof typeof SAY; line?: number; column?: number };

type Words = Record<Locale, (what: string) => string>;

/** What can be wrong with a template, in words for its editor. */
const SAY = {
  unknown_variable: {
    en: (what) => `There is no variable “${what}”.`,
    de: (what) => `Eine Variable „${what}“ gibt es nicht.`,
  },
  not_one_value: {
    en: (what) => `“${what}” stands for several values. Name one of them, or go through them with {% for %}.`,
    de: (what) => `„${what}“ steht für mehrere Werte. Nennen Sie einen davon, oder gehen Sie sie mit {% for %} durch.`,
  },
  not_a_list: {
    en: (what) => `“${what}” is not a list that {% for %} could go through.`,
    de: (what) => `„${what}“ ist keine Liste, die {% for %} durchgehen könnte.`,
  },
  unknown_filter: {
    en: (what) => `There is no filter “${what}”.`,
    de: (what) => `Einen Filter „${what}“ gibt es nicht.`,
  },
  unknown_tag: {
    en: (what) => `There is no tag “${what}”.`,
    de: (what) => `Ein Tag „${what}“ gibt es nicht.`,
  },
  unknown_partial: {
    en: (what) => `There is no part “${what}” to include.`,
    de: (what) => `Einen Baustein „${what}“ zum Einfügen gibt es nicht.`,
  },
  not_closed: {
    en: (what) => `“${what}” is never closed.`,
    de: (what) => `„${what}“ wird nicht geschlossen.`,
  },
  not_opened: {
    en: (what) => `“${what}” does not belong here: nothing is open that it could belong to.`,
    de: (what) => `„${what}“ gehört nicht hierher: Es ist nichts offen, wozu es gehören könnte.`,
  },
  not_understood: {
    en: (what) => `“${what}” cannot be understood.`,
    de: (what) => `„${what}“ ist nicht zu verstehen.`,
  },
  too_long: {
    en: () => 'This is too long for a mail.',
    de: () => 'Das ist zu lang für eine Mail.',
  },
  too_much: {
    en: () => 'No mail can be made of this: a loop goes on for too long.',
    de: () => 'Daraus lässt sich keine Mail machen: Eine Schleife läuft zu lange.',
  },
} satisfies Record<string, Words>;

const WHERE: Record<Locale, (line: number, column: number) => string> = {
  en: (line, column) => `Line ${line}, column ${column}: `,
  de: (line, column) => `Zeile ${line}, Spalte ${column}: `,
};

/** Spells a fault. `at` is where it begins: line and column, from 1. */
export const templateFault = (
  field: Field,
  name: keyof typeof SAY,
  what: string,
  words: Locale,
  at?: readonly [line: number, column: number],
): TemplateFault => {
  const short = what.length > 80 ? `${what.slice(0, 79)}…` : what;
  return {
    path: [field],
    name,
    message: `${at ? WHERE[words](...at) : ''}${SAY[name][words](short)}`,
    ...(at && { line: at[0], column: at[1] }),
  };
};
