import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { problemOf, type Problem } from '../problem';
import { useContentLocale } from '../use-locale';
import { useSettled } from '../use-settled';

export type Foresight<Preview> = {
  /** The last answer; of what is asked now, where `isFresh`. */
  preview: Preview | null;
  isFresh: boolean;
  isLoading: boolean;
  problem: Problem | null;
  again(): void;
};

/** What would happen, asked for whenever what is wished stands still. Null asks for nothing. */
export const useForesight = <Preview>(path: string, wish: object | null): Foresight<Preview> => {
  const { post } = useFetchClient();
  const locale = useContentLocale();
  const [answer, setAnswer] = useState<{ wish: string; preview: Preview } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [round, setRound] = useState(0);
  const asked = useRef(0);
  const given = JSON.stringify(wish);
  const settled = useSettled(given, 300);

  useEffect(() => {
    const mine = (asked.current += 1);
    const wanted = JSON.parse(settled) as object | null;
    if (wanted === null) {
      setProblem(null);
      setIsLoading(false);
      return;
    }
    setIsLoading(true);
    post<{ data: Preview }>(path, wanted, { params: { locale } })
      .then(
        ({ data }) => {
          if (mine !== asked.current) return;
          setAnswer({ wish: settled, preview: data.data });
          setProblem(null);
        },
        (error: unknown) => mine === asked.current && setProblem(problemOf(error)),
      )
      .finally(() => mine === asked.current && setIsLoading(false));
  }, [post, path, settled, locale, round]);

  return {
    preview: answer?.preview ?? null,
    isFresh: answer?.wish === given && problem === null,
    isLoading: isLoading || given !== settled,
    problem,
    again: useCallback(() => setRound((before) => before + 1), []),
  };
};
