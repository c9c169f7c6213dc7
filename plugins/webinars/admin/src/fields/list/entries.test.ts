import { entriesOf, keptEntries, moved, pastedEntries, repeatedLines } from './entries';

describe('a list of entries', () => {
  it('keeps what was typed once, trimmed and without blank lines', () => {
    expect(keptEntries([' Lean ', '', 'CRM', 'Lean', '   '])).toEqual(['Lean', 'CRM']);
  });

  it('marks a line that repeats an earlier one', () => {
    expect([...repeatedLines(['Lean', '', 'CRM', ' Lean', ''])]).toEqual([3]);
  });

  it('reads a stored list, and the text of one', () => {
    expect(entriesOf(['a', 3, 'b'])).toEqual(['a', 'b']);
    expect(entriesOf('["a"]')).toEqual(['a']);
    expect(entriesOf('not a list')).toEqual([]);
    expect(entriesOf(null)).toEqual([]);
  });

  it('takes a pasted list apart, line by line and without its bullets', () => {
    expect(pastedEntries('- Plan\r\n• Do\n\n  * Check\nAct – and learn')).toEqual([
      'Plan',
      'Do',
      'Check',
      'Act – and learn',
    ]);
  });

  it('moves an entry up and down', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });
});
