import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';

/** By this Excel knows UTF-8; without it, it takes a file for one of an older alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rows of cells as lines of CSV, with an apostrophe before whatever a spreadsheet would take for a formula. */
export const csvLines = (records: readonly (readonly string[])[], delimiter: string): string =>
  stringify(records as string[][], { delimiter, record_delimiter: 'windows', escape_formulas: true });

async function* written(batches: AsyncIterable<readonly (readonly string[])[]>, delimiter: string) {
  yield BYTE_ORDER_MARK;
  for await (const records of batches) yield csvLines(records, delimiter);
}

/** A CSV file, batch after batch. */
export const csvOf = (batches: AsyncIterable<readonly (readonly string[])[]>, delimiter: string): Readable =>
  Readable.from(written(batches, delimiter));
