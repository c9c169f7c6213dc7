import type { BulkState, StaffDeed, Undoable } from '../../../contracts/bulk';

export type Ended = { deed: StaffDeed; state: BulkState; changed: number; isUndone: boolean; isForgotten: boolean };

const UNDONE_BY: Partial<Record<StaffDeed, StaffDeed>> = {
  cancel: 'readmit',
  reject: 'readmit',
  attended: 'unmark',
  no_show: 'unmark',
};

/** The deed that takes another one back; null where none does. */
export const undoingOf = (deed: StaffDeed): StaffDeed | null => UNDONE_BY[deed] ?? null;

/** Whether a bulk action can be taken back, and why not. Approved people were told so and hold a seat: that is ended by cancelling, not by undoing. */
export const undoable = ({ deed, state, changed, isUndone, isForgotten }: Ended): Undoable => {
  if (deed === 'unmark' || deed === 'readmit') return 'is_undo';
  if (deed === 'approve') return 'approval_was_told';
  if (state !== 'done' && state !== 'stopped') return 'not_ended';
  if (isUndone) return 'undone_already';
  if (changed === 0) return 'nothing_done';
  return isForgotten ? 'forgotten' : 'yes';
};
