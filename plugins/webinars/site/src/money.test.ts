import { majorUnits, moneyOf } from './money';

describe('money', () => {
  it('is told in the reader’s language, from minor units', () => {
    expect(moneyOf(123456, 'EUR', 'en')).toBe('€1,234.56');
    expect(moneyOf(123456, 'EUR', 'de')).toBe('1.234,56\u00a0€');
  });

  it('has as many minor units as its currency', () => {
    expect(majorUnits(9900, 'JPY')).toBe(9900);
    expect(majorUnits(9900, 'EUR')).toBe(99);
    expect(majorUnits(9900, 'KWD')).toBe(9.9);
  });
});
