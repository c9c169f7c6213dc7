import type { AddLinks } from '../kernel/links';
import { DateTime, IANAZone } from '../kernel/time';
import { lineOf, proseOf } from './clean';

/** Mail programs and older servers cut or refuse longer addresses. */
const LONGEST_ADDRESS = 2000;
const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 1000;
const LONGEST_LOCATION = 800;
const MINUTE = 60_000;

// `+` for a space is a form's spelling, which Outlook shows as a plus.
const address = (base: string, parameters: Record<string, string>): string =>
  `${base}?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

const half = (text: string): string => lineOf(text, Math.max(1, Math.floor(text.length / 2)));

/** Half a link leads nowhere: a place that is too long is left out. */
const placeOf = (location: string): string => {
  const place = lineOf(location, LONGEST_LOCATION);
  return encodeURIComponent(place).length > LONGEST_LOCATION ? '' : place;
};

/** Shortens first the description, then the title, until the address is short enough. */
const fitting = (title: string, description: string, make: (title: string, description: string) => string): string => {
  const made = make(title, description);
  if (made.length <= LONGEST_ADDRESS) return made;
  if (description.length > 1) return fitting(title, half(description), make);
  if (description !== '') return fitting(title, '', make);
  return title.length > 1 ? fitting(half(title), '', make) : made;
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const compact = (instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: 'utc' }).toFormat("yyyyLLdd'T'HHmmss'Z'");

/** Addresses that open a filled-in entry in Google's and Microsoft's calendars. Instants are in UTC, so no zone can shift them. */
export const addLinks: AddLinks = (event) => {
  const title = lineOf(event.title, LONGEST_TITLE);
  const description = proseOf(event.description, LONGEST_DESCRIPTION);
  const location = placeOf(event.location);
  const end = new Date(event.start.getTime() + event.duration * MINUTE);

  const google = (text: string, details: string) =>
    address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text,
      dates: `${compact(event.start)}/${compact(end)}`,
      details,
      location,
      // Only the zone that the form shows the times in.
      ...(IANAZone.isValidZone(event.timezone) ? { ctz: event.timezone } : {}),
    });
  const microsoft = (host: string) => (subject: string, body: string) =>
    address(`https://${host}/calendar/0/deeplink/compose`, {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject,
      startdt: event.start.toISOString(),
      enddt: end.toISOString(),
      // Outlook reads the body as HTML.
      body: escaped(body).replace(/\n/g, '<br>'),
      location,
    });
  return {
    google: fitting(title, description, google),
    outlook: fitting(title, description, microsoft('outlook.live.com')),
    office365: fitting(title, description, microsoft('outlook.office.com')),
  };
};
