import type { HistoryFilters } from '../../parts/History';
import { useAddressFilters } from '../../use-address-filters';
import { instantsOf } from './days';

const NAMES = ['actor', 'action', 'from', 'to', 'session', 'registration', 'topic', 'speaker'] as const;
export type Filter = (typeof NAMES)[number];

/** Which part of the history is shown. Days stand as days in the address, and are asked for as instants. */
export const useFilters = () => {
  const { values, change, clear } = useAddressFilters(NAMES);
  const asked: HistoryFilters = { ...values, ...instantsOf(values) };
  return { values, asked, change, clear };
};
