import { inflateSync } from 'node:zlib';
import type { RosterRow } from '../../../contracts/roster';
import { columnsOf } from './columns';
import { toCsv } from './csv';
import { toPdf } from './pdf';
import { letters, serial, toXlsx, xml } from './xlsx';

const aRow = (fields: Partial<RosterRow> = {}): RosterRow => ({
  documentId: 'd1',
  reference: 'W7K3M9QXA2F',
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  company: 'Analytical Engines',
  companySize: 'upTo49',
  position: null,
  country: 'GB',
  state: 'confirmed',
  waitlistPosition: null,
  holdExpiresAt: null,
  cancelReason: null,
  registeredAt: '2026-07-01T10:30:00Z',
  paymentStatus: 'completed',
  paymentAmount: 4950,
  paymentCurrency: 'EUR',
  source: 'website',
  locale: 'en',
  joinedAt: null,
  attendanceMinutes: 55,
  rating: 5,
  isBounced: false,
  session: {
    documentId: 's1',
    title: 'Clouds & rain',
    datetime: '2026-12-01T09:00:00Z',
    timezone: 'Europe/Lisbon',
    state: 'published',
  },
  ...fields,
});

const batches = async function* (...all: RosterRow[][]) {
  yield* all;
};
const whole = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
};

/** The cells of a CSV file, as RFC 4180 has them. */
const cellsOf = (text: string, separator: string): string[][] => {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n)`, 'gy');
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    lines.at(-1)!.push(quoted?.replace(/""/g, '"') ?? plain!);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
};

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  'a"b',
  'a;b,c',
  '<b>&',
  'ﬁ\u0000\u0008',
  '\ud800',
];

describe('a CSV file', () => {
  it('tells a country and a size in its language, in which spreadsheets see no date', async () => {
    const told = async (locale: 'en' | 'de') => {
      const columns = columnsOf(['companySize', 'country'], locale, 'Europe/Berlin');
      return cellsOf(
        (await whole(toCsv(batches([aRow(), aRow({ companySize: null, country: null })]), columns, ';')))
          .subarray(3)
          .toString(),
        ';',
      );
    };
    expect(await told('en')).toEqual([
      ['First name', 'Last name', 'Company size', 'Country'],
      ['Ada', 'Lovelace', '10 to 49', 'United Kingdom'],
      ['Ada', 'Lovelace', '', ''],
    ]);
    expect((await told('de'))[1]).toEqual(['Ada', 'Lovelace', '10 bis 49', 'Vereinigtes Königreich']);
  });

  it('begins with its mark, has the headers of its language and tells dates in the zone that it names', async () => {
    const file = await whole(
      toCsv(batches([aRow()]), columnsOf(['registered', 'payment', 'state'], 'de', 'Europe/Berlin'), ';'),
    );
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.subarray(3).toString()).toBe(
      'Vorname;Nachname;Angemeldet (Europe/Berlin);Zahlung;Betrag;Währung;Stand\r\n' +
        'Ada;Lovelace;2026-07-01 12:30;Bezahlt;49,5;EUR;Bestätigt\r\n',
    );
  });

  it('is whole though a currency is none', async () => {
    const odd = aRow({ paymentCurrency: '€' });
    const file = await whole(toCsv(batches([odd]), columnsOf(['payment'], 'en', 'UTC'), ','));
    expect(file.toString()).toContain('Ada,Lovelace,Paid,49.5,€');
  });

  it('keeps what people typed in its cell, and lets nothing of it be worked out', async () => {
    const rows = HOSTILE.map((lastName) => aRow({ lastName }));
    for (const separator of [',', ';', '\t'] as const) {
      const file = await whole(toCsv(batches(rows), columnsOf([], 'en', 'UTC'), separator));
      const [, ...read] = cellsOf(file.subarray(3).toString(), separator);
      expect(read.map(([, last]) => last)).toEqual(
        HOSTILE.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace('\ud800', '\ufffd')),
      );
    }
  });
});

describe('an Excel file', () => {
  it('counts columns and days as Excel does', () => {
    expect([0, 25, 26, 51, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
    expect(serial(new Date('1970-01-01T00:00:00Z'))).toBe(25_569);
    expect(serial(new Date('2026-07-01T12:00:00Z'))).toBe(46_204.5);
  });

  it('says nothing that XML cannot say', () => {
    expect(xml('<a href="x">&\u0000\ud800😀')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;😀');
  });

  it('stops asking for rows when nobody reads on', async () => {
    let asked = 0;
    let isReturned = false;
    const endless = async function* () {
      try {
        for (;;) {
          asked += 1;
          yield Array.from({ length: 500 }, () => aRow({ reference: Math.random().toString(36) }));
        }
      } finally {
        isReturned = true;
      }
    };
    let read = 0;
    for await (const chunk of toXlsx(endless(), columnsOf(['email', 'reference'], 'en', 'UTC'), 'People')) {
      read += chunk.length;
      if (read > 200_000) break;
    }
    const then = asked;
    while (!isReturned) await new Promise((resolve) => setImmediate(resolve));
    expect(asked - then).toBeLessThanOrEqual(1);
  });
});

describe('an attendance list', () => {
  const NAMES = [
    'Жанна Ковальчук',
    'Γιώργος Παπαδόπουλος',
    'Łukasz Żółć',
    'Ğülşen Şimşek',
    'ნინო მაისურაძე',
    'Արմեն Սարգսյան',
    'Åse Bjørnsdóttir',
  ];

  it('is tagged, has a language, embeds its letters and begins a page for each session', async () => {
    const people = NAMES.map((name, index) =>
      aRow({ firstName: name.split(' ')[0]!, lastName: name.split(' ')[1]!, company: HOSTILE[index]! }),
    );
    const elsewhere = {
      ...aRow().session,
      documentId: 's2',
      title: 'Ein anderer Termin mit einem Titel, der länger ist als eine Zeile und deshalb umbricht',
    };
    const long = Array.from({ length: 60 }, (_, index) => aRow({ lastName: `Guest ${index}`, session: elsewhere }));
    const file = await whole(
      toPdf(batches(people, long.slice(0, 20), long.slice(20)), {
        locale: 'de',
        timezone: 'Europe/Berlin',
        now: new Date('2026-11-20T10:00:00Z'),
      }),
    );
    if (process.env.LIST_TO_LOOK_AT) (await import('node:fs')).writeFileSync(process.env.LIST_TO_LOOK_AT, file);
    const text = file.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (de)');
    expect(text).toContain('/Marked true');
    expect(text).toMatch(/\/Type \/StructTreeRoot/);
    expect(text).toMatch(/FontName \/[A-Z]{6}\+DejaVuSans\b/);
    for (const type of ['Sect', 'H1', 'Table', 'TR', 'TH', 'TD']) expect(text).toContain(`/S /${type}\n`);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(4);
    expect(text.match(/\/S \/TR\n/g)).toHaveLength(2 + NAMES.length + long.length);
    // Every letter is one of the font: none is drawn as the box that stands for a missing one.
    const fonts = [...text.matchAll(/beginbfrange|beginbfchar/g)].length;
    const maps = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body]) => {
      try {
        return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    });
    const unicode = maps
      .filter((body) => body.includes('begincmap'))
      .join('')
      .toLowerCase();
    expect(fonts + maps.length).toBeGreaterThan(0);
    for (const letter of NAMES.join('').replace(/ /g, ''))
      expect([letter, unicode.includes(letter.codePointAt(0)!.toString(16).padStart(4, '0'))]).toEqual([letter, true]);
  });

  it('of nobody says so', async () => {
    const file = await whole(toPdf(batches(), { locale: 'en', timezone: 'UTC', now: new Date() }));
    expect(file.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(1);
  });
});
