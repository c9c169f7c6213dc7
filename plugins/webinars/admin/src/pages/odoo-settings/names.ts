/** The names in a line of them, with commas between: `Webinar, Berlin`. None twice, and none that is empty. */
export const namesIn = (line: string): string[] => [
  ...new Set(
    line
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

export const lineOf = (names: readonly string[]): string => names.join(', ');
