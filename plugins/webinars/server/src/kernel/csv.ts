import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { stringify as stringifyNow } from 'csv-stringify/sync';

// A line's end inside a cell is quoted, whichever of the three it is: by itself the library quotes only its own.
const SHAPE = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/**
 * Rows of cells as CSV, written as they come: with a byte order mark, by which Excel knows UTF-8, and with an apostrophe before whatever a
 * spreadsheet would take for a formula.
 */
export const csvOf = (rows: AsyncIterable<readonly string[]>, delimiter = ','): Readable =>
  Readable.from(rows).pipe(stringify({ bom: true, delimiter, escape_formulas: true, ...SHAPE }));

/** Some lines of a CSV file, for whoever writes them when they are asked for. Nothing is made harmless here. */
export const csvLines = (records: readonly (readonly string[])[], delimiter: string): string =>
  stringifyNow([...records], { delimiter, ...SHAPE });
