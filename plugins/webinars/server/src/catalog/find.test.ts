import { catalogQuery } from '../../../contracts/catalog';
import { find } from './find';
import { sessionsIn } from './judge';
import { unpack } from './programme';
import { timeframeOf } from './timeframe';

const now = new Date('2030-05-15T10:00:00Z');
const DAY = 24 * 60 * 60_000;

const person = (id: number, name: string, type: string, level: string, expertise: unknown) =>
  [id, `p${id}`, name.toLowerCase(), name, type, level, expertise, [], null, id === 1] as const;

// Sessions 1 to 4 are ahead, 5 and 6 are over. Ada is known by a second slug in German.
const programme = unpack({
  topics: [
    [1, 'lean', 'beginner', ['a', 'b', 'a']],
    [2, 'data', 'advanced', null],
  ],
  people: [
    [...person(1, 'Ada', 'internal', 'senior', ['x', 'y'])],
    [11, 'p1', 'ada-de', 'Ada', 'internal', 'senior', ['x', 'y'], [], null, true],
    [...person(2, 'Bob', 'partner', 'junior', ['y'])],
  ],
  sessions: [
    [5, +now - 3 * DAY, 60, true, 'en', 'workshop', 0, null, null, 1, [1]],
    [6, +now - 2 * DAY, 60, false, 'en', 'workshop', 0, null, null, 1, [2]],
    [1, +now + 1 * DAY, 60, false, 'en', 'workshop', 0, null, null, 1, [1]],
    [2, +now + 2 * DAY, 60, false, 'de', 'workshop', 500, 100, +now + DAY, 1, [2, 1]],
    [3, +now + 3 * DAY, 60, false, 'de', 'q-and-a', 300, null, null, 2, [2]],
    [4, +now + 4 * DAY, 60, false, 'en', null, null, null, null, null, null],
  ],
});

const ask = (given: Record<string, unknown>, weights = {}) => {
  const query = catalogQuery.parse(given);
  const candidates = sessionsIn(programme, timeframeOf(query.timeframe, now, 'UTC'), now);
  return find(
    programme,
    candidates,
    query,
    { hits: null, averages: new Map(), popularity: new Map(), ...weights },
    now,
  );
};
const count = (given: Record<string, unknown>, facet: 'expertise' | 'category' | 'price' | 'tag' | 'consultantType') =>
  Object.fromEntries(ask(given).facets[facet].map(({ value, count: sessions }) => [value, sessions]));

describe('finding sessions', () => {
  it('shows what is ahead by date, and what is over with the latest first', () => {
    expect(ask({}).ids).toEqual([1, 2, 3, 4]);
    expect(ask({ timeframe: 'past' }).ids).toEqual([6, 5]);
    expect(ask({ timeframe: 'past', sort: 'date' }).ids).toEqual([5, 6]);
  });

  it('goes by the price of the moment', () => {
    expect(ask({ sort: 'price' }).ids).toEqual([1, 4, 2, 3]);
    expect(ask({ sort: '-price' }).ids).toEqual([3, 2, 1, 4]);
    expect(ask({ price: 'free' }).ids).toEqual([1, 4]);
  });

  it('goes by the first on stage where the order is by rating, by seats taken where it is by popularity', () => {
    expect(ask({ sort: 'rating' }, { averages: new Map([['p2', 4]]) }).ids).toEqual([2, 3, 1, 4]);
    expect(ask({ sort: 'popularity' }, { popularity: new Map([[3, 9]]) }).ids).toEqual([3, 1, 2, 4]);
  });

  it('goes by the answer where something is searched', () => {
    const hits = new Map([
      [1, 0.1],
      [2, 0.5],
      [3, 0.3],
      [4, 0.3],
    ]);
    expect(ask({ search: 'any' }, { hits }).ids).toEqual([2, 3, 4, 1]);
  });

  it('finds a person by the slug of any language', () => {
    expect(ask({ speaker: 'ada-de' }).ids).toEqual([1, 2]);
    expect(ask({ speaker: 'p1' }).ids).toEqual([1, 2]);
  });

  it('asks one person on the stage to be all that is asked of people', () => {
    expect(ask({ consultantType: 'partner', experienceLevel: 'junior' }).ids).toEqual([2, 3]);
    expect(ask({ consultantType: 'partner', experienceLevel: 'senior' }).ids).toEqual([]);
    expect(ask({ consultantType: 'partner', minRating: '3' }, { averages: new Map([['p1', 5]]) }).ids).toEqual([]);
  });

  it('leaves nobody out for a lowest rating of nothing', () => {
    expect(ask({ minRating: '0' }).ids).toEqual([1, 2, 3, 4]);
  });

  it('keeps a session without topic and people where nothing is asked of them', () => {
    expect(ask({ language: 'en' }).ids).toEqual([1, 4]);
    expect(ask({ category: 'lean' }).ids).toEqual([1, 2]);
  });
});

describe('counting facets', () => {
  it('leaves a facet’s own filter aside, and no other', () => {
    expect(count({ category: 'data' }, 'category')).toEqual({ lean: 2, data: 1 });
    expect(count({ category: 'data' }, 'price')).toEqual({ paid: 1 });
    expect(count({ category: 'data', price: 'free' }, 'category')).toEqual({ lean: 1 });
    expect(count({ consultantType: 'internal' }, 'consultantType')).toEqual({ internal: 2, partner: 2 });
  });

  it('counts a session once, however many on its stage share a value, and a tag that is there twice', () => {
    expect(count({}, 'expertise')).toEqual({ x: 2, y: 3 });
    expect(count({}, 'tag')).toEqual({ a: 2, b: 2 });
  });
});
