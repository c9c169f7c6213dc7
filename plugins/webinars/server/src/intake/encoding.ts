import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../../contracts/intake';

const BOMS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const LOOKED_AT = 4096;

/** The share of zero bytes at even and at odd places: letters of Latin scripts have one in each pair, where it is UTF-16. */
const zeros = (bytes: Buffer, first: 0 | 1): number => {
  const end = Math.min(bytes.length, LOOKED_AT);
  let found = 0;
  for (let at = first; at < end; at += 2) if (bytes[at] === 0) found += 1;
  return end < 2 ? 0 : found / Math.floor(end / 2);
};

/** How a file's letters are written. What is no valid UTF-8 is taken for what Windows programs save. */
export const encodingOf = (bytes: Buffer): Encoding => {
  const marked = BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  const [even, odd] = [zeros(bytes, 0), zeros(bytes, 1)];
  if (odd > 0.3 && even < 0.1) return 'utf-16le';
  if (even > 0.3 && odd < 0.1) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

// What people choose when they mean a table: workbooks and archives (zip), old workbooks, documents, pictures.
const MAGIC = [
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  '%PDF',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u001f\u008b',
  'Rar!',
];

/** Whether it is a file of another kind, whatever its name says. */
export const isNoText = (bytes: Buffer): boolean =>
  MAGIC.some((magic) => bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1')));

const SLICE = 64 * 1024;

/**
 * A file's text, a piece at a time. The byte order mark is left out and every line ends alike, so that lines are counted as an editor
 * counts them.
 */
export function* textOf(bytes: Buffer, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  let carried = '';
  for (let at = 0; at <= bytes.length; at += SLICE) {
    const isLast = at + SLICE > bytes.length;
    const text = carried + decoder.decode(bytes.subarray(at, at + SLICE), { stream: !isLast });
    // A line's end may be cut in two.
    carried = !isLast && text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - carried.length).replace(/\r\n?/g, '\n');
  }
}
