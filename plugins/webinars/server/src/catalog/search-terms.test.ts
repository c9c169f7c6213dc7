import { searchTerms } from './search-terms';

const unfinished = (typed: string) => searchTerms(typed).unfinished;

describe('search terms', () => {
  it('take the last word as one that may be unfinished', () => {
    expect(unfinished('lean produ')).toEqual({ before: 'lean', joint: 'and', start: 'produ' });
    expect(unfinished('Führ')).toEqual({ before: '', joint: 'and', start: 'Führ' });
  });

  it('keep an or before it', () => {
    expect(unfinished('lean or produ')).toEqual({ before: 'lean', joint: 'or', start: 'produ' });
  });

  it('leave phrases and open quotes alone', () => {
    expect(unfinished('"lean production"')).toBeNull();
    expect(unfinished('"lean produ')).toBeNull();
    expect(unfinished('"lean" produ')).toEqual({ before: '"lean"', joint: 'and', start: 'produ' });
  });

  it('take an exclusion by its word', () => {
    expect(searchTerms('lean -workshop')).toEqual({ all: 'lean -workshop', isPlainToo: false, unfinished: null });
    expect(searchTerms('e-commerce').isPlainToo).toBe(true);
  });

  it('find nothing unfinished in what is no word', () => {
    for (const typed of ['', '-', '!!!', "':*", 'a', '&|!()<->', 'x:*', '😀']) expect(unfinished(typed)).toBeNull();
  });
});
