import { rows, type Sql } from '../kernel/database';

/** A piece of SQL with the values that belong to its question marks. */
export type Fragment = { text: string; bindings: readonly unknown[] };

const isFragment = (value: unknown): value is Fragment =>
  typeof value === 'object' && value !== null && 'text' in value && 'bindings' in value;

/** SQL whose placeholders are other fragments, spliced in, or values, bound: nothing a visitor typed ever becomes text. */
export const sql = (texts: TemplateStringsArray, ...values: unknown[]): Fragment => {
  const bindings: unknown[] = [];
  const text = texts.reduce((written, next, index) => {
    const value = values[index - 1];
    if (!isFragment(value)) {
      bindings.push(value);
      return `${written}?${next}`;
    }
    bindings.push(...value.bindings);
    return written + value.text + next;
  });
  return { text, bindings };
};

/** Text of our own: names of columns and tables, expressions without a value. */
export const raw = (text: string): Fragment => ({ text, bindings: [] });

export const joined = (fragments: readonly Fragment[], between: string): Fragment => ({
  text: fragments.map((fragment) => fragment.text).join(between),
  bindings: fragments.flatMap((fragment) => fragment.bindings),
});

/** Runs a fragment as a statement. The caller names the shape of its rows. */
export const ask = <Row>(database: Sql, { text, bindings }: Fragment): Promise<Row[]> =>
  rows<Row>(database, text, bindings);
