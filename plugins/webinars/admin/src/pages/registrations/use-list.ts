import { useSearchParams } from 'react-router-dom';
import {
  DEFAULT_COLUMNS,
  ROSTER_COLUMNS,
  rosterFilter,
  type RosterColumn,
  type RosterFilter,
  type RosterOrder,
  type RosterSort,
  type RosterView,
} from '../../../../contracts/roster';

export type FilterName = keyof RosterFilter;
export const FILTER_NAMES = Object.keys(rosterFilter.shape) as FilterName[];

export type FilterValues = Partial<Record<FilterName, string>>;

const isColumn = (name: string): name is RosterColumn => (ROSTER_COLUMNS as readonly string[]).includes(name);

/** A filter as the address spells it. */
export const valuesOf = (filter: RosterFilter): FilterValues =>
  Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = filter[name];
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]];
    }),
  );

/** A view as the address spells it. What stands for itself is left out. */
export const addressOf = ({
  filter,
  sort,
  direction,
  columns,
}: Omit<RosterView, 'id' | 'name' | 'isShared' | 'revision' | 'owner' | 'isMine'>) => ({
  ...valuesOf(filter),
  ...(sort === 'registered' ? {} : { sort }),
  ...(direction === 'desc' ? {} : { direction }),
  ...(columns.join() === DEFAULT_COLUMNS.join() ? {} : { columns: columns.join() || 'none' }),
});

const SORTS: readonly string[] = ['registered', 'name', 'company', 'session', 'state'] satisfies RosterSort[];

/**
 * Which registrations are shown, in which order, with which columns. It stands in the address, so that a link, the back button and a reload
 * show the same.
 */
export const useList = () => {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as FilterValues;
  const sort = params.get('sort') ?? '';
  const order: RosterOrder = {
    sort: SORTS.includes(sort) ? (sort as RosterSort) : 'registered',
    direction: params.get('direction') === 'asc' ? 'asc' : 'desc',
  };
  const named = params.get('columns');
  const columns = named === null ? [...DEFAULT_COLUMNS] : named.split(',').filter(isColumn);

  /** Another list: it begins at its first page. */
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    next.delete('after');
    next.delete('before');
    setParams(next);
  };
  return {
    values,
    order,
    columns,
    view: params.get('view'),
    after: params.get('after'),
    before: params.get('before'),
    change: (name: FilterName, value: string | null) => set({ [name]: value }),
    clear: () => set(Object.fromEntries([...FILTER_NAMES, 'view'].map((name) => [name, null]))),
    sortBy: (next: RosterSort) => {
      const isSame = next === order.sort;
      const direction = isSame ? (order.direction === 'asc' ? 'desc' : 'asc') : next === 'registered' ? 'desc' : 'asc';
      set({ sort: next === 'registered' ? null : next, direction: direction === 'desc' ? null : direction });
    },
    choose: (next: readonly RosterColumn[]) => {
      const kept = new URLSearchParams(params);
      if (next.join() === DEFAULT_COLUMNS.join()) kept.delete('columns');
      else kept.set('columns', next.join() || 'none');
      setParams(kept);
    },
    go: (where: 'after' | 'before', cursor: string) => {
      const next = new URLSearchParams(params);
      next.delete('after');
      next.delete('before');
      next.set(where, cursor);
      setParams(next);
    },
    open: (view: RosterView | null) => setParams(view ? { ...addressOf(view), view: view.id } : {}),
  };
};

export type List = ReturnType<typeof useList>;
