import { DELIMITERS, type Delimiter, type DialectChoice, type IntakeField } from '../../../contracts/intake';
import { firstLines, type TableLine } from './csv';
import { fieldOf } from './words';

/** Reports begin with what they are about; their columns are named further down. */
const LOOKED_AT = 40;

/** How many cells are headings we know, each field counted once. */
const knownIn = ({ cells }: TableLine): number => new Set(cells.map(fieldOf).filter((field) => field !== null)).size;

/** The most usual number of columns, and how many lines have it. */
const commonest = (lines: readonly TableLine[]): { columns: number; lines: number } => {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns, many] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { columns, lines: many };
};

/** How much a text looks like a table when it is cut at this character: known headings first, then lines of equal length. */
const likeness = (lines: readonly TableLine[]): number => {
  const { columns, lines: many } = commonest(lines);
  return Math.max(0, ...lines.map(knownIn)) * 1000 + (columns > 1 ? many * Math.min(columns, 20) : 0);
};

const hasAddress = ({ cells }: TableLine): boolean => cells.some((cell) => /^\s*\S+@\S+\.\S+\s*$/.test(cell));

/** The line that names the columns: the one with most headings we know, else the first that holds no address; 0 where the first one does. */
const headerIn = (lines: readonly TableLine[]): number => {
  const best = lines.reduce<TableLine | null>(
    (found, line) => (found && knownIn(found) >= knownIn(line) ? found : line),
    null,
  );
  if (!best) return 0;
  if (knownIn(best) > 1 || (knownIn(best) === 1 && best.cells.length === 1)) return best.line;
  return hasAddress(lines[0]!) ? 0 : lines[0]!.line;
};

/** How the beginning of a file is read; what is chosen already stays as it is. */
export const recognise = (
  text: string,
  chosen: Pick<DialectChoice, 'delimiter' | 'headerLine'>,
): { delimiter: Delimiter; headerLine: number } => {
  const candidates = (chosen.delimiter ? [chosen.delimiter] : DELIMITERS).map((delimiter) => {
    const lines = firstLines(text, delimiter, LOOKED_AT);
    return { delimiter, lines, likeness: likeness(lines) };
  });
  const { delimiter, lines } = candidates.reduce((best, one) => (one.likeness > best.likeness ? one : best));
  return { delimiter, headerLine: chosen.headerLine ?? headerIn(lines) };
};

/** What each column holds, as far as its heading says; of two columns for one thing the first is taken. */
export const guessColumns = (headings: readonly string[]): (IntakeField | null)[] => {
  const taken = new Set<IntakeField>();
  const guessed = headings.map((heading) => {
    const field = fieldOf(heading);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  // A whole name beside its two halves is the same name again.
  const isSplit = taken.has('firstName') && taken.has('lastName');
  return guessed.map((field) => (field === 'fullName' && isSplit ? null : field));
};
