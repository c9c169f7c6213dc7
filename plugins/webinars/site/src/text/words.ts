import { IntlMessageFormat } from 'intl-messageformat';
import de from './de.json';
import en from './en.json';

export type Locale = 'en' | 'de';
export type Key = keyof typeof en;
export type Say = (key: Key, values?: Record<string, string | number>) => string;

const TEXTS: Record<Locale, Record<Key, string>> = { en, de };

const speak = (locale: Locale): Say => {
  const known = new Map<Key, IntlMessageFormat>();
  return (key, values = {}) => {
    const message = known.get(key) ?? new IntlMessageFormat(TEXTS[locale][key], locale);
    known.set(key, message);
    return String(message.format(values));
  };
};

/** What the pages say, in both languages. */
export const WORDS: Record<Locale, Say> = { en: speak('en'), de: speak('de') };
