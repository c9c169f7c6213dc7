import type { Locale } from '../kernel/text';
import type { OwnText, SessionRow } from './session-rows';

export type Spoken = { title: string; description: string | null; locale: Locale };

/** The language whose texts stand in where there are none in the visitor's: Strapi's default locale. */
export const DEFAULT_LOCALE: Locale = 'en';

const LONGEST_SUMMARY = 220;

const own = (texts: readonly OwnText[] | null, locale: Locale): OwnText | undefined =>
  texts?.find((text) => text.locale === locale && (text.title || text.description));

/**
 * What a session is called in a language. The session's own words come before its topic's; words in the visitor's language come before
 * both; and where there are none, any words are better than nothing.
 */
export const wordsOf = (
  { texts, topic, slug, documentId }: Pick<SessionRow, 'texts' | 'topic' | 'slug' | 'documentId'>,
  locale: Locale,
  fallback: Locale,
): Spoken => {
  const mine = own(texts, locale);
  const inTopic = topic?.locale === locale ? topic : null;
  if (mine || inTopic) {
    const title = mine?.title || inTopic?.title;
    if (title) return { title, description: mine?.description || inTopic?.beginning || null, locale };
  }
  const other = own(texts, fallback) ?? texts?.[0];
  return {
    title: other?.title || topic?.title || slug || documentId,
    description: mine?.description || other?.description || topic?.beginning || null,
    locale: other?.title ? other.locale : (topic?.locale ?? other?.locale ?? fallback),
  };
};

/** The beginning of a text, cut between words. */
export const summaryOf = (text: string | null, longest = LONGEST_SUMMARY): string => {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
};

/** The texts of a list that a person or an import filled in; anything else in it is left out. */
export const listOfTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '') : [];
