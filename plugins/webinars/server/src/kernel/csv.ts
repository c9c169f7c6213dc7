import { stringify } from 'csv-stringify/sync';

/** By this Excel knows UTF-8; without it, it takes a file for one of an older alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/** A CSV file, batch after batch, with an apostrophe before whatever a spreadsheet would take for a formula (OWASP). */
export const csvOf = async function* (
  batches: AsyncIterable<readonly (readonly string[])[]>,
  delimiter: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK);
  for await (const records of batches)
    yield Buffer.from(
      stringify(records as string[][], {
        delimiter,
        record_delimiter: 'windows',
        escape_formulas: true,
        // Half of the end of a line is one to many a reader.
        quoted_match: /[\r\n]/,
      }),
    );
};
