const HEX = /^#[0-9a-f]{6}$/i;
const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** WCAG 2: how bright a colour is, from 0 to 1. */
const luminance = (colour: string): number => {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

/** WCAG 2: from 1 (the same) to 21 (black on white). */
export const contrast = (one: string, other: string): number => {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
};

const ENOUGH = 4.5;

const mix = (colour: string, into: string, share: number): string => {
  const target = channels(into);
  const mixed = channels(colour).map((channel, index) => Math.round(channel + (target[index]! - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

/** The colour, as far towards black or white as it takes to be read on the ground. */
const readableOn = (colour: string, ground: string): string => {
  const towards = luminance(ground) > 0.5 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, towards, share);
    if (contrast(candidate, ground) >= ENOUGH) return candidate;
  }
  return towards;
};

export const LIGHT_GROUND = '#f1f1f5';
export const DARK_GROUND = '#1f1f27';

export type Colours = { fill: string; ink: string; link: string; linkOnDark: string };

const FALLBACK = '#4945ff';
const known = new Map<string, Colours>();

/** What follows from the brand's colour: a button, the words on it, and links on light and dark ground, all of them readable. */
export const coloursOf = (brand: string): Colours => {
  const fill = HEX.test(brand) ? brand : FALLBACK;
  const kept = known.get(fill);
  if (kept) return kept;
  const colours = {
    fill,
    ink: contrast('#ffffff', fill) >= contrast('#16161d', fill) ? '#ffffff' : '#16161d',
    link: readableOn(fill, LIGHT_GROUND),
    linkOnDark: readableOn(fill, DARK_GROUND),
  };
  // A brand has one colour; a preview may try some.
  if (known.size > 100) known.clear();
  known.set(fill, colours);
  return colours;
};
