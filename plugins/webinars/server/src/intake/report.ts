import { Readable } from 'node:stream';
import type { IntakeLine, IntakeLines, LinesQuery } from '../../../contracts/intake';
import { csvOf } from '../kernel/csv';
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

/** What became, or would become, of each line. */
export const createReport = ({ database }: { database: Database }) => {
  const found = async (id: string): Promise<Intake> => {
    const intake = await readIntake(database.read, id);
    if (!intake) throw notFound('This import');
    return intake;
  };

  /** A faulty line with what is wrong. What it has too many of is kept, so that whoever mends it sees it. */
  const faultyRow = (intake: Intake, cells: readonly string[], locale: Locale): string[] => {
    const wrong = faultsOf(cells, intake, locale).map(({ column, message }) =>
      column === null ? message : `${column}: ${message}`,
    );
    const width = intake.headings.length;
    const row = Array.from({ length: width }, (_, at) => cells[at] ?? '');
    row[width - 1] = [row[width - 1], ...cells.slice(width)].join(' ').trimEnd();
    return [...row, wrong.join(' ')];
  };

  async function* faultyRows(intake: Intake, locale: Locale): AsyncGenerator<string[][]> {
    yield [[...intake.headings, WHAT_IS_WRONG[locale]]];
    for (let after = 0; ;) {
      const range = { after, upTo: intake.doneUpTo, most: TOGETHER };
      const lines = await nextOfVerdict(database.read, intake.id, 'fault', range);
      yield lines.flatMap(({ cells }) => (cells ? [faultyRow(intake, cells, locale)] : []));
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
      return { name, text: Readable.from(csvOf(faultyRows(intake, locale), CHARACTER[intake.dialect.delimiter])) };
    },
  };
};

export type Report = ReturnType<typeof createReport>;
