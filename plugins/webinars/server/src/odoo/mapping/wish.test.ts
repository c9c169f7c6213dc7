import fc from 'fast-check';
import { changedFields, digestOf, digestsOf, majorUnits, odooTime } from './wish';

describe('the fields that are sent', () => {
  it('are those that changed here since they were last sent, and no others', () => {
    const sent = digestsOf({ name: 'Ada', phone: false, tags: ['one', 'two'] });
    expect(changedFields({ name: 'Ada', phone: false, tags: ['one', 'two'] }, sent)).toEqual([]);
    expect(changedFields({ name: 'Ada', phone: '1', tags: ['two'] }, sent)).toEqual(['phone', 'tags']);
    expect(changedFields({ name: 'Ada', company: 'Mills' }, sent)).toEqual(['company']);
    expect(changedFields({ name: 'Ada', phone: false }, {})).toEqual(['name', 'phone']);
  });

  it('are none right after a wish was sent, whatever it says', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (wish) => {
        expect(changedFields(wish, digestsOf(wish))).toEqual([]);
      }),
    );
  });

  it('are known again by a digest that tells nothing of a person', () => {
    expect(digestOf('ada@example.com')).toMatch(/^[\w-]{10}$/);
    expect(digestOf('ada@example.com')).not.toBe(digestOf('bob@example.com'));
    expect(digestOf(undefined)).toBe(digestOf(null));
  });
});

describe('values as Odoo writes them', () => {
  it('has instants in UTC without a zone, and no fractions', () => {
    expect(odooTime(new Date('2027-03-28T03:30:00.999+02:00'))).toBe('2027-03-28 01:30:00');
  });

  it('counts money in the unit of its currency', () => {
    expect([majorUnits(12_350, 'EUR'), majorUnits(5000, 'JPY'), majorUnits(1500, 'KWD')]).toEqual([123.5, 5000, 1.5]);
  });
});
