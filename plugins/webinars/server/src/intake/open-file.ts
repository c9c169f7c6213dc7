import fs from 'node:fs/promises';
import {
  MOST_BYTES,
  MOST_COLUMNS,
  MOST_LINES,
  type Dialect,
  type DialectChoice,
  type IntakeSource,
} from '../../../contracts/intake';
import { conflict } from '../kernel/errors';
import { piece } from '../kernel/text';
import { readTable, type TableLine } from './csv';
import { encodingOf, isNoText, textOf } from './encoding';
import { recognise } from './recognise';
import { sourceOf } from './words';

/** A file that came with a request, where it was put for the time of the request. */
export type UploadedFile = { filepath: string; originalFilename: string | null; size: number };

export type OpenedFile = {
  dialect: Dialect;
  headings: string[];
  source: IntakeSource;
  /** What stands below the headings, read as it is asked for. */
  lines: AsyncIterable<TableLine>;
};

// As much as the headings of any report stand in, and few enough to be cut in four ways.
const BEGINNING = 64 * 1024;

const tooLarge = () =>
  conflict(
    'FILE_TOO_LARGE',
    `A file may have at most 10 MB, ${MOST_LINES} lines and ${MOST_COLUMNS} columns. Split it into parts. Nothing was kept.`,
  );

const notATable = () =>
  conflict(
    'NOT_A_TABLE',
    'This is not a CSV file. In Excel, choose "Save as" and "CSV UTF-8"; in Zoom and Eventbrite, export as CSV. Nothing was kept.',
  );

const beginningOf = (text: Iterable<string>): string => {
  let beginning = '';
  for (const piece of text) {
    beginning += piece;
    if (beginning.length >= BEGINNING) break;
  }
  return beginning;
};

/** Names for columns that have none. */
const named = (cells: readonly string[], columns: number): string[] =>
  Array.from(
    { length: columns },
    (_, at) => piece((cells[at] ?? '').replaceAll('\0', '').trim(), 0, 200) || `#${at + 1}`,
  );

const isDone = (result: IteratorResult<TableLine>): result is IteratorReturnResult<unknown> => result.done === true;

async function* within(first: TableLine | null, rest: AsyncIterator<TableLine>): AsyncGenerator<TableLine> {
  let count = 0;
  for (let line = first; line;) {
    count += 1;
    if (count > MOST_LINES) throw tooLarge();
    yield line;
    const next = await rest.next();
    line = isDone(next) ? null : next.value;
  }
}

/** Recognises a file and opens it: what its letters are, how it is cut, and which line names its columns. */
export const openFile = async (file: UploadedFile, chosen: DialectChoice): Promise<OpenedFile> => {
  if (file.size > MOST_BYTES) throw tooLarge();
  const bytes = await fs.readFile(file.filepath);
  if (bytes.length === 0 || isNoText(bytes)) throw notATable();
  const encoding = chosen.encoding ?? encodingOf(bytes);
  const beginning = beginningOf(textOf(bytes, encoding));
  if (beginning.split('\0').length > beginning.length / 100 + 1) throw notATable();
  const { delimiter, headerLine } = recognise(beginning, chosen);

  const table = readTable(textOf(bytes, encoding), delimiter)[Symbol.asyncIterator]();
  let header: string[] = [];
  let first: TableLine | null = null;
  for (let next = await table.next(); !isDone(next); next = await table.next()) {
    if (next.value.line > headerLine) {
      first = next.value;
      break;
    }
    if (next.value.line === headerLine) header = next.value.cells;
  }
  if (!first) throw conflict('EMPTY_FILE', 'There is nobody below the headings of this file. Nothing was kept.');
  const width = Math.max(header.length, headerLine === 0 ? first.cells.length : 1);
  if (width > MOST_COLUMNS) throw tooLarge();
  return {
    dialect: { encoding, delimiter, headerLine },
    headings: named(header, width),
    source: sourceOf(header),
    lines: within(first, table),
  };
};
