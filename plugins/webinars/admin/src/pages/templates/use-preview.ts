import { useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { RenderedPreview } from '../../../../contracts/mail-admin';
import { problemOf, type Problem } from '../../problem';
import { useSettled } from '../../use-settled';

export type PreviewState = {
  /** The last text that could be read. */
  preview: RenderedPreview | null;
  problem: Problem | null;
  isLoading: boolean;
};

/** What a text becomes, asked for once its writer pauses. Null asks for nothing. */
export const usePreview = (path: string, request: object | null): PreviewState => {
  const { post } = useFetchClient();
  const [preview, setPreview] = useState<RenderedPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const asked = useRef(0);
  const given = JSON.stringify(request);
  const settled = useSettled(given);

  useEffect(() => {
    const wanted = JSON.parse(settled) as object | null;
    if (wanted === null) return;
    const mine = (asked.current += 1);
    setIsLoading(true);
    post<{ data: RenderedPreview }>(path, wanted)
      .then(
        ({ data }) => {
          if (mine !== asked.current) return;
          setPreview(data.data);
          setProblem(null);
        },
        (error: unknown) => mine === asked.current && setProblem(problemOf(error)),
      )
      .finally(() => mine === asked.current && setIsLoading(false));
  }, [post, path, settled]);

  return { preview, problem, isLoading: isLoading || given !== settled };
};
