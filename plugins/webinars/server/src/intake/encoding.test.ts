import type { Encoding } from '../../../contracts/intake';
import { encodingOf, isNoText, textOf } from './encoding';

const NAMES = 'Vorname;Nachname\r\nJürgen;Groß\r\nZoë;Müßig\r\n';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const cp1252 = (text: string) => Buffer.from(text, 'latin1');

const written: [string, Buffer, Encoding][] = [
  ['UTF-8', Buffer.from(NAMES), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${NAMES}`), 'utf-8'],
  ["Excel's Unicode text", Buffer.from(`\ufeff${NAMES}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without a mark', Buffer.from(NAMES, 'utf16le'), 'utf-16le'],
  ['UTF-16, big-endian', utf16be(`\ufeff${NAMES}`), 'utf-16be'],
  ['UTF-16, big-endian, without a mark', utf16be(NAMES), 'utf-16be'],
  ['what Windows programs save', cp1252(NAMES), 'windows-1252'],
  ['plain ASCII', Buffer.from('a;b\n'), 'utf-8'],
];

describe('the letters of a file', () => {
  it.each(written)('are recognised: %s', (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    const text = [...textOf(bytes, encoding)].join('');
    expect(text).toBe((encoding === 'utf-8' && bytes.length < 10 ? 'a;b\n' : NAMES).replace(/\r\n/g, '\n'));
  });

  it('are read in pieces that cut nothing in two', () => {
    // A line's end and a letter of several bytes on the edge of each piece.
    for (const pad of [64 * 1024 - 1, 64 * 1024 - 2]) {
      const text = `${'x'.repeat(pad)}\r\nüü\r\n`;
      expect([...textOf(Buffer.from(text), 'utf-8')].join('')).toBe(text.replace(/\r\n/g, '\n'));
      const letters = `${'x'.repeat(pad)}🦉é`;
      expect([...textOf(Buffer.from(letters), 'utf-8')].join('')).toBe(letters);
    }
  });

  it('are not looked for in a workbook, an archive or a picture', () => {
    expect(isNoText(Buffer.from('PK\u0003\u0004 and so on'))).toBe(true);
    expect(isNoText(Buffer.from('%PDF-1.7'))).toBe(true);
    expect(isNoText(Buffer.from([0x1f, 0x8b, 8]))).toBe(true);
    expect(isNoText(Buffer.from('PKW;Name\n'))).toBe(false);
  });
});
