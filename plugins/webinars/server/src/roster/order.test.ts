import { ROSTER_SORTS, type RosterOrder } from '../../../contracts/roster';
import { cursorOf, orderOf, placeOf } from './order';

const order: RosterOrder = { sort: 'registered', direction: 'desc' };

describe('a place in the list', () => {
  it('travels in an address and comes back as it was', () => {
    const place = ['2026-03-02 10:00:00.123456', '42'];
    expect(placeOf(cursorOf(order, place), order)).toEqual(place);
  });

  it('is good for its own order only, and for nothing that was tampered with', () => {
    const cursor = cursorOf(order, ['2026-03-02 10:00:00', '42']);
    expect(() => placeOf(cursor, { ...order, direction: 'asc' })).toThrow('not known');
    expect(() => placeOf(cursor, { sort: 'name', direction: 'desc' })).toThrow('not known');
    for (const spoilt of [['2026-03-02 10:00:00'], ['now()', '42'], ['2026-03-02 10:00:00', '42; drop']]) {
      expect(() => placeOf(cursorOf(order, spoilt), order)).toThrow('not known');
    }
    expect(() => placeOf('bm90IGpzb24', order)).toThrow('not known');
  });
});

describe('an order', () => {
  it.each(ROSTER_SORTS)('by %s ends with the row’s own id, and looks the other way backwards', (sort) => {
    const { by, behind, place } = orderOf({ sort, direction: 'asc' });
    expect(by(false)).toMatch(/r\.id asc$/);
    expect(by(true)).toMatch(/r\.id desc$/);
    expect(behind(['1', '2'], false).text).toContain('>');
    expect(behind(['1', '2'], true).text).toContain('<');
    expect(place).toMatch(/\(r\.id\)::text\]$/);
  });
});
