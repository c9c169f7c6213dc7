import { hrefOf, writeHtml, type Document, type Token } from './markdown';

const FACT_CELL = 'padding:6px 0;border-bottom:1px solid #e2e2ea;vertical-align:top;text-align:left';
const DATA_CELL =
  'padding:6px 8px 6px 0;border-bottom:1px solid #e2e2ea;vertical-align:top;text-align:left;font-size:14px';

/** Gmail and Outlook want styles beside what they style. */
const STYLES: Record<string, string> = {
  h1: 'margin:0 0 16px;font-size:24px;line-height:1.3;font-weight:700',
  h2: 'margin:28px 0 12px;font-size:18px;line-height:1.3;font-weight:700',
  h3: 'margin:20px 0 8px;font-size:16px;line-height:1.4;font-weight:700',
  ul: 'margin:0 0 16px;padding:0 0 0 22px',
  ol: 'margin:0 0 16px;padding:0 0 0 22px',
  li: 'margin:0 0 6px',
  blockquote: 'margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #c9c9d6',
  hr: 'margin:24px 0;border:0;border-top:1px solid #e2e2ea',
};

const style = (token: Token, words: string) => token.attrSet('style', words);

/** What is written without words in it, because a condition or a list was empty. */
export const EMPTY =
  /<(ul|ol)[^>]*>(?:\s*<li[^>]*>\s*<\/li>)*\s*<\/\1>\s*|<li[^>]*>\s*<\/li>\s*|<table[^>]*>\s*<tbody>\s*<\/tbody>\s*<\/table>\s*/g;

/** A document as HTML with Liquid in it. `paragraph` styles the paragraphs: those of the letter and of its foot differ. */
export const htmlBody = ({ tokens, liquid }: Document, paragraph = 'margin:0 0 16px'): string => {
  const fill = liquid.mark('{{ look.fill }}');
  const ink = liquid.mark('{{ look.ink }}');
  const link = liquid.mark('{{ look.link }}');
  let isFacts = false;
  const paint = (list: Token[]) => {
    for (const token of list) {
      const isStart = token.nesting !== -1;
      if (token.type === 'table_open') {
        isFacts = token.meta?.isFacts === true;
        token.attrSet('width', '100%');
        style(token, 'width:100%;margin:0 0 20px;border-collapse:collapse');
      } else if (token.type === 'th_open') style(token, `${DATA_CELL};font-weight:700`);
      else if (token.type === 'td_open' && token.tag === 'th') {
        token.attrSet('scope', 'row');
        token.attrSet('class', 'label');
        style(
          token,
          `${FACT_CELL};width:26%;padding-right:12px;font-size:14px;line-height:24px;font-weight:400;word-break:normal;color:#5d5d6b`,
        );
      } else if (token.type === 'td_open') style(token, isFacts ? FACT_CELL : DATA_CELL);
      else if (token.type === 'paragraph_open' && !token.hidden) style(token, paragraph);
      else if (token.type === 'link_open') {
        token.attrs = [['href', hrefOf(token)]];
        style(token, `color:${link}`);
      } else if (isStart && STYLES[token.tag]) style(token, STYLES[token.tag]!);
      if (token.children) paint(token.children);
    }
  };
  paint(tokens);

  const html = writeHtml(tokens, {
    liquid: (list, at) => list[at]!.content,
    // A table, and the space around the words on the cell for Outlook, which knows none on links.
    button: (list, at) => {
      const button = list[at]!;
      const words = writeHtml([Object.assign(Object.create(button) as Token, { type: 'inline' })], {});
      return (
        `<table role="presentation" border="0" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr>` +
        `<td class="fill" bgcolor="${fill}" style="border-radius:6px;background-color:${fill};mso-padding-alt:12px 24px">` +
        `<a href="${hrefOf(button)}" style="display:inline-block;padding:12px 24px;font-weight:700;` +
        `text-decoration:none;color:${ink}">${words}</a></td></tr></table>\n`
      );
    },
  });
  return liquid.restore(html);
};
