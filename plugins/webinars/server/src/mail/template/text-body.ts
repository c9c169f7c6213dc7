import { hrefOf, type Document, type Token } from './markdown';

const WIDTH = 76;

const bare = (href: string) => href.replace(/^(?:mailto|tel):/, '');

/**
 * A document as plain text with Liquid in it. Lines are broken when the values are in them. A link alone on its line reads “words: address”, one
 * inside a sentence “words <address>”.
 */
export const textBody = ({ tokens, liquid }: Document): string => {
  const inline = (children: readonly Token[]): string => {
    const isAlone = !children.some(
      (child, at) =>
        child.type === 'text' &&
        child.content.trim() !== '' &&
        !liquid.isTags(child.content) &&
        !children.slice(0, at).some((other, index) => {
          const end = children.findIndex((close, position) => position > index && close.type === 'link_close');
          return other.type === 'link_open' && end > at;
        }),
    );
    let written = '';
    let words = '';
    let address: string | null = null;
    const add = (text: string) => {
      if (address === null) written += text;
      else words += text;
    };
    for (const child of children) {
      if (child.type === 'link_open') {
        address = hrefOf(child);
        words = '';
      } else if (child.type === 'link_close' && address !== null) {
        const href = address;
        address = null;
        const isSame = liquid.restore(words) === bare(liquid.restore(href)).replace(/ \| (?:safe_url|url_part) /g, ' ');
        written += isSame ? words : isAlone ? `${words}: ${href}` : `${words} <${href}>`;
      } else if (child.type === 'softbreak' || child.type === 'hardbreak') add('\n');
      else add(child.content);
    }
    return written;
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
          const mark = tokens[at - 1]!.tag === 'h1' ? '=' : '-';
          const plain = liquid.restore(words);
          const isKnown = !plain.includes('{');
          block(`${words}\n${mark.repeat(isKnown ? Math.min(plain.length, WIDTH) : 40)}`);
        } else block(words);
        break;
      }
      default:
    }
  });
  return liquid.restore(text);
};

const LEAD = /^(?:> )*(?:\s*(?:- |\d+\. ))?/;

/** Breaks lines that are too long between words; an address stays whole. Lines of lists and quotations stay in them. */
export const wrap = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (line.length <= WIDTH) return line.trimEnd();
      const lead = LEAD.exec(line)![0];
      const rest = lead.replace(/- $|\d+\. $/, (bullet) => ' '.repeat(bullet.length));
      const lines: string[] = [];
      let current = lead;
      let isEmpty = true;
      for (const word of line.slice(lead.length).split(' ')) {
        if (!isEmpty && current.length + 1 + word.length > WIDTH) {
          lines.push(current.trimEnd());
          current = rest + word;
        } else current += isEmpty ? word : ` ${word}`;
        isEmpty = false;
      }
      return [...lines, current.trimEnd()].join('\n');
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
