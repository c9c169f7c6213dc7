import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { RosterRow } from '../../../contracts/roster';
import type { Cell, Column } from './columns';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

// What XML 1.0 cannot say at all, half a pair of surrogates included.
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text for XML. */
export const xml = (text: string): string =>
  text.replace(UNSAYABLE, '').replace(/[&<>"\r]/g, (letter) => ESCAPED[letter]!);

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const ROOT = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const OF_WORKBOOK = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

/** Cells' styles, by their place in the list below. */
const STYLE = { text: 1, head: 2, date: 3 };

// Text has Excel's own mark of text: a cell that somebody opens and closes again is not taken for a formula then.
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const workbook = (sheet: string) =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** A, B … Z, AA: what Excel calls a column. */
export const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

const DAY = 86_400_000;
// Days since Excel's own beginning, the leap day of 1900 included that it believes in.
const EPOCH = 25_569;

/** A date as Excel counts it. */
export const serial = (date: Date): number => date.getTime() / DAY + EPOCH;

const cellOf = (cell: Cell, at: string, style: number): string => {
  if (cell === null || cell === '') return '';
  if (cell instanceof Date) return `<c r="${at}" s="${STYLE.date}"><v>${serial(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
};

const sheetOf = async function* (
  batches: AsyncIterable<RosterRow[]>,
  columns: readonly Column[],
): AsyncGenerator<Buffer> {
  const names = columns.map((_, index) => letters(index));
  const line = (n: number, cells: readonly Cell[], style: number) =>
    `<row r="${n}">${cells.map((cell, index) => cellOf(cell, `${names[index]}${n}`, style)).join('')}</row>`;
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  let n = 1;
  yield Buffer.from(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${line(
      n,
      columns.map(({ header }) => header),
      STYLE.head,
    )}`,
  );
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      line(
        (n += 1),
        columns.map(({ cell }) => cell(row)),
        STYLE.text,
      ),
    );
    yield Buffer.from(lines.join(''));
  }
  yield Buffer.from(`</sheetData><autoFilter ref="A1:${names.at(-1)}${n}"/></worksheet>`);
};

// The first day there is for a zip: two files of the same people are the same bytes.
const DATED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** An Excel workbook of one sheet, written as its rows are read: Excel's own limit is the only one. Dates are dates, and text is never a formula. */
export const toXlsx = async function* (
  batches: AsyncIterable<RosterRow[]>,
  columns: readonly Column[],
  sheet: string,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT,
    'xl/workbook.xml': workbook(sheet),
    'xl/_rels/workbook.xml.rels': OF_WORKBOOK,
    'xl/styles.xml': STYLES,
  };
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, DATED);
  const rows = Readable.from(sheetOf(batches, columns), { objectMode: false });
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', DATED);
  zip.end();
  const file = zip.outputStream as PassThrough;
  // What fails on one side is told on the other; who stops reading stops the source.
  rows.once('error', (error) => file.destroy(error));
  file.once('close', () => rows.destroy());
  yield* file as AsyncIterable<Buffer>;
};
