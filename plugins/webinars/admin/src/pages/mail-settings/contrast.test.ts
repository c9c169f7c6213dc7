import { contrastWithWhite } from './contrast';

describe('the contrast of a colour with white', () => {
  it('goes from 1 to 21', () => {
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
    expect(contrastWithWhite('#000000')).toBeCloseTo(21);
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
  });

  it('is unknown where there is no colour yet', () => {
    expect(contrastWithWhite('#12')).toBeNull();
    expect(contrastWithWhite('red')).toBeNull();
  });
});
