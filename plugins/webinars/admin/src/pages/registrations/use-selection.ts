import { useState } from 'react';
import type { RosterRow } from '../../../../contracts/roster';
import type { FilterValues } from './use-list';
import { NOBODY, toggle, togglePage, type Selection } from './selection';

/** Who is picked in the list. Another filter finds others: then nobody is. */
export const useSelection = (values: FilterValues) => {
  const key = JSON.stringify(values);
  const [kept, setKept] = useState<{ key: string; selection: Selection }>({ key, selection: NOBODY });
  const selection = kept.key === key ? kept.selection : NOBODY;
  const set = (next: Selection) => setKept({ key, selection: next });
  const idsOf = (rows: readonly RosterRow[]) => rows.map(({ documentId }) => documentId);
  return {
    selection,
    toggle: (rows: readonly RosterRow[], id: string, isRange: boolean) =>
      set(toggle(selection, idsOf(rows), id, isRange)),
    togglePage: (rows: readonly RosterRow[]) => set(togglePage(selection, idsOf(rows))),
    all: () => set({ ids: [], isAll: true, last: null }),
    clear: () => set(NOBODY),
  };
};

export type Picking = ReturnType<typeof useSelection>;
