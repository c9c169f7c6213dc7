import { useEffect, useRef, useState } from 'react';
import { entriesOf, keptEntries, moved, repeatedLines, sameEntries } from './entries';

/** A line of the input. Its key stays with it when it moves, so that the cursor does too. */
export type Line = { key: number; text: string };

/**
 * The lines of a list input: the entries, and always one blank line at the end to type the next one into. Blank and repeated lines
 * are never part of the form's value, so the lines are kept here, and taken anew when the value changes from outside.
 */
export const useLines = (value: unknown, onChange: (entries: string[]) => void) => {
  const nextKey = useRef(0);
  const fresh = (text: string): Line => ({ key: nextKey.current++, text });
  const withBlank = (lines: Line[]): Line[] => (lines.at(-1)?.text === '' ? lines : [...lines, fresh('')]);
  const fromValue = () => withBlank(entriesOf(value).map(fresh));

  const [lines, setLines] = useState<Line[]>(fromValue);
  useEffect(() => {
    if (!sameEntries(keptEntries(entriesOf(value)), keptEntries(lines.map((line) => line.text)))) setLines(fromValue());
    // Only a value that somebody else set counts: a discarded change, another language, a saved entry.
  }, [value]);

  const change = (next: Line[]): Line[] => {
    const complete = withBlank(next);
    setLines(complete);
    const entries = keptEntries(complete.map((line) => line.text));
    if (!sameEntries(entries, entriesOf(value))) onChange(entries);
    return complete;
  };

  return {
    lines,
    write: (index: number, text: string) => change(lines.map((line, at) => (at === index ? { ...line, text } : line))),
    insert: (index: number, texts: readonly string[]) => change(lines.toSpliced(index, 0, ...texts.map(fresh))),
    replace: (index: number, texts: readonly string[]) => change(lines.toSpliced(index, 1, ...texts.map(fresh))),
    remove: (index: number) => change(lines.filter((_, at) => at !== index)),
    move: (from: number, to: number) => change(moved(lines, from, to)),
    /** When the cursor leaves the input, so do the blank and repeated lines in it. */
    tidy() {
      const repeated = repeatedLines(lines.map((line) => line.text));
      setLines(withBlank(lines.filter((line, index) => line.text.trim() !== '' && !repeated.has(index))));
    },
  };
};
