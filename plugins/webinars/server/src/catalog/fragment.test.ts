import { raw, sql } from './fragment';

describe('a piece of SQL', () => {
  it('binds values and splices fragments, in the order of their question marks', () => {
    const inner = sql`b = ${2} and ${raw('c')} = ${[3]}`;
    expect(sql`select a = ${1} and ${inner} and d = ${"'; drop"}`).toEqual({
      text: 'select a = ? and b = ? and c = ? and d = ?',
      bindings: [1, 2, [3], "'; drop"],
    });
  });

  it('binds null and objects as values', () => {
    expect(sql`${null}, ${new Date(0)}`).toEqual({ text: '?, ?', bindings: [null, new Date(0)] });
  });
});
