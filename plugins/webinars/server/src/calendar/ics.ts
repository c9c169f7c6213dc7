import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalAttendeeData,
  type ICalCalendarData,
  type ICalEventData,
} from 'ical-generator';
import type { Locale } from '../kernel/text';
import { addressOf, lineOf, mailboxOf, proseOf, quotableName } from './clean';
import type { CalendarEvent, Feed, Invitation, Party } from './event';
import { fold } from './fold';
import { localTime, zoneOf, type Zone } from './zones';

const LONGEST_SUMMARY = 255;
const LONGEST_LOCATION = 1000;
const LONGEST_DESCRIPTION = 4000;
const MINUTE = 60_000;

/** Start and end on the clocks of the session's zone, else both in UTC. */
const timesOf = ({ start, minutes, timezone }: CalendarEvent) => {
  const end = new Date(start.getTime() + minutes * MINUTE);
  const zone = zoneOf(timezone);
  const from = zone && localTime(zone, start);
  const until = zone && localTime(zone, end);
  return zone && from && until ? { zone, start: from, end: until } : { zone: null, start, end };
};

const partyOf = ({ name, email }: Party): Party => {
  const mailbox = mailboxOf(email);
  return { name: quotableName(name) || mailbox, email: mailbox };
};

/**
 * Whoever registered has said yes, so the entry is accepted from the start: Gmail shows it as such; Outlook asks all the same, but with
 * RSVP=FALSE sends the organizer no answer. A "no" in a calendar gives no seat back, which is why none is asked for.
 */
const attendeeOf = (attendee: Party): ICalAttendeeData => ({
  ...partyOf(attendee),
  type: ICalAttendeeType.INDIVIDUAL,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
});

type Times = ReturnType<typeof timesOf>;

const dataOf = (event: CalendarEvent, times: Times): ICalEventData => ({
  id: event.uid,
  sequence: event.sequence,
  start: times.start,
  end: times.end,
  ...(times.zone ? { timezone: times.zone.tzid } : {}),
  summary: lineOf(event.summary, LONGEST_SUMMARY),
  description: proseOf(event.description, LONGEST_DESCRIPTION),
  location: lineOf(event.location, LONGEST_LOCATION),
  ...(event.url ? { url: addressOf(event.url) } : {}),
  stamp: event.stamp,
  created: event.created,
  lastModified: event.modified,
  status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  // A subscribed programme must not make its reader look busy; nor does what is cancelled.
  ...(event.isPersonal && !event.isCancelled
    ? { transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.BUSY }
    : { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE }),
  // Colleagues who may look into a calendar would else see the personal link.
  class: event.isPersonal ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
  alarms: event.reminders.map((minutes) => ({ type: ICalAlarmType.display, triggerBefore: minutes * 60 })),
});

// RFC 5545 wants an event's alarms behind its properties; ical-generator writes them in between. No text can hold a line break, so none
// can look like the beginning of one.
const ALARMS = /(?<=\r\n)BEGIN:VALARM\r\n[\s\S]*(?<=\r\n)END:VALARM\r\n/;
const alarmsLast = (text: string): string => {
  const [alarms] = ALARMS.exec(text) ?? [];
  return alarms ? text.replace(alarms, () => '').replace(/END:VEVENT\r\n$/, () => `${alarms}END:VEVENT\r\n`) : text;
};

const END = 'END:VCALENDAR';

/** ical-generator writes the shell and the events; the zones they need, each once, come in between. */
const write = (
  shell: ICalCalendarData,
  language: Locale,
  events: readonly [CalendarEvent, Partial<ICalEventData>][],
) => {
  const calendar = new ICalCalendar({
    prodId: { company: 'Magnetiq', product: 'Webinars', language: language.toUpperCase() },
    ...shell,
  });
  const envelope = calendar.toString();
  const zones = new Set<Zone>();
  const texts = events.map(([event, people]) => {
    const times = timesOf(event);
    if (times.zone) zones.add(times.zone);
    return alarmsLast(calendar.createEvent({ ...dataOf(event, times), ...people }).toString());
  });
  const blocks = [...zones].map(({ block }) => `${block}\r\n`);
  return fold(`${envelope.slice(0, -END.length)}${blocks.join('')}${texts.join('')}${END}\r\n`);
};

/**
 * A calendar file of one event.
 *
 * PUBLISH names nobody. Google's interface refuses to import a file that names an organizer and not the importer among its attendees, and programs
 * mail the organizer about what is done to such an entry; RFC 5546 asks for an organizer here; importers do without.
 */
export const invitation = (given: Invitation): string => {
  const people =
    given.method === 'PUBLISH' ? {} : { organizer: partyOf(given.organizer), attendees: [attendeeOf(given.attendee)] };
  return write({ method: ICalCalendarMethod[given.method] }, given.language, [[given.event, people]]);
};

// ical-generator takes a calendar's name as it is.
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`);

/** The text of a calendar that programs subscribe to. */
export const feed = ({ name, language, refreshMinutes, events }: Feed): string =>
  write(
    { method: ICalCalendarMethod.PUBLISH, name: escaped(lineOf(name, LONGEST_SUMMARY)), ttl: refreshMinutes * 60 },
    language,
    events.map((event) => [event, {}]),
  );
