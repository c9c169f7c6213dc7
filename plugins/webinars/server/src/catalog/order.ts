import type { Filters } from './judge';
import type { Programme, SessionEntry } from './programme';

export type FoundSession = { session: SessionEntry; price: number };

/** What an order goes by that is not in the programme. */
export type Weights = {
  /** How well each session answers the search, by id. Null where nothing is searched. */
  hits: ReadonlyMap<number, number> | null;
  /** Average rating of people, by document id. */
  averages: ReadonlyMap<string, number>;
  /** Seats taken, by session. */
  popularity: ReadonlyMap<number, number>;
};

/** What is equal in the order asked for stands by date: the next first, or the latest of those that are over. */
export const inOrder = (
  found: readonly FoundSession[],
  { sort, timeframe }: Pick<Filters, 'sort' | 'timeframe'>,
  { casts, people }: Programme,
  { hits, averages, popularity }: Weights,
): number[] => {
  const latestFirst = timeframe === 'past';
  const order = sort ?? (hits ? 'relevance' : latestFirst ? '-date' : 'date');
  const byDate = order === '-date' || (latestFirst && order !== 'date') ? found.toReversed() : found;

  const speakerOf = ({ cast }: SessionEntry) => people[casts[cast]?.[0] ?? -1]?.documentId ?? '';
  const keys: Partial<Record<typeof order, (entry: FoundSession) => number>> = {
    price: ({ price }) => price,
    '-price': ({ price }) => -price,
    popularity: ({ session }) => -(popularity.get(session.id) ?? 0),
    rating: ({ session }) => -(averages.get(speakerOf(session)) ?? 0),
    relevance: ({ session }) => -(hits?.get(session.id) ?? 0),
  };
  const key = keys[order];
  if (!key) return byDate.map(({ session }) => session.id);
  return byDate
    .map((entry) => ({ id: entry.session.id, by: key(entry) }))
    .sort((a, b) => a.by - b.by)
    .map(({ id }) => id);
};
