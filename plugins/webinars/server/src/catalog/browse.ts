import type { CatalogAnswer, CatalogQuery, Facets, Landing } from '../../../contracts/catalog';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { type Bases, cardOf, stillOf, type Still } from './card';
import { find, type Found } from './find';
import { sessionsIn } from './judge';
import { createMemory } from '../kernel/memory';
import { averagesOf, type ReadNumbers } from './numbers';
import { readProgramme, type Programme } from './programme';
import { readHits, readPopularity, readPulse } from './queries';
import { readSessionRows } from './session-rows';
import { DEFAULT_LOCALE } from './texts';
import { timeframeOf } from './timeframe';

export type CatalogDeps = {
  database: Database;
  clock: Clock;
  /** Where the programme is at home: its weeks and months are those of the filters. */
  timezone(): Promise<string>;
  bases: Bases;
  /** What stands beside the boxes of the form. */
  consentTexts(locale: Locale): Promise<Landing['registration']['consents']['texts']>;
};

type Page = { ids: number[]; stills: Still[]; total: number; facets: Facets };

const PAGES = 500;
const FOUND = 300;
const MINUTE = 60_000;

/**
 * Answers catalog pages. What a page shows is remembered until anything but a counter changes, and for the minute, since time ends
 * sessions and early birds; a request that was asked before costs one statement, which reads version and seats as they are.
 */
export const createBrowse = ({ database, clock, timezone, bases }: CatalogDeps, readNumbers: ReadNumbers) => {
  const programmes = createMemory<Programme>(1);
  const findings = createMemory<Found>(FOUND);
  const pages = createMemory<Page>(PAGES);

  const findAll = async (query: CatalogQuery, version: string, now: Date): Promise<Found> => {
    const { search, sort, locale, minRating } = query;
    const programme = await programmes.recall(version, 'all', () => readProgramme(database.read));
    const zone = query.timeframe ? await timezone() : 'UTC';
    const inTime = sessionsIn(programme, timeframeOf(query.timeframe, now, zone), now);
    const ids = () => inTime.map(({ id }) => id);
    const [hits, averages, popularity] = await Promise.all([
      search
        ? readHits(database.read, { words: search, locale, isRanked: !sort || sort === 'relevance' }, ids())
        : null,
      minRating || sort === 'rating' ? readNumbers(version, now).then(averagesOf) : new Map<string, number>(),
      sort === 'popularity' ? readPopularity(database.read, ids()) : new Map<number, number>(),
    ]);
    const candidates = hits ? inTime.filter(({ id }) => hits.has(id)) : inTime;
    return find(programme, candidates, query, { hits, averages, popularity }, now);
  };

  const makePage = async (query: CatalogQuery, version: string, now: Date, minute: number): Promise<Page> => {
    const { page, pageSize, locale, ...rest } = query;
    const key = JSON.stringify([minute, rest, query.search && locale]);
    const [{ ids: all, facets }, numbers] = await Promise.all([
      findings.recall(version, key, () => findAll(query, version, now)),
      readNumbers(version, now),
    ]);
    const ids = all.slice((page - 1) * pageSize, page * pageSize);
    const rows = await readSessionRows(database.read, ids, locale, DEFAULT_LOCALE);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const stills = ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [stillOf(row, { locale, fallback: DEFAULT_LOCALE, bases, numbers })] : [];
    });
    return { ids, stills, total: all.length, facets };
  };

  return async (query: CatalogQuery): Promise<CatalogAnswer> => {
    const now = clock.now();
    const minute = Math.floor(now.getTime() / MINUTE);
    const key = JSON.stringify([minute, query]);
    const known = await pages.glance(key)?.catch(() => undefined);
    let pulse = await readPulse(database.read, known?.ids ?? []);
    const { version } = pulse;
    const shown = await pages.recall(version, key, () => makePage(query, version, now, minute));
    if (shown !== known) pulse = await readPulse(database.read, shown.ids);

    const live = new Map(pulse.live.map((seats) => [seats.id, seats]));
    const { page, pageSize } = query;
    return {
      data: shown.stills.map((still) => cardOf(still, live.get(still.session.id), now)),
      meta: {
        pagination: { page, pageSize, pageCount: Math.ceil(shown.total / pageSize), total: shown.total },
        facets: shown.facets,
      },
    };
  };
};
