import fc from 'fast-check';
import { conflictsOf, reachOf, type Slot } from './conflicts';

const RULES = { gapMinutes: 30, audienceMinutes: 120 };
const ADA = { documentId: 'ada', name: 'Ada' };
const BEN = { documentId: 'ben', name: 'Ben' };

const at = (time: string) => new Date(`2030-05-06T${time}:00Z`);
const aSlot = (given: Partial<Slot> = {}): Slot => ({
  documentId: 'one',
  datetime: at('10:00'),
  duration: 60,
  state: 'published',
  people: [ADA],
  category: null,
  ...given,
});
const another = (given: Partial<Slot> = {}): Slot => aSlot({ documentId: 'two', ...given });
const kinds = (one: Slot, other: Slot) => conflictsOf(one, [other], RULES).map(({ kind }) => kind);

const slot = (documentId: string) =>
  fc.record({
    documentId: fc.constant(documentId),
    datetime: fc.integer({ min: 0, max: 2 * 24 * 60 }).map((minutes) => new Date(+at('00:00') + minutes * 60_000)),
    duration: fc.integer({ min: 1, max: 1440 }),
    state: fc.constantFrom('draft', 'published', 'live', 'completed', 'cancelled'),
    people: fc.subarray([ADA, BEN]),
    category: fc.constantFrom(null, 'strategy', 'technology'),
  });
const rules = fc.record({
  gapMinutes: fc.integer({ min: 0, max: 240 }),
  audienceMinutes: fc.integer({ min: 0, max: 600 }),
});

describe('two sessions', () => {
  it('cannot both have somebody at once, in whatever part on stage', () => {
    const [found] = conflictsOf(aSlot({ people: [ADA, BEN] }), [another({ datetime: at('10:59') })], RULES);
    expect(found).toMatchObject({ kind: 'double_booked', people: ['Ada'], gapMinutes: 0 });
  });

  it('may follow each other once the gap is long enough', () => {
    expect(kinds(aSlot(), another({ datetime: at('11:00') }))).toEqual(['short_gap']);
    expect(kinds(aSlot(), another({ datetime: at('11:29') }))).toEqual(['short_gap']);
    expect(kinds(aSlot(), another({ datetime: at('11:30') }))).toEqual([]);
  });

  it('compete for the same audience within two hours, whoever speaks', () => {
    const strategy = { category: 'strategy', people: [BEN] };
    const ours = aSlot({ category: 'strategy' });
    expect(kinds(ours, another({ ...strategy, datetime: at('12:59') }))).toEqual(['same_audience']);
    expect(kinds(ours, another({ ...strategy, datetime: at('13:00') }))).toEqual([]);
    expect(kinds(ours, another({ ...strategy, category: 'technology' }))).toEqual([]);
  });

  it('leave each other alone where one was cancelled or is over', () => {
    expect(kinds(aSlot(), another({ state: 'cancelled' }))).toEqual([]);
    expect(kinds(aSlot({ state: 'completed' }), another())).toEqual([]);
  });

  it('are in each other’s way, or neither is', () => {
    fc.assert(
      fc.property(slot('one'), slot('two'), rules, (one, other, given) => {
        const seen = (mine: Slot, theirs: Slot) =>
          conflictsOf(mine, [theirs], given).map(({ kind, people, gapMinutes }) => ({
            kind,
            people: [...people].sort(),
            gapMinutes,
          }));
        expect(seen(one, other)).toEqual(seen(other, one));
      }),
    );
  });

  it('move together without a difference', () => {
    const later = (given: Slot, minutes: number) => ({
      ...given,
      datetime: new Date(+given.datetime + minutes * 60_000),
    });
    fc.assert(
      fc.property(slot('one'), slot('two'), rules, fc.integer({ min: -9999, max: 9999 }), (one, other, given, by) => {
        expect(conflictsOf(later(one, by), [later(other, by)], given)).toMatchObject(
          conflictsOf(one, [other], given).map(({ kind, people, gapMinutes }) => ({ kind, people, gapMinutes })),
        );
      }),
    );
  });

  it('have no conflict that stricter rules would not find', () => {
    fc.assert(
      fc.property(slot('one'), slot('two'), rules, fc.nat(300), (one, other, given, more) => {
        const strict = { gapMinutes: given.gapMinutes + more, audienceMinutes: given.audienceMinutes + more };
        const found = conflictsOf(one, [other], strict).map(({ kind }) => kind);
        for (const { kind } of conflictsOf(one, [other], given)) expect(found).toContain(kind);
      }),
    );
  });

  it('are never in conflict where one lies outside of the other’s reach', () => {
    fc.assert(
      fc.property(slot('one'), slot('two'), rules, (one, other, given) => {
        const { from, to } = reachOf(one, given);
        const ends = +other.datetime + other.duration * 60_000;
        if (ends <= +from || +other.datetime >= +to) expect(conflictsOf(one, [other], given)).toEqual([]);
      }),
    );
  });
});
