import { contrast, GROUND, paletteOf } from './palette';

describe('a brand’s colour', () => {
  it.each(['#4945ff', '#ffffff', '#000000', '#ffdd00', '#e2001a', '#7fffd4', '#808080'])(
    'is readable on light and on dark, and so is what stands on it: %s',
    (colour) => {
      const { light, dark, onLight, onDark } = paletteOf(colour);
      for (const ground of GROUND.light) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of GROUND.dark) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('stays as it is where it can be read', () => {
    expect(paletteOf('#4945ff').light).toBe('#4945ff');
  });
});
