import type { CheckRule } from '../../../contracts/checks';
import type { Locale } from '../kernel/text';

/** What a check counted, in the order in which its words name it. */
export type Figures = readonly (string | number)[];

type Words = { expected(of: Figures): string; found(of: Figures): string };
type Part = (of: Figures) => string;

const says =
  (text: string): Part =>
  () =>
    text;

const registrations = (count: string | number | undefined): string =>
  Number(count) === 1 ? '1 registration' : `${count} registrations`;
const anmeldungen = (count: string | number | undefined, many = 'Anmeldungen', one = 'Anmeldung'): string =>
  Number(count) === 1 ? `1 ${one}` : `${count} ${many}`;

const paid = (amount: string | number | undefined, currency: string | number | undefined, language: string): string => {
  if (!currency) return '';
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: String(currency) });
  return format.format(Number(amount) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

const both = (part: Part): Words => ({ expected: part, found: part });

const WORDS: Record<CheckRule, Record<Locale, Words>> = {
  counters: {
    en: both(([seats, waiting, attended]) => `seats ${seats}, waiting ${waiting}, attended ${attended}`),
    de: both(([seats, waiting, attended]) => `belegt ${seats}, wartend ${waiting}, teilgenommen ${attended}`),
  },
  person: {
    en: {
      expected: says('one active registration per e-mail address'),
      found: ([count, ids]) => `${count} active registrations of one address (registration ids ${ids})`,
    },
    de: {
      expected: says('eine aktive Anmeldung je E-Mail-Adresse'),
      found: ([count, ids]) => `${count} aktive Anmeldungen einer Adresse (Nummern ${ids})`,
    },
  },
  line: {
    en: {
      expected: ([last]) => `places 1 to ${last}`,
      found: ([first, last, different]) => `places ${first} to ${last}, ${different} different`,
    },
    de: {
      expected: ([last]) => `Positionen 1 bis ${last}`,
      found: ([first, last, different]) => `Positionen ${first} bis ${last}, davon ${different} verschiedene`,
    },
  },
  state: {
    en: {
      expected: says('place in line, end of hold and reason exactly where the state has one'),
      found: ([count]) => `${registrations(count)} otherwise`,
    },
    de: {
      expected: says('Position, Zahlungsfrist und Grund genau dort, wo sie zum Status gehören'),
      found: ([count]) => `${anmeldungen(count)}, bei denen es anders ist`,
    },
  },
  session: {
    en: { expected: says('a session'), found: ([count]) => `${registrations(count)} of a session that is gone` },
    de: {
      expected: says('ein Termin'),
      found: ([count]) => `${anmeldungen(count)} zu einem Termin, den es nicht mehr gibt`,
    },
  },
  link: {
    en: {
      expected: says('the relation and the session id agree'),
      found: ([count]) => `${registrations(count)} where they differ`,
    },
    de: {
      expected: says('Verknüpfung und Termin stimmen überein'),
      found: ([count]) => `${anmeldungen(count)}, bei denen sie abweichen`,
    },
  },
  cancelled: {
    en: {
      expected: says('nobody in a cancelled session'),
      found: ([count]) => (Number(count) === 1 ? '1 active registration' : `${count} active registrations`),
    },
    de: {
      expected: says('niemand in einem abgesagten Termin'),
      found: ([count]) => anmeldungen(count, 'aktive Anmeldungen', 'aktive Anmeldung'),
    },
  },
  days: {
    en: both(([day, count, amount, currency]) =>
      [`${day}: ${registrations(count)}`, paid(amount, currency, 'en-GB')].filter(Boolean).join(', paid '),
    ),
    de: both(([day, count, amount, currency]) =>
      [`${day}: ${anmeldungen(count)}`, paid(amount, currency, 'de-DE')].filter(Boolean).join(', bezahlt '),
    ),
  },
  guards: {
    en: { expected: ([name]) => `${name} in force`, found: says('missing or off') },
    de: { expected: ([name]) => `${name} in Kraft`, found: says('fehlt oder ist ausgeschaltet') },
  },
};

export type InWords<One> = Omit<One, 'expected' | 'found'> & { expected: string; found: string };

/** The same difference, told in a language. */
export const inWords = <One extends { rule: CheckRule; expected: Figures; found: Figures }>(
  one: One,
  locale: Locale,
): InWords<One> => {
  const words = WORDS[one.rule][locale];
  return { ...one, expected: words.expected(one.expected), found: words.found(one.found) };
};
