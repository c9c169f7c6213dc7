import fc from 'fast-check';
import { DELIMITERS, ENCODINGS, type Delimiter, type Encoding } from '../../../contracts/intake';
import { CHARACTER, readTable } from './csv';
import { encodingOf, textOf } from './encoding';
import { guessColumns, recognise } from './recognise';
import { fieldOf, isComing, sourceOf } from './words';

const ZOOM = `Registration Report
Report Generated:,"Mar 3, 2026 10:12 AM"
Topic,Webinar ID,Scheduled Time,Duration (minutes),# Registered,# Cancelled,# Approved,# Denied
"Costs, and how to cut them",812 3456 7890,"Mar 10, 2026 05:00 PM",60,3,1,2,0

Attendee Details
First Name,Last Name,Email,Organization,Job Title,Number of Employees,Registration Time,Approval Status,Country/Region Name
Ada,Lovelace,ada@example.com,Analytical Engines,Countess,1-20,"Mar 1, 2026 09:00 AM",approved,United Kingdom
`;

const EVENTBRITE = `Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Company,Home Country,Billing Country
1001,2026-03-01,Grace,Hopper,grace@example.com,1,General Admission,5001,Attending,Navy,US,US
`;

describe('a table', () => {
  it("of Zoom's begins below its preamble", () => {
    expect(recognise(ZOOM, {})).toEqual({ delimiter: 'comma', headerLine: 7 });
    const headings = ZOOM.split('\n')[6]!.split(',');
    expect(sourceOf(headings)).toBe('zoom');
    expect(guessColumns(headings)).toEqual([
      'firstName',
      'lastName',
      'email',
      'company',
      'position',
      'companySize',
      'registeredElsewhere',
      'status',
      'country',
    ]);
  });

  it("of Eventbrite's is known by its headings", () => {
    expect(recognise(EVENTBRITE, {})).toEqual({ delimiter: 'comma', headerLine: 1 });
    const headings = EVENTBRITE.split('\n')[0]!.split(',');
    expect(sourceOf(headings)).toBe('eventbrite');
    expect(guessColumns(headings)).toEqual([
      null,
      'registeredElsewhere',
      'firstName',
      'lastName',
      'email',
      null,
      null,
      null,
      'status',
      'company',
      'country',
      null,
    ]);
  });

  it('in German with semicolons is cut where it is meant to be, though there are commas in it', () => {
    const text =
      'Name;E-Mail-Adresse;Firma\n"Groß, Jürgen";j@example.de;"Groß, Klein & Söhne"\nMax Muster;m@example.de;A, B und C\n';
    expect(recognise(text, {})).toEqual({ delimiter: 'semicolon', headerLine: 1 });
    expect(guessColumns(['Name', 'E-Mail-Adresse', 'Firma'])).toEqual(['fullName', 'email', 'company']);
  });

  it('of our own export is known by its times, in both languages', () => {
    const english = ['First name', 'Last name', 'E-mail', 'Company', 'Session', 'State', 'Registered (Europe/Berlin)'];
    const german = ['Vorname', 'Nachname', 'E-Mail', 'Unternehmen', 'Termin', 'Stand', 'Angemeldet (Europe/Berlin)'];
    const columns = ['firstName', 'lastName', 'email', 'company', null, 'status', null];
    for (const headings of [english, german]) {
      expect(sourceOf(headings)).toBe('ours');
      expect(guessColumns(headings)).toEqual(columns);
    }
    expect(['Confirmed', 'Bestätigt', 'Did not come', 'Auf der Warteliste'].map(isComing)).toEqual(Array(4).fill(true));
    expect(['Cancelled', 'Freigabe offen', 'Yet to pay', 'Zahlung offen'].map(isComing)).toEqual(Array(4).fill(false));
  });

  it('without headings is taken as it is', () => {
    expect(recognise('Ada\tLovelace\tada@example.com\nBo\tBrown\tbo@example.com\n', {})).toEqual({
      delimiter: 'tab',
      headerLine: 0,
    });
  });

  it('is read as somebody says, whatever it looks like', () => {
    expect(recognise(ZOOM, { delimiter: 'tab', headerLine: 3 })).toEqual({ delimiter: 'tab', headerLine: 3 });
  });
});

describe('what a column holds', () => {
  it('is known by its heading, in both languages and however it is spelt', () => {
    for (const [heading, field] of [
      ['first_name', 'firstName'],
      ['FirstName', 'firstName'],
      ['VORNAME', 'firstName'],
      ['Unternehmen:', 'company'],
      ['E-Mail', 'email'],
      ['eMail', 'email'],
      ['Telefon-Nr', null],
      ['<b>Email</b>', null],
      ['Job Title', 'position'],
    ] as const) {
      expect(`${heading}: ${fieldOf(heading)}`).toBe(`${heading}: ${field}`);
    }
  });

  it('is never taken for a consent', () => {
    for (const heading of [
      'Newsletter',
      'Marketing consent',
      'marketingConsent',
      'AGB akzeptiert',
      'privacy_consent',
    ]) {
      expect(fieldOf(heading)).toBeNull();
    }
  });

  it('comes from one column each, and a whole name steps back where its halves are there', () => {
    expect(guessColumns(['Email', 'E-Mail', 'Name', 'First Name', 'Last Name'])).toEqual([
      'email',
      null,
      null,
      'firstName',
      'lastName',
    ]);
  });

  it('says who is coming', () => {
    for (const status of ['approved', 'Attending', 'Checked In', '', 'bestätigt']) expect(isComing(status)).toBe(true);
    for (const status of ['denied', 'Cancelled', 'Not Attending', 'Refunded', 'storniert', 'Pending Approval'])
      expect(isComing(status)).toBe(false);
    expect(isComing('perhaps')).toBeNull();
  });
});

/** A cell as a program writes it that puts quotation marks where they are needed. */
const quoted = (cell: string, separator: string) =>
  cell.includes(separator) || /["\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;

const encoded = (text: string, encoding: Encoding, isMarked: boolean): Buffer => {
  const marked = isMarked && encoding !== 'windows-1252' ? `\ufeff${text}` : text;
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  return Buffer.from(marked, encoding === 'utf-8' ? 'utf8' : 'latin1');
};

const readAll = async (bytes: Buffer, encoding: Encoding, delimiter: Delimiter) => {
  const lines = [];
  for await (const line of readTable(textOf(bytes, encoding), delimiter)) lines.push(line);
  return lines;
};

const letters = fc.constantFrom(...'abcXYZ 019.-+=@\'"ÄöüßéÇñ,;\t|\n'.split(''));
const cell = fc.string({ unit: letters, maxLength: 12 });
const line = (columns: number) =>
  // A line whose cells are all blank is none.
  fc.array(cell, { minLength: columns, maxLength: columns }).map(([first = '', ...others]) => [`x${first}`, ...others]);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) => fc.array(line(columns), { minLength: 1, maxLength: 12 }));

describe('any table', () => {
  it('reads back the same in every encoding, with every separator and every end of line', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        async (written, encoding, delimiter, end, isMarked, isEnded) => {
          const character = CHARACTER[delimiter];
          const text = written.map((cells) => cells.map((one) => quoted(one, character)).join(character)).join(end);
          const bytes = encoded(isEnded ? text + end : text, encoding, isMarked);
          const read = await readAll(bytes, encoding, delimiter);
          expect(read.map(({ cells }) => cells)).toEqual(written);
          // Each begins where an editor shows it: below all lines before it, those inside of cells included.
          let at = 1;
          for (const [n, cells] of written.entries()) {
            expect(read[n]!.line).toBe(at);
            at += 1 + (cells.join('').match(/\n/g)?.length ?? 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of people is recognised, whoever has written it', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopäöüß'.split('')), minLength: 2, maxLength: 10 });
    const somebody = fc.tuple(word, word, fc.nat(9999)).map(([first, last, n]) => [first, last, `p${n}@example.com`]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { minLength: 3, maxLength: 20 }),
        fc.constantFrom(['First Name', 'Last Name', 'Email'], ['Vorname', 'Nachname', 'E-Mail']),
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(...DELIMITERS),
        async (people, headings, encoding, delimiter) => {
          const rows = [headings, ...people];
          const bytes = encoded(rows.map((cells) => cells.join(CHARACTER[delimiter])).join('\r\n'), encoding, true);
          const found = encodingOf(bytes);
          const text = [...textOf(bytes, found)].join('');
          expect(recognise(text, {})).toEqual({ delimiter, headerLine: 1 });
          expect((await readAll(bytes, found, delimiter)).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('with a quotation mark that is never closed says from which line on', async () => {
    const text = ['a,b\n1,2\n"3,4\n5,6\n'];
    const read = async () => {
      for await (const _ of readTable(text, 'comma'));
    };
    await expect(read()).rejects.toMatchObject({ code: 'CSV_UNREADABLE', details: { line: 3 } });
  });
});
