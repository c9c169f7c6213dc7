import { useCallback, useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Overview } from '../../../../contracts/overview';

const FRESH_FOR_MS = 60_000;

export type OverviewState = {
  overview: Overview | null;
  isLoading: boolean;
  /** The last attempt failed; what is shown, if anything, is older. */
  hasFailed: boolean;
  reload(): Promise<void>;
};

/** The programme's numbers, asked for again every minute while somebody looks. */
export const useOverview = (locale: string): OverviewState => {
  const { get } = useFetchClient();
  const [overview, setOverview] = useState<Overview | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  const [hasFailed, setHasFailed] = useState(false);

  const load = useCallback(
    async (signal?: AbortSignal) => {
      setIsLoading(true);
      try {
        const { data } = await get<{ data: Overview }>('/webinars-admin/overview', { params: { locale }, signal });
        if (signal?.aborted) return;
        setOverview(data.data);
        setHasFailed(false);
      } catch {
        if (!signal?.aborted) setHasFailed(true);
      } finally {
        if (!signal?.aborted) setIsLoading(false);
      }
    },
    [get, locale],
  );

  useEffect(() => {
    const leaving = new AbortController();
    void load(leaving.signal);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load(leaving.signal);
    }, FRESH_FOR_MS);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [load]);

  return { overview, isLoading, hasFailed, reload: load };
};
