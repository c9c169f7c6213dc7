import { blocksAsHtml, escapeHtml, paragraphs } from './html';

describe('text as HTML', () => {
  it('is escaped: Odoo takes it as it comes', () => {
    expect(escapeHtml(`<b a="1" b='2'>&`)).toBe('&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;');
    expect(paragraphs('One <two>\nthree\n\n\n four ')).toBe('<p>One &lt;two&gt;<br>three</p><p>four</p>');
    expect(paragraphs(' \n\n ')).toBe('');
  });
});

describe('Strapi’s blocks as HTML', () => {
  const text = (words: string, marks: object = {}) => ({ type: 'text', text: words, ...marks });

  it('keep paragraphs, headings, lists, quotes, code, marks and links', () => {
    expect(
      blocksAsHtml([
        { type: 'heading', level: 2, children: [text('Looms')] },
        { type: 'paragraph', children: [text('Plain '), text('bold', { bold: true }), text(' and <raw>')] },
        { type: 'paragraph', children: [text(' ')] },
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('one')] },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('deeper')] }] },
          ],
        },
        { type: 'quote', children: [text('Said', { italic: true })] },
        { type: 'code', children: [text('a < b')] },
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://example.com/?a=1&b="2"', children: [text('here')] }],
        },
      ]),
    ).toBe(
      '<h3>Looms</h3><p>Plain <strong>bold</strong> and &lt;raw&gt;</p><ol><li>one</li><ul><li>deeper</li></ul></ol>' +
        '<blockquote><em>Said</em></blockquote><pre>a &lt; b</pre>' +
        '<p><a href="https://example.com/?a=1&amp;b=&quot;2&quot;">here</a></p>',
    );
  });

  it('lead nowhere but to the web', () => {
    const link = (url: string) =>
      blocksAsHtml([{ type: 'paragraph', children: [{ type: 'link', url, children: [text('x')] }] }]);
    expect(link('javascript:alert(1)')).toBe('<p>x</p>');
    expect(link('data:text/html,x')).toBe('<p>x</p>');
  });

  it('are empty where there is nothing to read', () => {
    expect(blocksAsHtml(null)).toBe('');
    expect(blocksAsHtml('text')).toBe('');
    expect(blocksAsHtml([{ type: 'image', children: [] }])).toBe('');
  });
});
