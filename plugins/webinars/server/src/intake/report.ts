import { Readable } from 'node:stream';
import type { IntakeLine, IntakeLines, LinesQuery } from '../../../contracts/intake';
import type { Database } from '../kernel/database';
import { DomainError, notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { CHARACTER } from './csv';
import { judge, shownPerson } from './person';
import { nextLines, nextOfVerdict, readIntake, type Intake, type KeptLine } from './queries';
import { WHAT_IS_WRONG } from './texts';

const PAGE = 25;
const TOGETHER = 500;

const faultsOf = (cells: readonly string[], { headings, settings }: Intake, locale: Locale) => {
  const says = judge(cells, headings, settings, locale);
  return 'faults' in says ? says.faults : [];
};

const told = (intake: Intake, { line, cells, verdict, twin, registration }: KeptLine, locale: Locale): IntakeLine => ({
  line,
  verdict: verdict!,
  twin,
  registration,
  ...(cells ? shownPerson(cells, intake.settings) : { name: null, email: null }),
  faults: cells && verdict === 'fault' ? faultsOf(cells, intake, locale) : [],
});

/** Writes rows of cells as a table that opens in Excel; nothing in it is taken for a formula. */
export type WriteTable = (rows: AsyncIterable<readonly string[]>, delimiter: string) => Readable;

/** What became, or would become, of each line. */
export const createReport = ({ database, writeTable }: { database: Database; writeTable: WriteTable }) => {
  const found = async (id: string): Promise<Intake> => {
    const intake = await readIntake(database.read, id);
    if (!intake) throw notFound('This import');
    return intake;
  };

  async function* faultyRows(intake: Intake, locale: Locale): AsyncGenerator<string[]> {
    yield [...intake.headings, WHAT_IS_WRONG[locale]];
    for (let after = 0; ;) {
      const range = { after, upTo: intake.doneUpTo, most: TOGETHER };
      const lines = await nextOfVerdict(database.read, intake.id, 'fault', range);
      for (const { cells } of lines) {
        if (!cells) continue;
        const wrong = faultsOf(cells, intake, locale).map(({ column, message }) =>
          column === null ? message : `${column}: ${message}`,
        );
        const inColumns = intake.headings.map((_, at) => cells[at] ?? '');
        // What a line has too many of is kept, so that whoever mends it sees it.
        yield [
          ...inColumns.slice(0, -1),
          [inColumns.at(-1) ?? '', ...cells.slice(inColumns.length)].join(' '),
          wrong.join(' '),
        ];
      }
      if (lines.length < TOGETHER) return;
      after = lines.at(-1)!.line;
    }
  }

  return {
    async lines(id: string, { verdict, after, locale }: LinesQuery): Promise<IntakeLines> {
      const intake = await found(id);
      const { doneUpTo: upTo } = intake;
      const some = verdict
        ? await nextOfVerdict(database.read, id, verdict, { after, upTo, most: PAGE + 1 })
        : (await nextLines(database.read, id, after, PAGE + 1)).filter(({ line }) => line <= upTo);
      const lines = some.slice(0, PAGE).map((line) => told(intake, line, locale));
      return { lines, next: some.length > PAGE ? lines.at(-1)!.line : null };
    },
    /** The lines that have to be mended, as a table with what is wrong in a column of its own. */
    async faulty(id: string, locale: Locale): Promise<{ name: string; text: Readable }> {
      const intake = await found(id);
      if (intake.headings.length === 0) {
        throw new DomainError(
          'gone',
          'IMPORT_FORGOTTEN',
          'The lines of this file are no longer kept: they are forgotten after a day. Import the file again to see what is wrong.',
        );
      }
      const name = `${intake.fileName.replace(/\.\w{1,4}$/, '')}-${locale === 'de' ? 'fehlerhaft' : 'faulty'}.csv`;
      return { name, text: writeTable(faultyRows(intake, locale), CHARACTER[intake.dialect.delimiter]) };
    },
  };
};

export type Report = ReturnType<typeof createReport>;
