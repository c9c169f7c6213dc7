import MarkdownIt, { type Token } from 'markdown-it';
import { hideLiquid, type HiddenLiquid } from './markers';

export { type Token } from 'markdown-it';

export const hrefOf = (token: Token): string => String(token.attrGet('href') ?? '');

/** Markdown as blocks, with Liquid still hidden in them; whoever writes them out brings it back. */
export type Document = { tokens: Token[]; liquid: HiddenLiquid };

const parser = (liquid: HiddenLiquid) => {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
  // A mail fetches nothing from anywhere but its logo; and what is indented within a tag is no program.
  markdown.disable(['image', 'code', 'fence', 'reference']);
  markdown.validateLink = (href) => liquid.isAddress(href);
  return markdown;
};

type Maker = (type: string, content?: string) => Token;

/** Tags beside an item or a row, taken to where they count: around it. */
const takeTagsOut = (tokens: Token[], liquid: HiddenLiquid, make: Maker): Token[] => {
  const before = new Map<number, Token[]>();
  const after = new Map<number, Token[]>();
  const put = (at: Map<number, Token[]>, index: number, number: string) =>
    at.set(index, [...(at.get(index) ?? []), make('liquid', liquid.markerOf(number))]);
  const levels: number[] = [];
  const isOuter = (token: Token, level?: number) =>
    /^(?:list_item|tr)_/.test(token.type) && (level === undefined || token.level === level);

  tokens.forEach((token, at) => {
    if (token.type !== 'inline' || !token.children) return;
    const found = liquid.takeOutside(token.content);
    if (found.before.length + found.after.length === 0) return;
    token.content = found.words;
    const texts = token.children.filter((child) => child.type === 'text');
    if (found.before.length > 0) texts[0]!.content = liquid.takeOutside(texts[0]!.content).words;
    if (found.after.length > 0) {
      const last = texts[texts.length - 1]!;
      last.content = liquid.takeOutside(last.content).words;
    }
    for (const number of found.before) {
      const isOpening = /^\{%-?\s*(?:if|unless|for|case|comment)\b/.test(liquid.sourceOf(number));
      const level = isOpening ? undefined : levels[levels.length - 1];
      let index = at;
      while (index > 0 && !(tokens[index]!.nesting === 1 && isOuter(tokens[index]!, level))) index -= 1;
      if (isOpening) levels.push(tokens[index]!.level);
      put(before, index, number);
    }
    for (const number of found.after) {
      const level = levels.pop();
      let index = at;
      while (index < tokens.length - 1 && !(tokens[index]!.nesting === -1 && isOuter(tokens[index]!, level)))
        index += 1;
      put(after, index, number);
    }
  });
  return tokens.flatMap((token, at) => [...(before.get(at) ?? []), token, ...(after.get(at) ?? [])]);
};

const isEmpty = (token: Token) => token.type === 'text' && token.content.trim() === '';

/** A paragraph of tags alone is no paragraph; one that is a link with the title “button” is a button. */
const settleParagraphs = (tokens: Token[], liquid: HiddenLiquid, make: Maker): Token[] => {
  const settled: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const inline = tokens[at + 1];
    if (token.type !== 'paragraph_open' || token.hidden || !inline?.children) {
      settled.push(token);
      continue;
    }
    const parts = inline.children.filter((child) => !isEmpty(child));
    const isTags = (child: Token | undefined) => child?.type === 'text' && liquid.isTags(child.content);
    const lead = isTags(parts[0]) ? parts.shift() : undefined;
    const tail = isTags(parts[parts.length - 1]) ? parts.pop() : undefined;
    const isButton =
      parts[0]?.type === 'link_open' &&
      parts[0].attrGet('title') === 'button' &&
      parts.findIndex((child) => child.type === 'link_close') === parts.length - 1;
    if (parts.length > 0 && !isButton) {
      settled.push(token);
      continue;
    }
    if (lead) settled.push(make('liquid', lead.content.trim()));
    if (isButton) {
      const button = make('button');
      button.attrSet('href', hrefOf(parts[0]!));
      button.children = parts.slice(1, -1);
      settled.push(button);
    }
    if (tail) settled.push(make('liquid', tail.content.trim()));
    at += 2;
  }
  return settled;
};

/** A table without words in its head tells facts: what, and beside it how it is. */
const settleTables = (tokens: Token[]): Token[] => {
  const settled: Token[] = [];
  let isFacts = false;
  let cell = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === 'thead_open') {
      const end = tokens.findIndex((other, index) => index > at && other.type === 'thead_close');
      isFacts = tokens.slice(at, end).every((other) => other.type !== 'inline' || other.content.trim() === '');
      if (isFacts) {
        settled[settled.length - 1]!.meta = { isFacts: true };
        at = end;
        continue;
      }
    }
    if (token.type === 'tr_open') cell = 0;
    // The first of a row of facts says what the row is about.
    if (isFacts && token.type === 'td_open' && cell === 0) token.tag = 'th';
    if (token.type === 'td_close') {
      if (isFacts && cell === 0) token.tag = 'th';
      cell += 1;
    }
    settled.push(token);
  }
  return settled;
};

/** Reads Markdown that has Liquid in it. */
export const readMarkdown = (source: string): Document => {
  const liquid = hideLiquid(source);
  const markdown = parser(liquid);
  const tokens = markdown.parse(liquid.text, {});
  const TokenClass = (tokens[0]?.constructor ?? Object) as new (type: string, tag: string, nesting: 0) => Token;
  const make: Maker = (type, content = '') => Object.assign(new TokenClass(type, '', 0), { content });
  const settled = settleTables(settleParagraphs(takeTagsOut(tokens, liquid, make), liquid, make));
  for (const token of settled) {
    if (token.type === 'button') token.attrSet('href', liquid.address(hrefOf(token)));
    for (const child of token.type === 'inline' ? (token.children ?? []) : [])
      if (child.type === 'link_open') child.attrSet('href', liquid.address(hrefOf(child)));
  }
  return { tokens: settled, liquid };
};

const writer = new MarkdownIt({ html: false, breaks: true }).renderer;

export type Rules = Record<string, (tokens: Token[], index: number) => string>;

/** Writes blocks as HTML, by markdown-it's own rules but for those given. */
export const writeHtml = (tokens: Token[], rules: Rules): string => {
  const renderer = Object.assign(Object.create(Object.getPrototypeOf(writer) as object) as typeof writer, {
    rules: { ...writer.rules, ...rules },
  });
  return renderer.render(tokens, { html: false, breaks: true, xhtmlOut: false, langPrefix: '' } as never, {});
};
