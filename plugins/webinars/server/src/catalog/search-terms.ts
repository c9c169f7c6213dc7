/** A search as PostgreSQL is asked for it: all of it, and apart from it the last word where that may be unfinished. */
export type SearchTerms = {
  all: string;
  /** Accents and word forms are also tried without the dictionary. Not beside a minus: what one spelling excludes another would let in. */
  isPlainToo: boolean;
  unfinished: { before: string; joint: 'and' | 'or'; start: string } | null;
};

const SHORTEST_START = 2;

/** Reads what a visitor typed: words, "phrases", or, -not. Whatever it is, it is a search; nothing in it is an error. */
export const searchTerms = (typed: string): SearchTerms => {
  const all = typed.trim();
  const excludes = /(^|\s)-\S/.test(all);
  const hasOpenQuote = (all.match(/"/g)?.length ?? 0) % 2 === 1;
  const last = /(?:^|\s)([\p{L}\p{N}]+)$/u.exec(all);
  if (!last || excludes || hasOpenQuote || last[1]!.length < SHORTEST_START) {
    return { all, isPlainToo: !excludes, unfinished: null };
  }
  const before = all.slice(0, last.index).trimEnd();
  const or = /(^|\s)or$/i.exec(before);
  return {
    all,
    isPlainToo: true,
    unfinished: {
      before: or ? before.slice(0, or.index).trimEnd() : before,
      joint: or ? 'or' : 'and',
      start: last[1]!,
    },
  };
};
