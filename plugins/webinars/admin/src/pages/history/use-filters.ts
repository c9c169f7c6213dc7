import { useSearchParams } from 'react-router-dom';
import type { HistoryFilters } from '../../parts/History';
import { instantsOf } from './days';

const NAMES = ['actor', 'action', 'from', 'to', 'session', 'registration', 'topic', 'speaker'] as const;
export type Filter = (typeof NAMES)[number];

/** Which part of the history is shown. It stands in the address; days stand there as days, and are asked for as instants. */
export const useFilters = () => {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Filter, string>>;

  const change = (name: Filter, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next);
  };
  const asked: HistoryFilters = { ...values, ...instantsOf(values) };
  return { values, asked, change, clear: () => setParams({}) };
};
