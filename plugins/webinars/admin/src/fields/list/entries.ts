/** What is kept of the lines somebody typed: trimmed, without blanks, each once. */
export const keptEntries = (lines: readonly string[]): string[] => [
  ...new Set(lines.map((line) => line.trim()).filter((line) => line !== '')),
];

/** The entries of a stored value, whatever it is: a form may still hold the text of a JSON field. */
export const entriesOf = (value: unknown): string[] => {
  if (typeof value === 'string') {
    try {
      return entriesOf(JSON.parse(value));
    } catch {
      return [];
    }
  }
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
};

/** The lines that say what an earlier line says already. */
export const repeatedLines = (lines: readonly string[]): Set<number> => {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '') return;
    if (seen.has(text)) repeated.add(index);
    seen.add(text);
  });
  return repeated;
};

/** A pasted text as entries: one per line, without the bullets it had where it came from. */
export const pastedEntries = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-*•–]\s+/, '').trim())
    .filter((line) => line !== '');

/** The list with one of its items elsewhere. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
};

export const sameEntries = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry, index) => entry === other[index]);
