import { IANAZone } from '../kernel/time';

const QUARTER = 15 * 60_000;

/**
 * What clocks in a zone show at instants, told as if it were UTC. Zones change by the quarter of an hour, so that is what is asked for once
 * and remembered: asking anew for each of a million dates takes longer than reading them.
 */
export const localClock = (timezone: string): ((instant: string) => Date) => {
  const zone = IANAZone.create(timezone);
  const offsets = new Map<number, number>();
  return (instant) => {
    const at = Date.parse(instant);
    const quarter = Math.floor(at / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = zone.isValid ? zone.offset(at) * 60_000 : 0;
      // A programme of ten years of weeks at any hour stays below this.
      if (offsets.size > 50_000) offsets.clear();
      offsets.set(quarter, offset);
    }
    return new Date(at + offset);
  };
};
