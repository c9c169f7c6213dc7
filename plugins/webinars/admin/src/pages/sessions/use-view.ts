import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PlannedState, PlanningSort } from '../../../../contracts/planning';

export const VIEWS = ['list', 'board', 'calendar'] as const;
export type View = (typeof VIEWS)[number];
export const PERIODS = ['upcoming', 'past', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const FILTERS = ['search', 'state', 'topic', 'speaker', 'category', 'language', 'from', 'to'] as const;
export type Filter = (typeof FILTERS)[number];
/** Filters of every view; the others are of the list alone. */
const COMMON: readonly Filter[] = ['search', 'topic', 'speaker', 'category', 'language'];

const oneOf = <Value extends string>(values: readonly Value[], given: string | null, usual: Value): Value =>
  values.find((value) => value === given) ?? usual;

const today = (): Date => {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day;
};

/** What the page shows. It stands in the address, so that a link, the back button and a reload show the same. */
export const useView = () => {
  const [params, setParams] = useSearchParams();
  const view = oneOf(VIEWS, params.get('view'), 'list');
  const values = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Filter, string>>;
  const period = oneOf(PERIODS, params.get('period'), values.from || values.to ? 'all' : 'upcoming');
  const sort = (params.get('sort') ?? (period === 'upcoming' ? 'start' : '-start')) as PlanningSort;
  // Where today begins, for as long as the page stands: else each look would be another question.
  const begins = useMemo(() => today().toISOString(), []);

  const set = (changes: Record<string, string | null>, keeps: 'page' | 'none' = 'none') => {
    const next = new URLSearchParams(params);
    if (keeps === 'none') next.delete('after');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next);
  };

  const common = Object.fromEntries(COMMON.flatMap((name) => (values[name] ? [[name, values[name]!]] : [])));
  return {
    view,
    values,
    period,
    sort,
    month: params.get('month'),
    after: params.get('after'),
    isFiltered: Object.keys(values).length > 0,
    change: (name: Filter | 'period' | 'sort' | 'month', value: string | null) => set({ [name]: value }),
    choose: (chosen: View) => set({ view: chosen === 'list' ? null : chosen }),
    showList: (changes: { state?: PlannedState; from?: string; to?: string }) =>
      set({ view: null, period: 'all', state: null, from: null, to: null, ...changes }),
    goAfter: (cursor: string | null) => set({ after: cursor }, 'page'),
    clear: () => setParams(view === 'list' ? {} : { view }),
    /** The question of each view. */
    ofList: {
      ...common,
      ...(values.state ? { state: values.state } : {}),
      ...(period === 'upcoming' ? { from: begins } : {}),
      ...(period === 'past' ? { to: begins } : {}),
      ...(values.from ? { from: values.from } : {}),
      ...(values.to ? { to: values.to } : {}),
      sort,
    },
    common,
  };
};

export type ViewState = ReturnType<typeof useView>;
