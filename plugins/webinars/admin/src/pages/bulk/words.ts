import { useCallback } from 'react';
import type { BulkView } from '../../../../contracts/bulk';
import { useText } from '../../translate';

/** What a bulk action is called. */
export const useTitle = () => {
  const text = useText();
  return useCallback(
    ({ deed, people, undoOf }: Pick<BulkView, 'deed' | 'people' | 'undoOf'>): string =>
      undoOf
        ? text(`bulk.title.undo.${undoOf.deed === 'cancel' || undoOf.deed === 'reject' ? undoOf.deed : 'marks'}`, {
            people,
          })
        : text(`bulk.title.${deed as Exclude<typeof deed, 'unmark' | 'readmit'>}`, { people }),
    [text],
  );
};
