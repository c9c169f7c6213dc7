/** A piece of a text with the little that can be marked in it. */
export type Inline =
  | { kind: 'text' | 'strong' | 'emphasis'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'break' };

const MARKS =
  /\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\n]+)\*|\[(?<label>[^\]\n]+)\]\((?<href>https?:\/\/[^\s()]+)\)|(?<lines>\n+)/g;

/** Reads `**strong**`, `*emphasis*`, `[words](https://…)` and line breaks; all else is text, whatever it looks like. */
export const inlineText = (source: string): Inline[] => {
  const pieces: Inline[] = [];
  let at = 0;
  for (const found of source.matchAll(MARKS)) {
    const { strong, emphasis, label, href } = found.groups!;
    if (found.index > at) pieces.push({ kind: 'text', text: source.slice(at, found.index) });
    if (strong) pieces.push({ kind: 'strong', text: strong });
    else if (emphasis) pieces.push({ kind: 'emphasis', text: emphasis });
    else if (label && href) pieces.push({ kind: 'link', text: label, href });
    else pieces.push({ kind: 'break' });
    at = found.index + found[0].length;
  }
  if (at < source.length) pieces.push({ kind: 'text', text: source.slice(at) });
  return pieces;
};

/** The words alone. */
export const plainText = (source: string): string =>
  inlineText(source)
    .map((piece) => (piece.kind === 'break' ? ' ' : piece.text))
    .join('');

/** Whether something was meant as a link and is none that a browser opens. */
export const hasBrokenLink = (source: string): boolean =>
  inlineText(source).some((piece) => piece.kind === 'text' && /\]\(/.test(piece.text));
