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

/** The CTEs `asked` (what is searched, by language) and `hits` (the sessions that any of their documents answers). */
export const searching = (typed: string): Fragment => sql`
  asked as materialized (${joined(
    LOCALES.map((locale) => sql`select '${raw(locale)}' as locale, ${termsIn(locale, typed)} as terms`),
    ' union all ',
  )}),
  hits as materialized (
    select distinct d.session_id from asked a join webinars_search d on d.document @@ a.terms and d.locale = a.locale
  )`;

/** How well a session `s` answers; words of the visitor's own language count twice. */
export const relevance = (locale: Locale): Fragment => sql`(
  select max(ts_rank(d.document, a.terms) * case when d.locale = ${locale} then 2 else 1 end)
    from asked a join webinars_search d on d.session_id = s.id and d.locale = a.locale and d.document @@ a.terms)`;
