import type { CatalogQuery } from '../../../contracts/catalog';
import { DateTime } from '../kernel/time';

export type Timeframe = { isPast: boolean; startsBefore: Date | null };

/** Which sessions a time frame means. A week ends with Sunday, a month with its last day, both where the programme is at home. */
export const timeframeOf = (name: CatalogQuery['timeframe'], now: Date, zone: string): Timeframe => {
  if (name === 'past') return { isPast: true, startsBefore: null };
  if (name === 'all-upcoming') return { isPast: false, startsBefore: null };
  const unit = name === 'this-week' ? 'week' : 'month';
  const next = DateTime.fromJSDate(now, { zone })
    .startOf(unit)
    .plus({ [unit]: 1 });
  return { isPast: false, startsBefore: next.toJSDate() };
};

/** The hour and minute that a clock shows in a zone. */
export const clockIn = (instant: Date, zone: string): string => {
  const local = DateTime.fromJSDate(instant, { zone });
  return (local.isValid ? local : DateTime.fromJSDate(instant, { zone: 'utc' })).toFormat('HH:mm');
};
