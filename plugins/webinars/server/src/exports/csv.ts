import { stringify } from 'csv-stringify/sync';
import type { RosterRow } from '../../../contracts/roster';
import type { Separator } from '../../../contracts/exports';
import type { Cell, Column } from './columns';
import { neutral } from './neutral';

// Without it Excel takes the file for one of an older alphabet.
const BYTE_ORDER_MARK = '\ufeff';

/** A date as spreadsheets of every language read it. */
const moment = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

/** A number as the spreadsheet that is asked by this separator writes it: where `;` parts columns, a comma parts the digits. */
const number = (value: number, separator: Separator): string =>
  separator === ';' ? String(value).replace('.', ',') : String(value);

const written = (cell: Cell, separator: Separator): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return moment(cell);
  return typeof cell === 'number' ? number(cell, separator) : neutral(cell);
};

/** A CSV file, batch after batch. */
export const toCsv = async function* (
  batches: AsyncIterable<RosterRow[]>,
  columns: readonly Column[],
  separator: Separator,
): AsyncGenerator<Buffer> {
  const lines = (records: string[][]) =>
    Buffer.from(stringify(records, { delimiter: separator, record_delimiter: 'windows' }));
  yield Buffer.from(BYTE_ORDER_MARK);
  yield lines([columns.map(({ header }) => neutral(header))]);
  for await (const rows of batches)
    yield lines(rows.map((row) => columns.map(({ cell }) => written(cell(row), separator))));
};
