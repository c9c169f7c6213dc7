import { BLOCKS, Tokenizer, TypeGuards } from './liquid';

type Marker = { source: string; isTag: boolean };

/** What follows a marker's number says what it is. `before` and `after`: a tag that stands outside the row or item it is written in. */
const KINDS = { output: 'o', tag: 't', before: 'b', after: 'a' } as const;

/** Where a link of a mail may lead. */
const SCHEMES = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * Liquid, hidden from Markdown: every `{{…}}` and `{%…%}` becomes a word that Markdown leaves as it is, and comes back afterwards. So Markdown is
 * read once, when the template is, and no value of a mail can become Markdown.
 */
export const hideLiquid = (source: string) => {
  let prefix = 'lq';
  while (source.toLowerCase().includes(prefix)) prefix += 'x';
  const markers: Marker[] = [];
  const add = (marker: Marker) => markers.push(marker) - 1;
  const text = new Tokenizer(source)
    .readTopLevelTokens()
    .map((token) => {
      if (!TypeGuards.isTagToken(token) && !TypeGuards.isOutputToken(token)) return token.getText();
      const isTag = TypeGuards.isTagToken(token);
      return `${prefix}${add({ source: token.getText(), isTag })}${isTag ? KINDS.tag : KINDS.output}`;
    })
    .join('');
  const pattern = (kinds: string) => `${prefix}(\\d+)[${kinds}]`;
  const of = (number: string) => markers[Number(number)]!;
  const any = new RegExp(pattern('otba'), 'g');
  const before = new RegExp(`^(?:\\s*${pattern('b')})+\\s*`);
  const after = new RegExp(`\\s*(?:${pattern('a')}\\s*)+$`);
  const output = new RegExp(`^${prefix}\\d+o`);
  const aTag = new RegExp(`^${prefix}\\d+t`);
  const tagsOnly = new RegExp(`${prefix}\\d+t`);
  const tags = new RegExp(`^(?:\\s*${pattern('t')})+\\s*$`);

  return {
    text: placeTags(text, prefix, (number) => of(number).source),
    /** Whether a text is nothing but tags. */
    isTags: (words: string) => tags.test(words),
    /** Takes the tags that stand outside a row or item out of its words. */
    takeOutside: (words: string) => {
      const first = before.exec(words)?.[0] ?? '';
      const last = after.exec(words.slice(first.length))?.[0] ?? '';
      const numbers = (found: string) => [...found.matchAll(any)].map((match) => match[1]!);
      return {
        before: numbers(first),
        words: words.slice(first.length, words.length - last.length),
        after: numbers(last),
      };
    },
    sourceOf: (number: string) => of(number).source,
    markerOf: (number: string) => `${prefix}${number}${KINDS.tag}`,
    /** A marker for Liquid of our own. */
    mark: (output: string) => `${prefix}${add({ source: output, isTag: false })}${KINDS.output}`,
    /** An address: a value it begins with has to be one, a value further on is a part of it. */
    address: (href: string): string => {
      let isBegun = false;
      let end = 0;
      return href.replace(any, (marker, number: string, at: number) => {
        isBegun ||= at > end;
        end = at + marker.length;
        const { source, isTag } = of(number);
        if (isTag) return marker;
        const filter = isBegun ? 'url_part' : 'safe_url';
        return `${prefix}${add({ source: source.replace(/-?\}\}$/, (close) => ` | ${filter} ${close}`), isTag })}${KINDS.output}`;
      });
    },
    /** Whether an address is of a kind that may be followed, or begins with a value, which is looked at when it is known. */
    isAddress: (href: string): boolean => {
      const begins = (part: string) => SCHEMES.test(part) || output.test(part);
      // A condition chooses between addresses: each of them counts.
      return aTag.test(href) ? href.split(tagsOnly).every((part) => part === '' || begins(part)) : begins(href);
    },
    /** Brings Liquid back. Braces of the words themselves stay words. */
    restore: (words: string): string =>
      words.replace(/\{(?=[{%])/g, "{{ '{' }}").replace(any, (_, number: string) => of(number).source),
  };
};

export type HiddenLiquid = ReturnType<typeof hideLiquid>;

type Role = 'open' | 'middle' | 'close';

const roleOf = (name: string, within: string | undefined): Role => {
  if (within && name === `end${within}`) return 'close';
  // What a comment holds is words.
  return Object.hasOwn(BLOCKS, name) && within !== 'comment' ? 'open' : 'middle';
};

const ROW = /^\s*(?:[-*+]|\d+[.)])\s|^\s*\|/;
const DELIMITERS = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

type Line = { text: string; tag?: { number: string; role: Role; group: number } };

/**
 * Tags on lines of their own: those directly at an item of a list or a row of a table belong to the list (one list that a loop fills, not a list
 * for each turn); all others stand between paragraphs.
 */
const placeTags = (text: string, prefix: string, sourceOf: (number: string) => string): string => {
  const tag = new RegExp(`${prefix}(\\d+)t`, 'g');
  const onlyTags = new RegExp(`^(?:\\s*${prefix}\\d+t)+\\s*$`);
  const nameOf = (number: string) => /^\{%-?\s*(\w+)/.exec(sourceOf(number))?.[1] ?? '';

  // Which opening belongs to which end; a group that has a tag inside a line stays where it is.
  const open: { group: number; name: string }[] = [];
  const isMovable: boolean[] = [];
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const stands = onlyTags.test(line);
    if (!stands) lines.push({ text: line });
    for (const [marker, number] of line.matchAll(tag)) {
      const name = nameOf(number!);
      const inner = open[open.length - 1];
      const role = roleOf(name, inner?.name);
      if (role === 'open') open.push({ group: isMovable.push(true) - 1, name });
      const group = open[open.length - 1]?.group ?? isMovable.push(false) - 1;
      if (role === 'close') open.pop();
      if (stands) lines.push({ text: marker, tag: { number: number!, role, group } });
      else isMovable[group] = false;
    }
  }

  const isBlank = (line: Line | undefined) => line === undefined || (line.tag === undefined && line.text.trim() === '');
  const neighbour = (from: number, step: 1 | -1): number => {
    let at = from + step;
    while (lines[at]?.tag) at += step;
    return at;
  };
  /** The line whose item or row the tag on this line belongs to. */
  const target = (at: number, role: Role): number | null => {
    const near = neighbour(at, role === 'close' ? -1 : 1);
    if (isBlank(lines[near])) return null;
    // Above a table's head a tag is about the whole table.
    const isHead = DELIMITERS.test(lines[near + 1]?.text ?? '');
    if (role !== 'close') return ROW.test(lines[near]!.text) && !isHead ? near : null;
    for (let up = near; up >= 0 && !isBlank(lines[up]); up -= 1)
      if (!lines[up]!.tag && ROW.test(lines[up]!.text)) return near;
    return null;
  };
  const spans = new Map<number, { from: number; to: number }>();
  lines.forEach(({ tag: found }, at) => {
    if (!found) return;
    if (target(at, found.role) === null) isMovable[found.group] = false;
    spans.set(found.group, { from: spans.get(found.group)?.from ?? at, to: at });
  });
  for (const [group, { from, to }] of spans)
    if (lines.slice(from, to).some((line) => isBlank(line))) isMovable[group] = false;
  // What surrounds a block that stays in its place must stay too.
  for (const [group, { from, to }] of spans)
    for (const [other, inside] of spans)
      if (inside.from > from && inside.to < to && !isMovable[other]) isMovable[group] = false;

  const leading = new Map<number, string>();
  const trailing = new Map<number, string>();
  lines.forEach(({ tag: found }, at) => {
    if (!found || !isMovable[found.group]) return;
    const side = found.role === 'close' ? trailing : leading;
    const line = target(at, found.role)!;
    const letter = found.role === 'close' ? KINDS.after : KINDS.before;
    side.set(line, `${side.get(line) ?? ''}${prefix}${found.number}${letter} `);
  });

  return lines
    .flatMap((line, at) => {
      if (line.tag) return isMovable[line.tag.group] ? [] : ['', line.text, ''];
      let words = line.text;
      const first = leading.get(at);
      if (first) words = words.replace(ROW, (start) => `${start}${first}`);
      const last = trailing.get(at);
      if (last) words = /\|\s*$/.test(words) ? words.replace(/\|\s*$/, ` ${last}|`) : `${words} ${last}`;
      return [words];
    })
    .join('\n');
};
