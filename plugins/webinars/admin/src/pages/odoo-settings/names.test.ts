import { lineOf, namesIn } from './names';

describe('names in one line', () => {
  it('are what stands between the commas, each once', () => {
    expect(namesIn(' Webinar Lead,Berlin , ,Berlin,')).toEqual(['Webinar Lead', 'Berlin']);
    expect(namesIn('')).toEqual([]);
  });

  it('are the same again after they were shown', () => {
    expect(namesIn(lineOf(['A', 'B c']))).toEqual(['A', 'B c']);
  });
});
