import type { Random } from '../random';

/** What a motif is drawn on and with. */
export type Canvas = { width: number; height: number; random: Random; palette: Palette };

/** Ground from dark to bright, one warm accent, one light ink. */
export type Palette = { deep: string; mid: string; bright: string; accent: string; ink: string };

/** A number as short as the eye allows. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

type Attributes = Record<string, string | number | undefined>;

/** One element. Attributes that are undefined are left out. */
export const el = (name: string, attributes: Attributes, ...children: string[]): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : String(value)}"`)
    .join('');
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
};

export const circle = (cx: number, cy: number, r: number, rest: Attributes): string =>
  el('circle', { cx, cy, r, ...rest });

export const rect = (x: number, y: number, width: number, height: number, rest: Attributes): string =>
  el('rect', { x, y, width, height, ...rest });

export const path = (d: string, rest: Attributes): string => el('path', { d, ...rest });

export const polygon = (points: [number, number][], rest: Attributes): string =>
  el('polygon', { points: points.map(([x, y]) => `${n(x)},${n(y)}`).join(' '), ...rest });

/** Corners of a regular polygon. */
export const corners = (cx: number, cy: number, r: number, sides: number, turn = 0): [number, number][] =>
  Array.from({ length: sides }, (_, i) => {
    const angle = turn + (i / sides) * 2 * Math.PI;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });

/** A whole picture. Decorative: whoever shows it gives it its words. */
export const picture = (width: number, height: number, ...children: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${children.join('')}</svg>\n`;
