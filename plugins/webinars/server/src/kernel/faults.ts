import type { z } from 'zod';
import type { Fault } from './errors';
import type { Locale } from './text';

type Issue = z.core.$ZodIssue;

/** A fault in words a person understands, who has never heard of strings and types. */
const say: Record<
  Locale,
  {
    missing: string;
    tooShort(n: number): string;
    tooLong(n: number): string;
    tooMany(n: number): string;
    format: Record<string, string>;
    choice(of: string): string;
    wrong: string;
    unknown(key: string): string;
  }
> = {
  en: {
    missing: 'This is required.',
    tooShort: (n) => `This needs at least ${n} characters.`,
    tooLong: (n) => `This may have at most ${n} characters.`,
    tooMany: (n) => `At most ${n} entries.`,
    format: { email: 'This is not an e-mail address.', url: 'This is not a web address (https://…).' },
    choice: (of) => `This has to be one of: ${of}.`,
    wrong: 'This is not valid here.',
    unknown: (key) => `"${key}" is not a known field.`,
  },
  de: {
    missing: 'Dies wird benötigt.',
    tooShort: (n) => `Dies braucht mindestens ${n} Zeichen.`,
    tooLong: (n) => `Dies darf höchstens ${n} Zeichen haben.`,
    tooMany: (n) => `Höchstens ${n} Einträge.`,
    format: { email: 'Dies ist keine E-Mail-Adresse.', url: 'Dies ist keine Webadresse (https://…).' },
    choice: (of) => `Dies muss eines von diesen sein: ${of}.`,
    wrong: 'Dies ist hier nicht gültig.',
    unknown: (key) => `„${key}“ ist kein bekanntes Feld.`,
  },
};

const messageOf = (issue: Issue, locale: Locale, input: unknown): string => {
  const words = say[locale];
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined || input === null ? words.missing : words.wrong;
    case 'too_small':
      return issue.origin === 'string'
        ? input === ''
          ? words.missing
          : words.tooShort(Number(issue.minimum))
        : words.wrong;
    case 'too_big':
      return issue.origin === 'string'
        ? words.tooLong(Number(issue.maximum))
        : issue.origin === 'array'
          ? words.tooMany(Number(issue.maximum))
          : words.wrong;
    case 'invalid_format':
      return words.format[issue.format] ?? words.wrong;
    case 'invalid_value':
      return input === undefined ? words.missing : words.choice(issue.values.map(String).join(', '));
    default:
      return words.wrong;
  }
};

const at = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

/**
 * What zod found, one fault per field, in Strapi's spelling and the visitor's language. `own` translates the keys that a contract gives as
 * messages of its own.
 */
export const faultsIn = (
  error: z.ZodError,
  data: unknown,
  locale: Locale,
  own: Record<string, Record<Locale, string>> = {},
): Fault[] => {
  const faults = new Map<string, Fault>();
  const add = (path: PropertyKey[], message: string) => {
    const names = path.map(String);
    if (!faults.has(names.join('.'))) faults.set(names.join('.'), { path: names, message, name: 'ValidationError' });
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) add([...issue.path, key], say[locale].unknown(key));
    else add(issue.path, own[issue.message]?.[locale] ?? messageOf(issue, locale, at(data, issue.path)));
  }
  return [...faults.values()];
};
