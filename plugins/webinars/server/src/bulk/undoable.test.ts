import { STAFF_DEEDS } from '../../../contracts/bulk';
import { undoable, undoingOf, type Ended } from './undoable';

const ended: Ended = { deed: 'cancel', state: 'done', changed: 3, isUndone: false, isForgotten: false };

describe('a bulk action', () => {
  it('is taken back where another deed does so', () => {
    for (const deed of STAFF_DEEDS) {
      const answer = undoable({ ...ended, deed });
      expect([deed, answer === 'yes']).toEqual([deed, undoingOf(deed) !== null]);
    }
  });

  it('that approved people is not: they were told, and the page says so before', () => {
    expect(undoable({ ...ended, deed: 'approve', state: 'chosen' })).toBe('approval_was_told');
  });

  it('is taken back once, after its end, and only what it did', () => {
    expect(undoable({ ...ended, state: 'running' })).toBe('not_ended');
    expect(undoable({ ...ended, state: 'stopped' })).toBe('yes');
    expect(undoable({ ...ended, isUndone: true })).toBe('undone_already');
    expect(undoable({ ...ended, changed: 0 })).toBe('nothing_done');
    expect(undoable({ ...ended, isForgotten: true })).toBe('forgotten');
  });
});
