import type { Trouble } from '../../../contracts/queue';

const LONGEST = 240;

const SIGNS: [Trouble, RegExp][] = [
  ['busy', /lock timeout|deadlock|too busy|could not obtain lock|statement timeout/i],
  [
    'unreachable',
    /ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up|fetch failed|connection terminated|timed? ?out/i,
  ],
  ['payload', /^\[\s*\{|invalid_type|unrecognized_keys|ZodError/],
  ['gone', /was not found|no longer|does not exist/i],
  ['refused', /violates|constraint|append-only|refused/i],
];

/**
 * An error for those who run the instance. What a driver says can carry what was in a row, so the statement is left out and values, whatever
 * they are, are hidden; names of tables and constraints in double quotes stay.
 */
const wordsOf = (error: string): string =>
  error
    .slice(error.lastIndexOf(' - ') + 1)
    .replace(/^- /, '')
    .split('\n')[0]!
    .replace(/[^\s"'<>(),;]+@[^\s"'<>(),;]+/g, '…@…')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/'[^']*'/g, '‘…’')
    .replace(/\+?\d[\d ()/-]{6,}\d/g, '…')
    .trim()
    .slice(0, LONGEST);

/** What went wrong, told from the error that was kept. */
export const troubleOf = (error: string | null): { trouble: Trouble; words: string } => {
  const said = error ?? '';
  const trouble = SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'unknown';
  return { trouble, words: trouble === 'payload' ? '' : wordsOf(said) };
};
