import { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } from 'timezones-ical-library';
import { DateTime } from '../kernel/time';

/** A time zone as calendar files carry it. */
export type Zone = { tzid: string; block: string };

const NAMES: ReadonlySet<string> = new Set(tzlib_get_timezones() as string[]);

const zones = new Map<string, Zone>();

/** The zone of an IANA name, an old name's under its new one; null for a name that calendars do not know. */
export const zoneOf = (name: string): Zone | null => {
  const known = zones.get(name);
  if (known) return known;
  if (!NAMES.has(name)) return null;
  const [block = '', parameter = ''] = tzlib_get_ical_block(name) as string[];
  const zone = { tzid: parameter.replace('TZID=', ''), block };
  zones.set(name, zone);
  return zone;
};

const MOST_REMEMBERED = 5000;
const remembered = new Map<string, boolean>();

const leadsBack = ({ tzid }: Zone, local: DateTime): boolean =>
  local.isValid &&
  local.getPossibleOffsets().length === 1 &&
  tzlib_get_offset(tzid, local.toFormat('yyyy-LL-dd'), local.toFormat('HH:mm')) === local.toFormat('ZZZ');

/**
 * An instant on the clocks of a zone, or null where the zone's block does not surely lead back to it: in the hour that autumn repeats, of
 * which RFC 5545 means the first and some programs the second; and where the block, which holds only the newest rules, and the rules of
 * this machine differ. An instant told in UTC is right in every calendar.
 */
export const localTime = (zone: Zone, instant: Date): DateTime | null => {
  const local = DateTime.fromJSDate(instant, { zone: zone.tzid });
  const key = `${zone.tzid} ${instant.getTime()}`;
  let isRight = remembered.get(key);
  if (isRight === undefined) {
    isRight = leadsBack(zone, local);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, isRight);
  }
  return isRight ? local : null;
};
