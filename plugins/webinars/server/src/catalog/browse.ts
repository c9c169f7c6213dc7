import type { CatalogAnswer, CatalogQuery, Facets } from '../../../contracts/catalog';
import { FACETS } from '../../../contracts/catalog';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { cardOf, stillOf, type Still } from './card';
import { readCounts, type Count } from './counts';
import { createMemory } from './memory';
import { ratedAtLeast, type ReadNumbers } from './numbers';
import { readPageIds, readPulse, type Request } from './queries';
import { readSessionRows } from './session-rows';
import { DEFAULT_LOCALE } from './texts';
import { timeframeOf } from './timeframe';

export type CatalogDeps = {
  database: Database;
  clock: Clock;
  /** Where the programme is at home: its weeks and months are those of the filters. */
  timezone: string;
  /** Where links lead, without a slash at the end. */
  publicUrl: string;
};

type Page = { ids: number[]; stills: Still[] };
type Found = { total: number; facets: Facets };

const PAGES = 500;
const COUNTS = 300;
const MINUTE = 60_000;

const foundIn = (counts: readonly Count[]): Found => {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Facets;
  let total = 0;
  for (const { facet, value, label, count } of counts) {
    if (facet === 'total') total = count;
    else facets[facet].push(label ? { value, label, count } : { value, count });
  }
  for (const values of Object.values(facets)) {
    values.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  }
  return { total, facets };
};

/**
 * Answers catalog pages. What a page shows is remembered until anything but a counter changes, and for the minute, since time ends
 * sessions and early birds; a request that was asked before costs one statement, which reads version and seats as they are.
 */
export const createBrowse = ({ database, clock, timezone, publicUrl }: CatalogDeps, readNumbers: ReadNumbers) => {
  const pages = createMemory<Page>(PAGES);
  const counts = createMemory<Found>(COUNTS);

  const makePage = async (request: Request, version: string): Promise<Page> => {
    const numbers = await readNumbers(version, request.now);
    const ids = await readPageIds(database.read, request, numbers);
    const { locale } = request.query;
    const rows = await readSessionRows(database.read, ids, locale, DEFAULT_LOCALE);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const stills = ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [stillOf(row, { locale, fallback: DEFAULT_LOCALE, publicUrl, numbers })] : [];
    });
    return { ids, stills };
  };

  return async (query: CatalogQuery): Promise<CatalogAnswer> => {
    const now = clock.now();
    const minute = Math.floor(now.getTime() / MINUTE);
    const { page, pageSize, sort: _sort, locale: _locale, ...filters } = query;
    const pageKey = JSON.stringify([minute, query]);
    const countKey = JSON.stringify([minute, filters]);

    const known = await pages.glance(pageKey)?.catch(() => undefined);
    let pulse = await readPulse(database.read, known?.ids ?? []);
    const { version } = pulse;
    const numbers = query.minRating ? await readNumbers(version, now) : null;
    const request: Request = {
      query,
      now,
      timeframe: timeframeOf(query.timeframe, now, timezone),
      rated: numbers && ratedAtLeast(numbers, query.minRating ?? 0),
    };
    const [shown, found] = await Promise.all([
      pages.recall(version, pageKey, () => makePage(request, version)),
      counts.recall(version, countKey, async () => foundIn(await readCounts(database.read, request))),
    ]);
    if (shown !== known) pulse = await readPulse(database.read, shown.ids);

    const live = new Map(pulse.live.map((seats) => [seats.id, seats]));
    return {
      data: shown.stills.map((still) => cardOf(still, live.get(still.session.id), now)),
      meta: {
        pagination: { page, pageSize, pageCount: Math.ceil(found.total / pageSize), total: found.total },
        facets: found.facets,
      },
    };
  };
};
