/** Red, green and blue, from 0 to 255. */
type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

// WCAG 2.2: relative luminance and contrast ratio.
const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** How well one colour reads on another, from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [high, low] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => part + (to[at]! - part) * share) as unknown as Rgb;

// A little more than WCAG's 4.5, for what rounding takes away.
const ENOUGH = 4.6;

/** The colour itself, or as much nearer to `towards` as it takes to be read on each of the grounds. */
const readable = (hex: string, grounds: readonly string[], towards: string): string => {
  for (let share = 0; share <= 1; share += 0.05) {
    const tried = hexOf(mixed(rgbOf(hex), rgbOf(towards), share));
    if (grounds.every((ground) => contrast(tried, ground) >= ENOUGH)) return tried;
  }
  return towards;
};

export const GROUND = { light: ['#ffffff', '#f6f6f9', '#eeeef4'], dark: ['#15151c', '#1d1d27', '#262633'] } as const;

/** A brand's colour made readable: as links and buttons on light and on dark, and what is written on those buttons. */
export const paletteOf = (colour: string) => {
  const light = readable(colour, GROUND.light, '#000000');
  const dark = readable(colour, GROUND.dark, '#ffffff');
  const on = (ground: string) => (contrast('#ffffff', ground) >= ENOUGH ? '#ffffff' : '#000000');
  return { light, dark, onLight: on(light), onDark: on(dark) };
};
