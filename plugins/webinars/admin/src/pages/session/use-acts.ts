import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { RunSheet, RunSheetAction, RunSheetItem } from '../../../../contracts/run-sheet';
import { problemOf, useProblemText, type Problem } from '../../problem';
import { useText } from '../../translate';

export type Reminder = Extract<RunSheetItem, { kind: 'reminder' }>;
type Act = Exclude<RunSheetAction, 'preview'>;

const VERBS = { hold: 'hold', release: 'release', move: 'move', send_now: 'send-now' } as const satisfies Record<
  Act,
  string
>;

/** Does something with a reminder. Where it is refused, the sheet is read anew and what was entered stays. */
export const useActs = (session: string, { onDone, reload }: { onDone(): void; reload(): Promise<void> }) => {
  const text = useText();
  const say = useProblemText();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const act = async (reminder: Reminder, name: Act, more: { minutes?: number } = {}): Promise<boolean> => {
    setIsBusy(true);
    setProblem(null);
    try {
      const { data } = await post<{ data: RunSheet; meta: { mails?: number } }>(
        `/webinars-admin/sessions/${session}/reminders/${reminder.rule}/${VERBS[name]}`,
        { revision: reminder.revision, ...more },
      );
      toggleNotification({ type: 'success', message: text(`sheet.done.${name}`, { count: data.meta.mails ?? 0 }) });
      await reload();
      onDone();
      return true;
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      // A dialog says it where it was asked; without one it is said here.
      if (name === 'hold' || name === 'release') toggleNotification({ type: 'danger', message: say(found) });
      await reload();
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { act, isBusy, problem, forget: () => setProblem(null) };
};
