import { hrefOf, type Document, type Token } from './markdown';

const WIDTH = 76;

/** Mail programs grey out what follows this line; its space belongs to it. */
export const SIGNATURE = '-- ';

const bare = (href: string) => href.replace(/^(?:mailto|tel):/, '');

/**
 * A document as plain text with Liquid in it. Lines are broken when the values are in them. A link alone on its line reads “words: address”, one
 * inside a sentence “words <address>”.
 */
export const textBody = ({ tokens, liquid }: Document): string => {
  /** One line: a link that has it to itself is spelt another way than one inside a sentence. */
  const inlineLine = (children: readonly Token[]): string => {
    let written = '';
    let label: string[] | null = null;
    let href = '';
    const outside = children.filter((child, at) => {
      const before = children.slice(0, at);
      const opened = before.filter(({ type }) => type === 'link_open').length;
      return opened === before.filter(({ type }) => type === 'link_close').length && child.type !== 'link_open';
    });
    const isAlone = outside.every((child) => child.content.trim() === '' || liquid.isTags(child.content));
    for (const child of children) {
      if (child.type === 'link_open') {
        label = [];
        href = hrefOf(child);
      } else if (child.type === 'link_close' && label) {
        const words = label.join('');
        label = null;
        const address = bare(liquid.restore(href)).replace(/\s*\| (?:safe_url|url_part) /g, ' ');
        if (liquid.restore(words) === address) written += words;
        else written += isAlone ? `${words}: ${href}` : `${words} <${href}>`;
      } else if (label) label.push(child.content);
      else written += child.content;
    }
    return written;
  };

  const inline = (children: readonly Token[]): string => {
    const lines: Token[][] = [[]];
    for (const child of children)
      if (child.type === 'softbreak' || child.type === 'hardbreak') lines.push([]);
      else lines[lines.length - 1]!.push(child);
    return lines.map(inlineLine).join('\n');
  };

  const lists: { next: number | null; isFirst: boolean }[] = [];
  let quotes = 0;
  let text = '';
  let cells: string[] = [];
  let isHead = false;
  const indent = () => '  '.repeat(Math.max(0, lists.length - 1));
  const block = (words: string) => {
    const item = lists[lists.length - 1];
    const lead = '> '.repeat(quotes) + (item && !item.isFirst ? `${indent()}  ` : '');
    if (item) item.isFirst = false;
    const rest = '> '.repeat(quotes) + (item ? `${indent()}  ` : '');
    text += `${lead}${words.replace(/\n/g, `\n${rest}`)}${item ? '\n' : '\n\n'}`;
  };

  tokens.forEach((token, at) => {
    const near = tokens[at - 1]?.type ?? '';
    switch (token.type) {
      case 'liquid':
        text += token.content;
        break;
      case 'button':
        block(`${inline(token.children ?? [])}: ${hrefOf(token)}`);
        break;
      case 'bullet_list_open':
      case 'ordered_list_open': {
        // Items that a loop repeats or a condition leaves out have no number yet.
        const isCounted = token.type === 'ordered_list_open' && tokens[at + 1]?.type !== 'liquid';
        lists.push({ next: isCounted ? 1 : null, isFirst: true });
        break;
      }
      case 'list_item_open': {
        const list = lists[lists.length - 1]!;
        text += `${'> '.repeat(quotes)}${indent()}${list.next === null ? '-' : `${list.next}.`} `;
        if (list.next !== null) list.next += 1;
        list.isFirst = true;
        break;
      }
      case 'list_item_close':
        if (!text.endsWith('\n')) text += '\n';
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        if (lists.length === 0) text += '\n';
        break;
      case 'blockquote_open':
        quotes += 1;
        break;
      case 'blockquote_close':
        quotes -= 1;
        break;
      case 'hr':
        block('-'.repeat(20));
        break;
      case 'thead_open':
        isHead = true;
        break;
      case 'thead_close':
        isHead = false;
        break;
      case 'tr_open':
        cells = [];
        break;
      case 'tr_close':
        // What heads two columns says no more than the columns.
        if (cells.length === 2) text += isHead ? '' : `${cells[0]}: ${cells[1]}\n`;
        else text += `${isHead ? '' : '- '}${cells.filter((cell) => cell !== '').join(' · ')}\n`;
        break;
      case 'table_close':
        text += '\n';
        break;
      case 'inline': {
        const words = inline(token.children ?? []);
        if (/^t[hd]_open$/.test(near)) cells.push(words);
        else if (near === 'heading_open') {
          // As long as the words, once these are known.
          block(`${words}\n${tokens[at - 1]!.tag === 'h1' ? '===' : '---'}`);
        } else block(words);
        break;
      }
      default:
    }
  });
  return liquid.restore(text);
};

const LEAD = /^(?:> )*(?:\s*(?:- |\d+\. ))?/;

const wrapLine = (line: string): string => {
  if (line.length <= WIDTH) return line === SIGNATURE ? line : line.trimEnd();
  const lead = LEAD.exec(line)![0];
  const rest = lead.replace(/- $|\d+\. $/, (bullet) => ' '.repeat(bullet.length));
  const lines: string[] = [];
  let current = lead;
  let isStart = true;
  for (const word of line.slice(lead.length).split(' ')) {
    if (!isStart && current.length + 1 + word.length > WIDTH) {
      lines.push(current.trimEnd());
      current = rest + word;
    } else current += isStart ? word : ` ${word}`;
    isStart = false;
  }
  return [...lines, current.trimEnd()].join('\n');
};

/** Breaks lines that are too long between words; an address stays whole. Lines of lists and quotations stay in them. */
export const wrap = (text: string): string => {
  const lines = text.split('\n').map(wrapLine);
  return lines
    .map((line, at) => {
      const above = lines[at - 1] ?? '';
      return above !== '' && (line === '===' || line === '---')
        ? line[0]!.repeat(Math.min(WIDTH, above.length - above.lastIndexOf('\n') - 1))
        : line;
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
