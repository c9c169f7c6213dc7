import PDFDocument from 'pdfkit';
import type { RosterRow } from '../../../contracts/roster';
import type { Locale } from '../kernel/text';
import { localClock } from './local';
import { WORDS } from './texts';

const REGULAR = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

type Doc = InstanceType<typeof PDFDocument>;
type Struct = ReturnType<Doc['struct']>;

export type ListOptions = {
  locale: Locale;
  /** The zone of what the whole list says; a session is told in its own. */
  timezone: string;
  now: Date;
};

const MARGIN = 42;
const GREY = '#555555';
const LINE = '#bbbbbb';
const PADDING = 4;
// Room for a hand that signs.
const ROW = 26;

const COLUMNS = ['place', 'name', 'company', 'state', 'signature'] as const;
type Column = (typeof COLUMNS)[number];
const SHARE: Record<Column, number> = { place: 0.06, name: 0.27, company: 0.25, state: 0.16, signature: 0.26 };

const said = (instant: string, timezone: string, locale: Locale): string => {
  const at = localClock(timezone)(instant);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(at)} (${timezone})`;
};

const nameOf = ({ firstName, lastName, email }: RosterRow): string =>
  [firstName, lastName].filter(Boolean).join(' ') || email;

/** The people of each session together: they come session by session. */
const sessionsOf = async function* (batches: AsyncIterable<RosterRow[]>): AsyncGenerator<RosterRow[]> {
  let people: RosterRow[] = [];
  for await (const rows of batches) {
    for (const row of rows) {
      if (people.length > 0 && people[0]!.session.documentId !== row.session.documentId) {
        yield people;
        people = [];
      }
      people.push(row);
    }
  }
  if (people.length > 0) yield people;
};

const sheet = (doc: Doc, { locale, timezone, now }: ListOptions) => {
  const words = WORDS[locale];
  const left = MARGIN;
  const width = doc.page ? doc.page.width - 2 * MARGIN : 595.28 - 2 * MARGIN;
  const bottom = () => doc.page.height - MARGIN - 22;
  const edges = COLUMNS.map(
    (_, index) => left + width * COLUMNS.slice(0, index).reduce((sum, one) => sum + SHARE[one], 0),
  );
  const widthOf = (column: Column) => width * SHARE[column] - 2 * PADDING;
  let pages = 0;

  /** What stands on paper and says nothing to who listens: lines, and what is said again on each page. */
  const aside = (draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') => {
    doc.markContent('Artifact', { type });
    draw();
    doc.endMarkedContent();
  };
  const rule = (y: number) =>
    aside(() =>
      doc
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(0.5)
        .stroke(LINE),
    );

  const headings = (y: number, draw: (column: Column, index: number) => void): number => {
    COLUMNS.forEach(draw);
    rule(y + 16);
    return y + 18;
  };
  const heading = (column: Column, index: number, y: number) =>
    doc
      .font(BOLD)
      .fontSize(8)
      .fillColor(GREY)
      .text(column === 'place' ? '#' : words[column], edges[index]! + PADDING, y + 3, {
        width: widthOf(column),
        lineBreak: false,
      });

  const newPage = () => {
    doc.addPage();
    pages += 1;
    aside(() => {
      const y = doc.page.height - MARGIN - 10;
      const at = said(now.toISOString(), timezone, locale).replace(` (${timezone})`, '');
      doc.font(REGULAR).fontSize(7).fillColor(GREY);
      doc.text(words.printed(at, timezone), left, y, { width: width * 0.75, lineBreak: false });
      doc.text(words.page(pages), left, y, { width, align: 'right', lineBreak: false });
    }, 'Pagination');
    return MARGIN;
  };

  /** Writes a row, and answers where the next one begins. */
  const row = (table: Struct, cells: Record<Column, string>, y: number): number => {
    doc.font(REGULAR).fontSize(9).fillColor('black');
    const heights = COLUMNS.map((column) => doc.heightOfString(cells[column] || ' ', { width: widthOf(column) }));
    const height = Math.max(ROW, Math.max(...heights) + 2 * PADDING + 4);
    let top = y;
    if (top + height > bottom()) {
      top = newPage();
      top = headings(top, (column, index) => aside(() => heading(column, index, top), 'Pagination'));
    }
    const tr = doc.struct('TR');
    table.add(tr);
    COLUMNS.forEach((column, index) => {
      tr.add(
        doc.struct(column === 'name' ? 'TH' : 'TD', {}, () => {
          doc.font(REGULAR).fontSize(9).fillColor('black');
          doc.text(cells[column], edges[index]! + PADDING, top + PADDING + 3, { width: widthOf(column) });
        }),
      );
    });
    tr.end();
    rule(top + height);
    return top + height;
  };

  return {
    /** One session: its title and time, how many there are, and a line for each. */
    session(people: RosterRow[]): void {
      const { title, datetime, timezone: zone } = people[0]!.session;
      const section = doc.struct('Sect');
      doc.addStructure(section);
      let y = newPage();
      const write = (type: 'H1' | 'P', text: string, font: string, size: number, color: string) => {
        section.add(
          doc.struct(type, {}, () => {
            doc.font(font).fontSize(size).fillColor(color).text(text, left, y, { width });
            y = doc.y + 4;
          }),
        );
      };
      write('H1', title, BOLD, 15, 'black');
      write('P', said(datetime, zone, locale), REGULAR, 10, 'black');
      write('P', `${words.list} · ${words.people(people.length)}`, REGULAR, 10, GREY);
      y += 8;
      const table = doc.struct('Table');
      section.add(table);
      const head = doc.struct('TR');
      table.add(head);
      const top = y;
      y = headings(top, (column, index) => head.add(doc.struct('TH', {}, () => void heading(column, index, top))));
      head.end();
      const collator = new Intl.Collator(locale, { sensitivity: 'base' });
      const key = ({ firstName, lastName, email }: RosterRow) => `${lastName ?? ''} ${firstName ?? ''} ${email}`;
      people.sort((one, other) => collator.compare(key(one), key(other)));
      people.forEach((person, index) => {
        const cells = {
          place: String(index + 1),
          name: nameOf(person),
          company: person.company ?? '',
          state: words.states[person.state],
          signature: '',
        };
        y = row(table, cells, y);
      });
      table.end();
      section.end();
    },
    /** A list of nobody says so. */
    empty(): void {
      const section = doc.struct('Sect');
      doc.addStructure(section);
      const y = newPage();
      section.add(doc.struct('H1', {}, () => void doc.font(BOLD).fontSize(15).text(words.list, left, y, { width })));
      const say = () =>
        void doc
          .font(REGULAR)
          .fontSize(10)
          .text(words.nobody, left, y + 30, { width });
      section.add(doc.struct('P', {}, say));
      section.end();
    },
    get isEmpty() {
      return pages === 0;
    },
  };
};

/**
 * A list to sign, each session on a page of its own: PDF with tags and a language, for who listens to it, and with the letters of every
 * script of Europe in it.
 */
export const toPdf = async function* (
  batches: AsyncIterable<RosterRow[]>,
  options: ListOptions,
): AsyncGenerator<Buffer> {
  const words = WORDS[options.locale];
  const doc = new PDFDocument({
    size: 'A4',
    // What is placed by hand never begins a page by itself.
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    autoFirstPage: false,
    lang: options.locale,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    font: REGULAR,
    info: { Title: words.list, CreationDate: options.now },
  });
  const list = sheet(doc, options);
  // What is written so far: the rest comes after the end.
  const written = (): Buffer[] => {
    const chunks: Buffer[] = [];
    for (let chunk = doc.read() as Buffer | null; chunk !== null; chunk = doc.read() as Buffer | null)
      chunks.push(chunk);
    return chunks;
  };
  for await (const people of sessionsOf(batches)) {
    list.session(people);
    yield* written();
  }
  if (list.isEmpty) list.empty();
  doc.end();
  for await (const chunk of doc as AsyncIterable<Buffer>) yield chunk;
};
