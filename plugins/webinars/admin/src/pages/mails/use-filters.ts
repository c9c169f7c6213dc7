import { useSearchParams } from 'react-router-dom';

export const FILTERS = ['state', 'kind', 'recipient', 'session', 'registration', 'message', 'isBounced'] as const;
export type Filter = (typeof FILTERS)[number];

/** Which mails are shown. It stands in the address, so that a link, the back button and a reload show the same. */
export const useFilters = () => {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Filter, string>>;

  const change = (name: Filter, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    next.delete('before');
    setParams(next);
  };
  return {
    values,
    before: params.get('before'),
    change,
    clear: () => setParams({}),
    goBefore: (id: string | null) => setParams(id === null ? { ...values } : { ...values, before: id }),
  };
};
