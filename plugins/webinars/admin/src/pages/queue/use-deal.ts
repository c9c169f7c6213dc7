import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { DealtWith, WhichDeadLetters } from '../../../../contracts/queue';
import { problemOf, useProblemText } from '../../problem';

type Progress = { done: number; total: number };

/** Replays or discards dead letters, a part at a time, and says how far it has come. Answers how many it dealt with. */
export const useDeal = () => {
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [progress, setProgress] = useState<Progress | null>(null);

  const deal = async (
    deed: 'replay' | 'discard',
    which: WhichDeadLetters,
    total: number,
    reason?: string,
  ): Promise<number> => {
    let done = 0;
    setProgress({ done, total });
    try {
      for (let left = 1; left > 0;) {
        const { data } = await post<{ data: DealtWith }>(`/webinars-admin/queue/${deed}`, {
          which,
          ...(reason === undefined ? {} : { reason }),
        });
        done += data.data.count;
        // What cannot be dealt with at all must not be asked for again and again.
        left = data.data.count === 0 ? 0 : data.data.left;
        setProgress({ done, total: Math.max(total, done + left) });
      }
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
    } finally {
      setProgress(null);
    }
    return done;
  };
  return { deal, progress };
};
