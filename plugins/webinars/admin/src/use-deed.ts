import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { problemOf, useProblemText } from './problem';

/** Does one thing at a time on the server, and says why where it fails; answers null then. */
export const useDeed = () => {
  const say = useProblemText();
  const { toggleNotification } = useNotification();
  const [isBusy, setIsBusy] = useState(false);

  const perform = async <Answer>(deed: () => Promise<Answer>): Promise<Answer | null> => {
    setIsBusy(true);
    try {
      return await deed();
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
      return null;
    } finally {
      setIsBusy(false);
    }
  };
  return { perform, isBusy };
};
