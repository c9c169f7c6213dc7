/** What a filter has spelt for both media, with lines and paragraphs of its own. */
export class Passage {
  constructor(
    readonly html: string,
    readonly text: string,
  ) {}
}

// Control characters but tab and line ends, and the marks that turn the direction of what follows: they hide or forge what is read.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A value as text, whatever it is; lines end in \n. */
export const plain = (value: unknown): string => {
  if (typeof value === 'string') return value.replace(UNSEEN, '').replace(LINE_ENDS, '\n');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(plain).join(', ') : '';
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

export const forHtml = (value: unknown): string => (value instanceof Passage ? value.html : escapeHtml(plain(value)));

// Not \s: amounts and names keep their protected spaces.
const joined = (text: string): string => text.replace(/[ \t\n]+/g, ' ');

/** One value stays on its line: only a passage may begin lines, which a reader of plain text takes for ours. */
export const forText = (value: unknown): string => {
  if (value instanceof Passage) return value.text;
  const text = plain(value);
  return text.includes('\n') ? joined(text) : text;
};

/** Of a subject or a preheader: no line end reaches a header. */
export const forLine = (value: unknown): string =>
  joined(value instanceof Passage ? value.text : plain(typeof value === 'string' ? value.replace(UNSEEN, ' ') : value));

const graphemes = new Intl.Segmenter();

/** One line of at most so many characters as readers count them. */
export const oneLine = (text: string, most: number): string => {
  const line = forLine(text).trim();
  if (line.length <= most) return line;
  let kept = '';
  for (const { segment } of graphemes.segment(line.slice(0, most * 4))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};

/** Plain text as a person typed it: its paragraphs and lines, and nothing else. */
export const passage = (value: unknown): Passage => {
  const paragraphs = plain(value)
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n'),
    );
  return new Passage(
    paragraphs.map((paragraph) => escapeHtml(paragraph).replace(/\n/g, '<br>')).join('<br><br>'),
    paragraphs.join('\n\n'),
  );
};

/** An address that a link may lead to; anything else leads nowhere. */
export const safeUrl = (value: unknown): string => {
  const address = plain(value).trim().replace(/\s/g, '%20');
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(address) ? address : '#';
};

/** A part of an address, behind one that the template spells. */
export const urlPart = (value: unknown): string =>
  encodeURIComponent(plain(value).replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%40/g, '@');
