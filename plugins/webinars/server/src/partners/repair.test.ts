import { repairsOf } from './repair';

type Mended = Parameters<typeof repairsOf>[0][number];

const changed: Mended = {
  kind: 'event',
  record: 'a',
  session: 'a',
  difference: 'changed',
  fields: [{ name: 'name' }],
};

describe('what a repair does with a record', () => {
  it('sends again the fields that differ, and no others', () => {
    expect(repairsOf([{ ...changed, fields: [{ name: 'name' }, { name: 'date_begin' }] }])).toEqual([
      { kind: 'event', record: 'a', session: 'a', isDeleted: false, fields: ['name', 'date_begin'] },
    ]);
  });

  it('is one deed where it differs in several ways', () => {
    const stale: Mended = { ...changed, difference: 'stale', fields: [{ name: 'date_tz' }] };
    expect(repairsOf([stale, changed])).toEqual([expect.objectContaining({ fields: ['date_tz', 'name'] })]);
  });

  it('sends all of what was deleted or never was there', () => {
    const deleted: Mended = { ...changed, difference: 'deleted', fields: [] };
    expect(repairsOf([changed, deleted])).toEqual([expect.objectContaining({ isDeleted: true, fields: null })]);
    expect(repairsOf([{ ...deleted, difference: 'missing' }])).toEqual([
      expect.objectContaining({ isDeleted: false, fields: null }),
    ]);
  });
});
