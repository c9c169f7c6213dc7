import type { Locale } from '../../kernel/text';
import { Passage, passage, plain, safeUrl, urlPart } from './clean';

export type Filter = (value: unknown, ...args: unknown[]) => unknown;

const AND: Record<Locale, string> = { en: ' and ', de: ' und ' };

const wordsOf = (value: unknown): string => (value instanceof Passage ? value.text : plain(value));

/** “A, B and C”; of a list of things, by the name of what is to be read. */
const joinWords =
  (locale: Locale): Filter =>
  (list, property) => {
    const words = (Array.isArray(list) ? list : [])
      .map((item: unknown) => {
        const isField = typeof property === 'string' && typeof item === 'object' && item !== null;
        return plain(isField && Object.hasOwn(item, property) ? (item as Record<string, unknown>)[property] : item);
      })
      .filter((word) => word.trim() !== '');
    return words.length < 2
      ? words.join('')
      : `${words.slice(0, -1).join(', ')}${AND[locale]}${words[words.length - 1]}`;
  };

const isNothing = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);

const own: Record<string, Filter> = {
  default: (value, other) => (isNothing(value) ? other : value),
  upcase: (value) => wordsOf(value).toUpperCase(),
  downcase: (value) => wordsOf(value).toLowerCase(),
  capitalize: (value) => wordsOf(value).replace(/^./u, (first) => first.toUpperCase()),
  truncate: (value, length) => {
    const letters = [...wordsOf(value)];
    const most = typeof length === 'number' ? length : 50;
    return letters.length <= most ? letters.join('') : `${letters.slice(0, Math.max(0, most - 1)).join('')}…`;
  },
  size: (value) => (Array.isArray(value) || typeof value === 'string' ? value.length : 0),
  join: (value, between) => (Array.isArray(value) ? value.map(plain).join(plain(between ?? ', ')) : value),
  paragraphs: (value) => passage(wordsOf(value)),
  safe_url: safeUrl,
  url_part: urlPart,
};

const filters = {
  en: { ...own, join_words: joinWords('en') },
  de: { ...own, join_words: joinWords('de') },
} satisfies Record<Locale, Record<string, Filter>>;

/** What a template can do to a value. Few, because each is a promise to everybody who edits. */
export const filtersFor = (locale: Locale): Record<string, Filter> => filters[locale];

export const isFilter = (name: string): boolean => Object.hasOwn(filters.en, name);
