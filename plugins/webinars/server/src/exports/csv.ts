import type { RosterRow } from '../../../contracts/roster';
import type { Separator } from '../../../contracts/exports';
import { csvOf } from '../kernel/csv';
import type { Cell, Column } from './columns';

/** A date as spreadsheets of every language read it. */
const moment = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

/** A number as the spreadsheet that is asked by this separator writes it: where `;` parts columns, a comma parts the digits. */
const number = (value: number, separator: Separator): string =>
  separator === ';' ? String(value).replace('.', ',') : String(value);

const written = (cell: Cell, separator: Separator): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return moment(cell);
  return typeof cell === 'number' ? number(cell, separator) : cell;
};

/** A CSV file, batch after batch. */
export const toCsv = (
  batches: AsyncIterable<RosterRow[]>,
  columns: readonly Column[],
  separator: Separator,
): AsyncGenerator<Buffer> => {
  const records = async function* () {
    yield [columns.map(({ header }) => header)];
    for await (const rows of batches) yield rows.map((row) => columns.map(({ cell }) => written(cell(row), separator)));
  };
  return csvOf(records(), separator);
};
