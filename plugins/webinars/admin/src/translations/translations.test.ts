import fs from 'node:fs';
import path from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

type Texts = Record<string, string>;

const read = (name: string): Texts => JSON.parse(fs.readFileSync(path.join(__dirname, name), 'utf8')) as Texts;

const sets = fs
  .readdirSync(__dirname)
  .filter((name) => name.endsWith('en.json'))
  .map((name) => ({ name, en: read(name), de: read(name.replace(/en\.json$/, 'de.json')) }));

/** The arguments of a text with how each is used: `count plural`, `entry argument`. */
const argumentsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = `${element.value} ${TYPE[element.type]}`;
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [own, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
    }
    return element.type === TYPE.tag ? [own, ...argumentsOf(element.children)] : [own];
  });

const usedIn = (text: string): string[] => [...new Set(argumentsOf(parse(text)))].sort();

/** The keys as they stand in the file: a parser keeps only the last of two. */
const keysIn = (name: string): string[] =>
  [...fs.readFileSync(path.join(__dirname, name), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key!);

describe.each(sets)('the admin texts of $name', ({ name, en, de }) => {
  it('stand there once each', () => {
    for (const file of [name, name.replace(/en\.json$/, 'de.json')]) {
      const keys = keysIn(file);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it('are the same in English and German, in the same order', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it('say something in both languages', () => {
    for (const texts of [en, de]) for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
  });

  it('are valid messages with the same arguments in both languages', () => {
    const differing = Object.keys(en).filter((key) => String(usedIn(en[key])) !== String(usedIn(de[key])));
    expect(differing).toEqual([]);
  });
});

describe('the words of the history', () => {
  const server = path.join(__dirname, '../../../server/src');
  const sources = fs
    .readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => fs.readFileSync(path.join(server, name), 'utf8'));
  const { EVENT_TYPES } = jest.requireActual<{ EVENT_TYPES: readonly string[] }>('../../../server/src/kernel/events');

  it('are there for whatever the audit log and the event log are told', () => {
    const named =
      /(?:\baction: |\baudited\(\s*trx,\s*|\b(?:audit|bulkEntry)\(\s*)'([a-z_]+\.[a-z_]+)'|^ {2}\w+: '(registration\.[a-z_]+)',$/gm;
    const audited = sources.flatMap((text) => [...text.matchAll(named)].map(([, name, ofDeed]) => (name ?? ofDeed)!));
    expect(audited).toEqual(expect.arrayContaining(['settings.changed', 'registration.approved', 'bulk.ended']));
    const texts = read('en.json');
    expect([...audited, ...EVENT_TYPES].filter((name) => !(`history.action.${name}` in texts))).toEqual([]);
  });
});

describe('the words of what is compared with Odoo', () => {
  const from = (name: string) =>
    jest.requireActual<Record<string, (...given: unknown[]) => object>>(`../../../server/src/odoo/${name}`);
  const { aPerson, aSession } = from('some-facts');
  const event = from('mapping/event').eventWish!(aSession!(), 'https://example.com', new Set());
  const attendee = from('mapping/attendee').attendeeWish!(aPerson!());

  it('name every field of events and attendees', () => {
    const known = Object.keys(read('en.json'));
    const fields = [...Object.keys(event), ...Object.keys(attendee)];
    expect(fields.filter((field) => !known.includes(`partner.field.${field}`))).toEqual([]);
  });
});
