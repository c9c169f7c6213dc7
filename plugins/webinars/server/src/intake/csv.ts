import { Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import type { Delimiter } from '../../../contracts/intake';
import { conflict } from '../kernel/errors';

export const CHARACTER: Record<Delimiter, string> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

/** A line of a table: where it begins in the file, and its cells. */
export type TableLine = { line: number; cells: string[] };

// A quotation mark that is never closed makes the rest of the file one cell.
const LONGEST_LINE = 200_000;

const options = (delimiter: Delimiter): Options => ({
  delimiter: CHARACTER[delimiter],
  record_delimiter: '\n',
  info: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_LINE,
});

type Parsed = { record: string[]; info: { lines: number } };

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** The parser tells where a record ends; people look for where it begins. */
const tableLine = ({ record, info }: Parsed): TableLine => ({ line: info.lines - linesIn(record), cells: record });

const unreadable = (error: CsvError, lastLine: number) =>
  conflict(
    'CSV_UNREADABLE',
    `From line ${lastLine + 1} on the file cannot be read as a table: a quotation mark is opened and not closed. Nothing was kept.`,
    { line: lastLine + 1, reason: error.code },
  );

/** The lines of a table as they are read; empty ones are left out. */
export async function* readTable(text: Iterable<string>, delimiter: Delimiter): AsyncGenerator<TableLine> {
  let last = 0;
  // Where it fails, records that were read wait to be asked for and are dropped: so they are counted as they are read.
  const onRecord: Options['on_record'] = (record: string[], { lines }) => {
    last = lines;
    return record;
  };
  const parser = Readable.from(text).pipe(parse({ ...options(delimiter), on_record: onRecord }));
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      if (!isBlank(parsed.record)) yield tableLine(parsed);
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, last) : error;
  }
}

/** The first lines of a text that may be cut off anywhere, for a guess; what cannot be read is skipped. */
export const firstLines = (text: string, delimiter: Delimiter, most: number): TableLine[] =>
  (parseSync(text, { ...options(delimiter), to: most, skip_records_with_error: true }) as unknown as Parsed[])
    .filter(({ record }) => !isBlank(record))
    .map(tableLine);
