import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { problemOf, useProblemText, type Fault } from './problem';
import { useText, type TextKey } from './translate';

/**
 * A form of settings that several people may have open. What is saved replaces the revision it began with and no other: where somebody was
 * faster, theirs are read and the reader chooses.
 */
export const useSettingsForm = <View extends { revision: number }, Body extends { revision: number }>({
  path,
  initial,
  bodyOf,
  saidOnceSaved,
}: {
  path: string;
  initial: View;
  /** What is sent: the settings without what only the page needs. */
  bodyOf(draft: View): Body;
  saidOnceSaved: TextKey;
}) => {
  const text = useText();
  const say = useProblemText();
  const { get, put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [theirs, setTheirs] = useState<View | null>(null);
  const [isSaving, setIsSaving] = useState(false);

  const begin = (settings: View) => {
    setSaved(settings);
    setDraft(settings);
    setTheirs(null);
    setFaults([]);
  };

  const refuse = async (error: unknown) => {
    const problem = problemOf(error);
    setFaults(problem.faults);
    if (problem.code === 'SETTINGS_CHANGED') {
      const { data } = await get<{ data: View }>(path);
      return setTheirs(data.data);
    }
    toggleNotification({
      type: 'danger',
      message: problem.faults.length > 0 ? text('settings.refused') : say(problem),
    });
  };

  const save = async (revision = draft.revision) => {
    setIsSaving(true);
    try {
      const { data } = await put<{ data: View }>(path, { ...bodyOf(draft), revision });
      begin(data.data);
      toggleNotification({ type: 'success', message: text(saidOnceSaved) });
    } catch (error) {
      await refuse(error).catch((another) => toggleNotification({ type: 'danger', message: say(problemOf(another)) }));
    } finally {
      setIsSaving(false);
    }
  };

  return {
    draft,
    change: (changes: Partial<View>) => setDraft({ ...draft, ...changes }),
    begin,
    save,
    theirs,
    hasFaults: faults.length > 0,
    /** A list's field is faulty where one of its entries is. */
    isFaulty: (field: string) => faults.some(({ path: at }) => `${at.join('.')}.`.startsWith(`${field}.`)),
    isDirty: JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving,
  };
};
