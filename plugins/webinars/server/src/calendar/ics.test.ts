import fc from 'fast-check';
import ICAL from 'ical.js';
import { lineOf, proseOf, quotableName } from './clean';
import type { CalendarEvent, Invitation } from './event';
import { feed, invitation } from './ics';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const anEvent = (data: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'abc@webinars',
  sequence: 0,
  isCancelled: false,
  start: new Date('2026-06-01T08:00:00Z'),
  minutes: 60,
  timezone: 'Europe/Berlin',
  summary: 'Webinar: Lean',
  description: 'About lean.',
  location: 'https://example.com/join',
  url: 'https://example.com/join',
  stamp: new Date('2026-05-01T00:00:00Z'),
  created: new Date('2026-04-01T00:00:00Z'),
  modified: new Date('2026-05-01T00:00:00Z'),
  reminders: [1440, 30],
  isPersonal: true,
  ...data,
});

const people = {
  organizer: { name: 'Magnetiq', email: 'events@example.com' },
  attendee: { name: 'Ada Lovelace', email: 'ada@example.com' },
};

const request = (event: Partial<CalendarEvent> = {}, more: Partial<typeof people> = {}): string =>
  invitation({ method: 'REQUEST', language: 'en', event: anEvent(event), ...people, ...more });

const calendarIn = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[] as never);
const eventIn = (text: string) => calendarIn(text).getFirstSubcomponent('vevent')!;
const valueOf = (component: InstanceType<typeof ICAL.Component>, name: string) =>
  component.getFirstPropertyValue(name) as unknown;

const expanded = new Map<string, InstanceType<typeof ICAL.Timezone>>();

/** Instants as a reader finds them who knows no zone but those in the file. */
const instantsIn = (text: string): { start: string; end: string } => {
  const calendar = calendarIn(text);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const instantOf = (name: string): string => {
    const property = event.getFirstProperty(name)!;
    const local = ICAL.Time.fromDateTimeString(String(property.jCal[3]), property as never);
    const tzid = property.getFirstParameter('tzid');
    if (tzid) {
      const block = calendar.getAllSubcomponents('vtimezone').find((zone) => valueOf(zone, 'tzid') === tzid);
      if (!block) throw new Error(`The file does not define ${tzid}.`);
      const rules = block.toString();
      local.zone = expanded.get(rules) ?? new ICAL.Timezone(block);
      expanded.set(rules, local.zone);
    }
    return new Date(local.toUnixTime() * 1000).toISOString();
  };
  return { start: instantOf('dtstart'), end: instantOf('dtend') };
};

const namesIn = (component: InstanceType<typeof ICAL.Component>): string[] => [
  ...component.getAllProperties().map(({ name }) => name),
  ...component.getAllSubcomponents().flatMap((inner) => [inner.name, ...namesIn(inner)]),
];

const longestLine = (text: string): number => Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));

// ical.js takes a name for no text, and leaves it as it stands.
const nameOf = (text: string): string => String(valueOf(calendarIn(text), 'name')).replace(/\\([\\;,])/g, '$1');

describe('the times of an invitation', () => {
  it('stand on the clocks of the session’s zone, which the file defines', () => {
    const text = request({ start: new Date('2026-07-01T14:00:00Z'), timezone: 'America/New_York' });
    expect(text).toContain('\r\nDTSTART;TZID=America/New_York:20260701T100000\r\n');
    expect(text).toContain('\r\nDTEND;TZID=America/New_York:20260701T110000\r\n');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  // Europe changes on 29 March and 25 October 2026, 28 March and 31 October 2027; America on 8 March, 1 November, 14 March, 7 November.
  const changes = [
    '2026-03-08',
    '2026-03-29',
    '2026-10-25',
    '2026-11-01',
    '2027-03-14',
    '2027-03-28',
    '2027-10-31',
    '2027-11-07',
  ];
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];

  it.each(zones)('are right around every change of 2026 and 2027 in %s', (timezone) => {
    for (const day of changes) {
      for (let step = -48; step <= 48; step += 1) {
        const start = new Date(Date.parse(`${day}T00:00:00Z`) + step * (HOUR / 2));
        const text = request({ start, minutes: 90, timezone });
        const end = new Date(+start + 90 * MINUTE);
        expect(instantsIn(text)).toEqual({ start: start.toISOString(), end: end.toISOString() });
      }
    }
  });

  it('are right in every zone that editors can choose', () => {
    for (const timezone of Intl.supportedValuesOf('timeZone')) {
      for (const start of [
        new Date('2026-01-15T10:00:00Z'),
        new Date('2026-07-15T10:00:00Z'),
        new Date('2027-04-02T10:00:00Z'),
      ]) {
        expect([timezone, instantsIn(request({ start, timezone })).start]).toEqual([timezone, start.toISOString()]);
      }
    }
  });

  it('are told in UTC in the hour that autumn repeats, and after it on the clock again', () => {
    const at = (start: string) =>
      request({ start: new Date(start), minutes: 20 })
        .match(/^DTSTART.*$/gm)
        ?.at(-1);
    expect(at('2026-10-25T00:30:00Z')).toBe('DTSTART:20261025T003000Z');
    expect(at('2026-10-25T01:30:00Z')).toBe('DTSTART:20261025T013000Z');
    expect(at('2026-10-25T02:30:00Z')).toBe('DTSTART;TZID=Europe/Berlin:20261025T033000');
  });

  it('are told in UTC for a zone that nobody knows', () => {
    const text = request({ timezone: 'Mars/Olympus' });
    expect(instantsIn(text).start).toBe('2026-06-01T08:00:00.000Z');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('come under the new name of a zone that was renamed', () => {
    expect(request({ timezone: 'Asia/Calcutta' })).toContain('DTSTART;TZID=Asia/Kolkata:20260601T133000');
  });
});

describe('an invitation', () => {
  it('asks nothing of a person who has registered already', () => {
    const attendee = eventIn(request()).getFirstProperty('attendee')!;
    expect(attendee.getFirstValue()).toBe('MAILTO:ada@example.com');
    const parameters = Object.fromEntries(
      ['cn', 'cutype', 'role', 'partstat', 'rsvp'].map((name) => [name, attendee.getFirstParameter(name)]),
    );
    expect(parameters).toEqual({
      cn: 'Ada Lovelace',
      cutype: 'INDIVIDUAL',
      role: 'REQ-PARTICIPANT',
      partstat: 'ACCEPTED',
      rsvp: 'FALSE',
    });
  });

  it('reminds a day and half an hour before, behind all properties as RFC 5545 wants it', () => {
    const text = request();
    const alarms = eventIn(text).getAllSubcomponents('valarm');
    expect(alarms.map((alarm) => [valueOf(alarm, 'action'), String(valueOf(alarm, 'trigger'))])).toEqual([
      ['DISPLAY', '-P1D'],
      ['DISPLAY', '-PT30M'],
    ]);
    const end = text.indexOf('END:VEVENT');
    expect(text.slice(text.lastIndexOf('END:VALARM'), end)).toBe('END:VALARM\r\n');
    expect(text.indexOf('STATUS:')).toBeLessThan(text.indexOf('BEGIN:VALARM'));
  });

  it('takes its person’s time, and shows nobody else what for', () => {
    const event = eventIn(request());
    expect([valueOf(event, 'transp'), valueOf(event, 'class')]).toEqual(['OPAQUE', 'PRIVATE']);
    const open = eventIn(request({ isPersonal: false }));
    expect([valueOf(open, 'transp'), valueOf(open, 'class')]).toEqual(['TRANSPARENT', 'PUBLIC']);
  });

  it('names nobody when it is published', () => {
    const given: Invitation = { method: 'PUBLISH', language: 'en', event: anEvent(), ...people };
    expect(invitation(given)).not.toMatch(/ORGANIZER|ATTENDEE|MAILTO/i);
  });

  it('moves and ends under one UID, with a rising SEQUENCE', () => {
    const files = [
      request({ sequence: 0 }),
      request({ sequence: 1, start: new Date('2026-06-02T08:00:00Z') }),
      invitation({
        method: 'CANCEL',
        language: 'en',
        ...people,
        event: anEvent({ sequence: 2, isCancelled: true, reminders: [] }),
      }),
    ];
    const told = files.map((text) => [
      valueOf(calendarIn(text), 'method'),
      ...['uid', 'sequence', 'status'].map((name) => valueOf(eventIn(text), name)),
    ]);
    expect(told).toEqual([
      ['REQUEST', 'abc@webinars', 0, 'CONFIRMED'],
      ['REQUEST', 'abc@webinars', 1, 'CONFIRMED'],
      ['CANCEL', 'abc@webinars', 2, 'CANCELLED'],
    ]);
  });

  it('is the same whenever it is made of the same', () => {
    expect(request()).toBe(request());
  });
});

// Everything that means something to a calendar file, to HTML, to templates or to a terminal, and everything that must be told apart.
const bits = [
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u0085',
  '\t',
  ',',
  ';',
  ':',
  '"',
  '\\',
  '\\n',
  '^n',
  "^'",
  '\u202e',
  '\u200f',
  '\u0000',
];
const words = [
  'BEGIN:VEVENT',
  'END:VALARM\r\n',
  '\r\nATTENDEE:mailto:x@y.z\r\n',
  '<b>',
  '{{ x }}',
  '😀',
  '\ud83d',
  'ä',
  'שלום',
  ' ',
  'a',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...bits, ...words), fc.string({ unit: 'binary' })), { maxLength: 40 })
  .map((all) => all.join(''));
const long = fc
  .tuple(hostile, fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => text.repeat(times).slice(0, 10_000));
const anything = fc.oneof(hostile, long);

const plain = namesIn(calendarIn(request()));

describe('whatever people type', () => {
  it('comes out as they typed it, less what cannot be read, and is nothing but text', () => {
    fc.assert(
      fc.property(anything, anything, anything, anything, (summary, description, location, name) => {
        const text = request({ summary, description, location }, { attendee: { name, email: 'ada@example.com' } });
        const event = eventIn(text);
        expect(
          namesIn(calendarIn(text)).filter((each) => !['summary', 'description', 'location'].includes(each)),
        ).toEqual(plain.filter((each) => !['summary', 'description', 'location'].includes(each)));
        expect(valueOf(event, 'summary') ?? '').toBe(lineOf(summary, 255));
        expect(valueOf(event, 'description') ?? '').toBe(proseOf(description, 4000));
        expect(valueOf(event, 'location') ?? '').toBe(lineOf(location, 1000));
        expect(event.getFirstProperty('attendee')!.getFirstParameter('cn')).toBe(
          quotableName(name) || 'ada@example.com',
        );
        expect(longestLine(text)).toBeLessThanOrEqual(75);
        expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n\u0000]/); // eslint-disable-line no-control-regex
      }),
      { numRuns: 300 },
    );
  });

  it('breaks out of no address', () => {
    fc.assert(
      fc.property(anything, anything, anything, (email, url, name) => {
        const text = request({ url: `https://example.com/${url}` }, { organizer: { name, email: `a${email}` } });
        expect(namesIn(calendarIn(text))).toEqual(plain);
        expect(longestLine(text)).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('cannot rename a feed into more than a name', () => {
    fc.assert(
      fc.property(anything, (name) => {
        const text = feed({ name: `x${name}`, language: 'en', refreshMinutes: 60, events: [] });
        expect(namesIn(calendarIn(text))).toEqual([
          'version',
          'prodid',
          'method',
          'name',
          'x-wr-calname',
          'refresh-interval',
          'x-published-ttl',
        ]);
        expect(nameOf(text)).toBe(lineOf(`x${name}`, 255));
      }),
    );
  });

  it.each([
    ['a,b;c', 'SUMMARY:a\\,b\\;c'],
    ['two\r\nlines', 'SUMMARY:two lines'],
    ['gnp.\u202eexe', 'SUMMARY:gnp.exe'],
    ['<img src=x> {{ secret }}', 'SUMMARY:<img src=x> {{ secret }}'],
  ])('as %j is %j', (summary, line) => {
    expect(request({ summary })).toContain(`\r\n${line}\r\n`);
  });
});

describe('a feed', () => {
  const text = feed({
    name: 'Webinars; all, of them',
    language: 'de',
    refreshMinutes: 60,
    events: [
      anEvent({ uid: '1@webinars', isPersonal: false }),
      anEvent({ uid: '2@webinars', isPersonal: false, timezone: 'Asia/Kolkata', isCancelled: true }),
      anEvent({ uid: '3@webinars', isPersonal: false }),
    ],
  });

  it('says its name and how often to come back', () => {
    const calendar = calendarIn(text);
    expect(
      ['method', 'name', 'x-wr-calname', 'x-published-ttl'].map((name) => String(valueOf(calendar, name))),
    ).toEqual(['PUBLISH', 'Webinars\\; all\\, of them', 'Webinars\\; all\\, of them', 'PT1H']);
    expect(String(valueOf(calendar, 'refresh-interval'))).toBe('PT1H');
  });

  it('defines each zone once, before the events that stand in it', () => {
    expect(text.match(/^TZID:.*$/gm)).toEqual(['TZID:Europe/Berlin', 'TZID:Asia/Kolkata']);
    expect(text.lastIndexOf('END:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
  });

  it('keeps what was cancelled', () => {
    const events = calendarIn(text).getAllSubcomponents('vevent');
    expect(events.map((event) => [valueOf(event, 'uid'), valueOf(event, 'status')])).toEqual([
      ['1@webinars', 'CONFIRMED'],
      ['2@webinars', 'CANCELLED'],
      ['3@webinars', 'CONFIRMED'],
    ]);
  });
});
