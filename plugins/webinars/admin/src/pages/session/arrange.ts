import type { RunSheetItem } from '../../../../contracts/run-sheet';

/** Which items are shown: all, those that reach people, or those that need somebody. */
export const VIEWS = ['all', 'mails', 'attention'] as const;
export type View = (typeof VIEWS)[number];

const CARRIES_MAIL: ReadonlySet<RunSheetItem['kind']> = new Set(['reminder', 'mails', 'message', 'moved', 'cancelled']);
const NEEDS: ReadonlySet<RunSheetItem['state']> = new Set(['failed', 'missed', 'held']);

const isIn = (view: View, { kind, state }: RunSheetItem): boolean =>
  view === 'all' || (view === 'mails' ? CARRIES_MAIL.has(kind) : NEEDS.has(state));

/** How many of the past stand there without being asked for: what happened last is what people look for. */
export const LATEST = 8;

export type Arranged = { earlier: RunSheetItem[]; past: RunSheetItem[]; ahead: RunSheetItem[] };

/** The time line in its parts: long past, past, and ahead. An item in the past that still waits for its time is ahead of nobody: it is due. */
export const arrange = (items: readonly RunSheetItem[], now: string, view: View): Arranged => {
  const shown = items.filter((item) => isIn(view, item));
  const past = shown.filter(({ at }) => at <= now);
  const cut = past.length > LATEST + 2 ? past.length - LATEST : 0;
  return { earlier: past.slice(0, cut), past: past.slice(cut), ahead: shown.filter(({ at }) => at > now) };
};

/** Whether mails are on their way, so that it is worth looking again soon. What waits for a partner may wait for days. */
export const isMoving = (items: readonly RunSheetItem[]): boolean =>
  items.some(({ kind, state }) => state === 'due' && CARRIES_MAIL.has(kind));
