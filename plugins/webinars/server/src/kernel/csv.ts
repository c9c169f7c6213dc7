import { stringify } from 'csv-stringify/sync';

/** By this Excel knows UTF-8; without it, it takes a file for one of an older alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

// A line's end inside a cell is quoted, whichever of the three it is: by itself the library quotes only its own.
const SHAPE = { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true } as const;

/** A CSV file, batch after batch, with an apostrophe before whatever a spreadsheet would take for a formula (OWASP). */
export const csvOf = async function* (
  batches: AsyncIterable<readonly (readonly string[])[]>,
  delimiter: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK);
  for await (const records of batches) yield Buffer.from(stringify(records as string[][], { delimiter, ...SHAPE }));
};
