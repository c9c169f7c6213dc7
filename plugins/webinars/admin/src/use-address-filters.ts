import { useSearchParams } from 'react-router-dom';

/**
 * What of a list is shown. It stands in the address, so that a link, the back button and a reload show the same. A change begins at the first
 * page: `before` leaves the address.
 */
export const useAddressFilters = <Filter extends string>(names: readonly Filter[]) => {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(
    names.flatMap((name) => {
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
    goBefore: (id: string | null) =>
      setParams({ ...(values as Record<string, string>), ...(id === null ? {} : { before: id }) }),
  };
};
