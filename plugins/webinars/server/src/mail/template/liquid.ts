import { Liquid } from 'liquidjs';
import type { Locale } from '../../kernel/text';
import { forHtml, forLine, forText, passage, plain, safeUrl, urlPart } from './clean';

export {
  ForTag,
  Liquid,
  LiquidError,
  TokenizationError,
  Tokenizer,
  TypeGuards,
  Value,
  type TagToken,
  type Template,
  type Token,
} from 'liquidjs';

/** Where a template's words end up, which says how a value is written. */
export type Medium = 'html' | 'text' | 'line';

/** The tags that open a block, with those that may stand inside it. */
export const BLOCKS: Record<string, readonly string[]> = {
  if: ['elsif', 'else'],
  unless: ['elsif', 'else'],
  case: ['when', 'else'],
  for: ['else'],
  comment: [],
};

/** Of Liquid's own filters, those that a letter can need. */
const LIQUID_FILTERS = ['default', 'upcase', 'downcase', 'capitalize', 'truncate', 'size', 'join'];

const write: Record<Medium, (value: unknown) => string> = { html: forHtml, text: forText, line: forLine };

const AND: Record<Locale, string> = { en: ' and ', de: ' und ' };

/** “A, B and C”; of a list of things, by the name of what is to be read. */
const joinWords = (locale: Locale) => (list: unknown, property?: unknown) => {
  const words = (Array.isArray(list) ? list : [])
    .map((item) => {
      const thing = item as Record<string, unknown> | null;
      const isField = typeof property === 'string' && thing !== null && Object.hasOwn(Object(thing), property);
      return plain(isField ? thing[property] : item);
    })
    .filter((word) => word.trim() !== '');
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${AND[locale]}${words[words.length - 1]}`;
};

/** Liquid as a template may use it: no files, no code, no unescaped output, and an end to everything. */
const createLiquid = (medium: Medium, locale: Locale, strictFilters = true): Liquid => {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters,
    ownPropertyOnly: true,
    lenientIf: true,
    // An empty text is as good as none; a list is asked for its size.
    jsTruthy: true,
    templates: {},
    parseLimit: 200_000,
    renderLimit: 2_000,
    memoryLimit: 1_000_000,
    outputEscape: write[medium],
  });
  for (const name of Object.keys(liquid.tags)) if (!(name in BLOCKS)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!LIQUID_FILTERS.includes(name)) delete liquid.filters[name];
  liquid.registerFilter('join_words', joinWords(locale));
  liquid.registerFilter('paragraphs', passage);
  liquid.registerFilter('safe_url', safeUrl);
  liquid.registerFilter('url_part', urlPart);
  return liquid;
};

const engines = new Map<string, Liquid>();

export const liquidFor = (medium: Medium, locale: Locale): Liquid => {
  const key = `${medium} ${locale}`;
  const engine = engines.get(key) ?? createLiquid(medium, locale);
  engines.set(key, engine);
  return engine;
};

/** Parses what names filters that do not exist, so that all of them can be told at once. Renders nothing. */
export const lenientLiquid = createLiquid('line', 'en', false);
