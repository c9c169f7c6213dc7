import { z } from 'zod';
import { catalogAnswer, catalogQuery, landingAnswer } from '../../../contracts/catalog';

const faulty = (query: unknown) => {
  const parsed = catalogQuery.safeParse(query);
  if (parsed.success) throw new Error('was accepted');
  return parsed.error.issues
    .flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path[0]))
    .sort();
};

describe('the catalog query', () => {
  it('asks for the first 25 upcoming sessions where nothing is said', () => {
    expect(catalogQuery.parse({})).toMatchObject({ timeframe: 'all-upcoming', locale: 'en', page: 1, pageSize: 25 });
  });

  it('takes a field that a form left empty as one left out', () => {
    expect(catalogQuery.parse({ category: '', expertise: ['', ''], page: '', search: '', price: '' })).toEqual(
      catalogQuery.parse({}),
    );
  });

  it('reads `all` as no filter', () => {
    expect(catalogQuery.parse({ price: 'all', language: 'all', consultantType: 'all', sessionType: 'all' })).toEqual(
      catalogQuery.parse({}),
    );
  });

  it('takes repeated values in every spelling of the query parser', () => {
    expect(catalogQuery.parse({ expertise: 'Lean' }).expertise).toEqual(['Lean']);
    expect(catalogQuery.parse({ expertise: ['Lean', 'AI'] }).expertise).toEqual(['Lean', 'AI']);
    expect(catalogQuery.parse({ expertise: { 0: 'Lean', 1: 'AI' } }).expertise).toEqual(['Lean', 'AI']);
  });

  it('names every faulty parameter at once', () => {
    expect(
      faulty({
        timeframe: 'soon',
        difficulty: 'hard',
        minRating: '9',
        page: '0',
        pageSize: '101',
        sort: 'relevance',
        locale: 'fr',
        category: ['a', 'b'],
        expertise: { a: 'b' },
        hasFollowUp: 'maybe',
        tagg: 'x',
      }),
    ).toEqual([
      'category',
      'difficulty',
      'expertise',
      'hasFollowUp',
      'locale',
      'minRating',
      'page',
      'pageSize',
      'sort',
      'tagg',
      'timeframe',
    ]);
  });

  it('refuses numbers that only look like numbers', () => {
    for (const page of ['1e3', '-1', '1.5', '0x10', ' 1', '99999999999999999999'])
      expect(faulty({ page })).toEqual(['page']);
  });

  it('sorts by relevance only where something is searched', () => {
    expect(catalogQuery.parse({ sort: 'relevance', search: 'lean' }).sort).toBe('relevance');
    expect(faulty({ sort: 'relevance' })).toEqual(['sort']);
  });

  it('loses characters that no database can store', () => {
    expect(catalogQuery.parse({ search: ' le\u0000an \ud800' }).search).toBe('le an');
  });
});

describe('the contract', () => {
  it('can be written as JSON Schema', () => {
    expect(() => z.toJSONSchema(catalogQuery, { io: 'input' })).not.toThrow();
    expect(() => z.toJSONSchema(catalogAnswer)).not.toThrow();
    expect(() => z.toJSONSchema(landingAnswer)).not.toThrow();
  });
});
