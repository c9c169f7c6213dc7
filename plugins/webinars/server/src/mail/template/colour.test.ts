import fc from 'fast-check';
import { coloursOf, contrast, DARK_GROUND, LIGHT_GROUND } from './colour';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the colours of a brand', () => {
  it('can be read, whatever the brand’s colour is', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        const { fill, ink, link, linkOnDark } = coloursOf(brand);
        expect(fill).toBe(brand);
        expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.2);
        expect(contrast(link, LIGHT_GROUND)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(link, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(linkOnDark, DARK_GROUND)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('are of the house where the brand’s is none', () => {
    expect(coloursOf('red;}').fill).toBe('#4945ff');
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
