import type { PANEL_SIZES } from '../../../contracts/catalog';
import { raw, sql, type Fragment } from './fragment';
import { COMPONENT, ofComponent } from './tables';
import type { Timeframe } from './timeframe';

/** An instant as the columns hold it: UTC without a zone. */
export const utc = (instant: Date): string => instant.toISOString().slice(0, -1);

// Every statement here calls a session `s`, and a person `p`.
const ENDS_AT = raw("(s.datetime + s.duration * interval '1 minute')");

/** One on stage, two or three, four or more. */
const LARGEST_SMALL_PANEL = 3;
export const panelSizeOf = (people: number): (typeof PANEL_SIZES)[number] =>
  people <= 1 ? 'single' : people <= LARGEST_SMALL_PANEL ? 'small-panel' : 'large-panel';

/** Whether a consultation can be booked with a person. What it costs, and the rest of the business settings, stays private. */
export const IS_BOOKABLE = raw(
  `(p.is_active and p.booking_url <> '' and coalesce(p.availability_status, 'available') <> 'unavailable'
    and ${ofComponent('speakers', 'p', 'businessSettings', COMPONENT.businessSettings, 'x.available_for_consultations')} is not false)`,
);

export const CERTIFICATIONS = raw(
  ofComponent('speakers', 'p', 'credentials', COMPONENT.credentials, 'x.certifications'),
);

/** Sessions of a time frame that the public may see. */
export const ofTimeframe = ({ isPast, startsBefore }: Timeframe, now: Date): Fragment => {
  const at = utc(now);
  if (isPast) {
    return sql`s.state in ('published', 'live', 'completed') and s.datetime <= ${at}::timestamp
      and (s.state = 'completed' or ${ENDS_AT} <= ${at}::timestamp)`;
  }
  const ahead = sql`s.state in ('published', 'live') and ${ENDS_AT} > ${at}::timestamp`;
  return startsBefore ? sql`${ahead} and s.datetime < ${utc(startsBefore)}::timestamp` : ahead;
};
