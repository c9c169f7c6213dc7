import { neutral } from './neutral';

describe('text for a spreadsheet', () => {
  it.each(['=1+1', '+49 30 1', '-2', '@sum', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    'is no formula: %j',
    (text) => expect(neutral(text)).toBe(`'${text}`),
  );

  it('stays as it is where nothing can be mistaken', () => {
    for (const text of ['', 'Ada', "O'Brien", 'a=b', ' =1', 'Straße 5', '5-6']) expect(neutral(text)).toBe(text);
  });
});
