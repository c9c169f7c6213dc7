import { hasBrokenLink, inlineText, plainText } from './inline-text';

describe('the marks in a line of text', () => {
  it('are strong and emphasised words, links and line breaks', () => {
    expect(inlineText('I **accept** the [terms](https://a.example/t?x=1), *all* of them\nand more')).toEqual([
      { kind: 'text', text: 'I ' },
      { kind: 'strong', text: 'accept' },
      { kind: 'text', text: ' the ' },
      { kind: 'link', text: 'terms', href: 'https://a.example/t?x=1' },
      { kind: 'text', text: ', ' },
      { kind: 'emphasis', text: 'all' },
      { kind: 'text', text: ' of them' },
      { kind: 'break' },
      { kind: 'text', text: 'and more' },
    ]);
  });

  it('leave what they do not know as text, a script among it', () => {
    for (const text of ['<b>x</b>', '[x](javascript:alert(1))', '2 * 3', '**']) {
      expect(inlineText(text)).toEqual([{ kind: 'text', text }]);
    }
    expect(hasBrokenLink('[x](javascript:alert)')).toBe(true);
    expect(hasBrokenLink('the [x](https://a.example)')).toBe(false);
  });

  it('can be read without them', () => {
    expect(plainText('I **accept** the [terms](https://a.example)')).toBe('I accept the terms');
  });
});
