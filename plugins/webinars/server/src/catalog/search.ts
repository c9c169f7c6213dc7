import { DICTIONARY } from './constraints';
import { joined, raw, sql, type Fragment } from './fragment';
import { searchTerms } from './search-terms';
import { LOCALES, type Locale } from '../kernel/text';

const inDictionary = (locale: Locale, words: string): Fragment =>
  sql`websearch_to_tsquery('${raw(DICTIONARY[locale])}', webinars_lower(${words}))`;
const plain = (spelling: 'webinars_plain' | 'webinars_spelt_out', words: string): Fragment =>
  sql`websearch_to_tsquery('simple', ${raw(spelling)}(${words}))`;

const termsIn = (locale: Locale, typed: string): Fragment => {
  const { all, isPlainToo, unfinished } = searchTerms(typed);
  const ways = [inDictionary(locale, all)];
  if (isPlainToo) ways.push(plain('webinars_plain', all), plain('webinars_spelt_out', all));
  if (unfinished) {
    const start = sql`to_tsquery('simple', '''' || webinars_plain(${unfinished.start}) || ''':*')`;
    const joint = raw(unfinished.joint === 'and' ? '&&' : '||');
    ways.push(sql`(${inDictionary(locale, unfinished.before)} ${joint} ${start})`);
  }
  return joined(ways, ' || ');
};

/** What is searched, by language. */
export const asking = (typed: string): Fragment =>
  joined(
    LOCALES.map((locale) => sql`select '${raw(locale)}' as locale, ${termsIn(locale, typed)} as terms`),
    ' union all ',
  );
