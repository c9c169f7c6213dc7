import type { Locale } from '../kernel/text';

/** What may be wrong with a query, beyond what every form can get wrong; the keys are messages of the contract. */
export const FAULTS: Record<string, Record<Locale, string>> = {
  once: { en: 'This may be given once, as text.', de: 'Dies darf einmal angegeben werden, als Text.' },
  whole: { en: 'This has to be a whole number.', de: 'Dies muss eine ganze Zahl sein.' },
  page: { en: 'Pages are counted from 1 to 100000.', de: 'Seiten werden von 1 bis 100000 gezählt.' },
  pageSize: { en: 'A page has 1 to 100 sessions.', de: 'Eine Seite hat 1 bis 100 Veranstaltungen.' },
  stars: { en: 'This has to be a number from 0 to 5.', de: 'Dies muss eine Zahl von 0 bis 5 sein.' },
  list: { en: 'This has to be a text or a list of texts.', de: 'Dies muss ein Text oder eine Liste von Texten sein.' },
  searchless: {
    en: 'Sessions can be sorted by relevance only where something is searched.',
    de: 'Nach Relevanz lässt sich nur sortieren, wo gesucht wird.',
  },
};
