import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

/**
 * Rows of cells as CSV, written as they come: with a byte order mark, by which Excel knows UTF-8, and with an apostrophe before whatever a
 * spreadsheet would take for a formula.
 */
export const csvOf = (rows: AsyncIterable<readonly string[]>, delimiter = ','): Readable =>
  Readable.from(rows).pipe(stringify({ bom: true, delimiter, escape_formulas: true, record_delimiter: 'windows' }));
