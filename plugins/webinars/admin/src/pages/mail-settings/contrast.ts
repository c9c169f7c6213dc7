const HEX = /^#[0-9a-f]{6}$/i;

/** WCAG 2: how bright a colour is, from 0 to 1. */
const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

/** WCAG 2: the contrast of a colour with white, from 1 to 21. Null where it is no colour. */
export const contrastWithWhite = (colour: string): number | null =>
  HEX.test(colour) ? 1.05 / (luminance(colour) + 0.05) : null;

/** What small text needs to be read by nearly everybody. */
export const ENOUGH = 4.5;
