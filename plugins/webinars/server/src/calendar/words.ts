import type { Locale } from '../kernel/text';

/** What a session and its topic are called, in every language there is. */
export type Told = {
  documentId: string;
  slug: string | null;
  /** The session's own texts. */
  texts: { locale: string; title: string | null; description: string | null }[] | null;
  /** The topic's language versions. */
  versions: { locale: string; title: string | null; beginning: string | null }[] | null;
};

/** The language that stands in where there is no other: Strapi's default locale. */
const DEFAULT_LOCALE: Locale = 'en';

/** Own words before the topic's, and words in the reader's language before both; where there are none, any are better than nothing. */
export const wordsOf = ({ texts, versions, slug, documentId }: Told, locale: Locale) => {
  const inLocale = <Text extends { locale: string }>(all: Text[] | null, wanted: Locale) =>
    all?.find((text) => text.locale === wanted);
  const own = inLocale(texts, locale);
  const topic = inLocale(versions, locale);
  const otherOwn = inLocale(texts, DEFAULT_LOCALE) ?? texts?.[0];
  const otherTopic = inLocale(versions, DEFAULT_LOCALE) ?? versions?.[0];
  return {
    title: own?.title || topic?.title || otherOwn?.title || otherTopic?.title || slug || documentId,
    description: own?.description || topic?.beginning || otherOwn?.description || otherTopic?.beginning || null,
  };
};
