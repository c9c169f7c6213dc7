import type { RunSheetItem } from '../../../../contracts/run-sheet';
import { arrange, isMoving, LATEST } from './arrange';

const NOW = '2026-06-08T08:00:00.000Z';
const hours = (count: number): string => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();

const starts = (at: string, state: RunSheetItem['state'] = 'planned'): RunSheetItem => ({
  id: `starts ${at}`,
  kind: 'starts',
  at,
  state,
  actions: [],
});
const mails = (at: string, state: RunSheetItem['state']): RunSheetItem => ({
  id: `mails ${at}`,
  kind: 'mails',
  template: 'confirmation',
  at,
  since: at,
  state,
  actions: ['preview'],
  mails: { sent: 1, waiting: 0, failed: 0, skipped: 0, cancelled: 0 },
});

describe('a run sheet on the page', () => {
  it('is cut at now: what is of this very instant has happened', () => {
    const { past, ahead } = arrange([starts(hours(-1), 'done'), starts(NOW, 'done'), starts(hours(1))], NOW, 'all');
    expect(past.map(({ at }) => at)).toEqual([hours(-1), NOW]);
    expect(ahead.map(({ at }) => at)).toEqual([hours(1)]);
  });

  it('puts what is long past away, but not for the sake of one or two lines', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => starts(hours(index - count), 'done'));
    expect(arrange(many(LATEST + 2), NOW, 'all').earlier).toHaveLength(0);
    const { earlier, past } = arrange(many(LATEST + 5), NOW, 'all');
    expect([earlier.length, past.length]).toEqual([5, LATEST]);
    expect(past.at(-1)?.at).toBe(hours(-1));
  });

  it('shows only what reaches people, or only what needs somebody, where that is asked for', () => {
    const items = [mails(hours(-2), 'failed'), mails(hours(-1), 'done'), starts(hours(1))];
    expect(arrange(items, NOW, 'mails').past).toHaveLength(2);
    expect(arrange(items, NOW, 'mails').ahead).toHaveLength(0);
    expect(arrange(items, NOW, 'attention').past.map(({ state }) => state)).toEqual(['failed']);
  });

  it('moves while mails are due, and not for what waits without them', () => {
    expect(isMoving([mails(hours(-1), 'done')])).toBe(false);
    expect(isMoving([mails(hours(-1), 'due')])).toBe(true);
    expect(isMoving([starts(hours(-1), 'due')])).toBe(false);
  });
});
