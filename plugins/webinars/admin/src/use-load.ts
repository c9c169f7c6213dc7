import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { problemOf, type Problem } from './problem';

type Loaded<Body> = { key: string; body: Body };

export type LoadState<Body> = {
  /** The last answer. What stands here while the next one is awaited may be of another address: `isFresh` says. */
  body: Body | null;
  isFresh: boolean;
  isLoading: boolean;
  problem: Problem | null;
  reload(): Promise<void>;
};

/** Reads an address of ours, anew whenever it changes; null reads nothing. `everyMs` asks again while somebody looks. */
export const useLoad = <Body>(
  path: string | null,
  params: Record<string, string | number | undefined> = {},
  everyMs: number | null = null,
): LoadState<Body> => {
  const { get } = useFetchClient();
  const given = JSON.stringify(params);
  const key = path === null ? null : `${path} ${given}`;
  const [loaded, setLoaded] = useState<Loaded<Body> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setIsLoading] = useState(key !== null);
  // Answers may overtake each other: only the one asked for last counts.
  const asked = useRef(0);

  const load = useCallback(async () => {
    if (path === null || key === null) return;
    const mine = (asked.current += 1);
    const isLast = () => mine === asked.current;
    setIsLoading(true);
    try {
      const { data } = await get<Body>(path, { params: JSON.parse(given) });
      if (!isLast()) return;
      setLoaded({ key, body: data });
      setProblem(null);
    } catch (error) {
      if (isLast()) setProblem(problemOf(error));
    } finally {
      if (isLast()) setIsLoading(false);
    }
  }, [get, path, key, given]);

  useEffect(() => {
    void load();
    return () => {
      asked.current += 1;
    };
  }, [load]);

  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load();
    }, everyMs);
    return () => clearInterval(timer);
  }, [load, everyMs]);

  return { body: loaded?.body ?? null, isFresh: loaded?.key === key, isLoading, problem, reload: load };
};
