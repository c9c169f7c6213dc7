import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { problemOf, useProblemText } from '../../problem';
import { ROSTER_PATH } from './paths';

/** Does something about a registration, says what became of it, and shows it anew. Answers what the server answered, or null where it refused. */
export const useAct = (documentId: string, onDone: () => void) => {
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<string | null>(null);

  const act = async <Answer>(what: string, body: object, done: string, name = what): Promise<Answer | null> => {
    setBusy(name);
    try {
      const { data } = await post<{ data: Answer }>(`${ROSTER_PATH}/${documentId}/${what}`, body);
      toggleNotification({ type: 'success', message: done });
      onDone();
      return data.data;
    } catch (error) {
      toggleNotification({ type: 'danger', message: say(problemOf(error)) });
      // Most often somebody else was faster: what stands there is old.
      onDone();
      return null;
    } finally {
      setBusy(null);
    }
  };
  return { act, busy };
};
