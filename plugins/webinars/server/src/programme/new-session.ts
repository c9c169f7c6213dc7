import type { ProgrammeSettings } from '../../../contracts/programme';
import { addDays, IANAZone } from '../kernel/time';

type Data = Record<string, unknown>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** When registration opens by default; null where that day has come, for then it opens with the publication. */
const opensAt = (data: Data, days: number | null, now: Date): string | null => {
  const starts = new Date(data.datetime as string);
  const zone = String(data.timezone);
  if (days === null || Number.isNaN(starts.getTime()) || !IANAZone.isValidZone(zone)) return null;
  const opens = addDays(starts, -days, zone);
  return opens > now ? opens.toISOString() : null;
};

/**
 * A new session with what nobody said filled in. What a form leaves out is unsaid; what it empties is said, such as a capacity without limit. An
 * opening that is empty is unsaid too: a form cannot know it before it knows the start.
 */
export const withDefaults = (
  sent: Data,
  { newSessions, timezone }: Pick<ProgrammeSettings, 'newSessions'> & { timezone: string },
  now: Date,
): Data => {
  const { duration, capacity, allowWaitlist, registrationWindowDays } = newSessions;
  const data = {
    ...sent,
    duration: sent.duration ?? duration,
    timezone: isEmpty(sent.timezone) ? timezone : sent.timezone,
    capacity: sent.capacity === undefined ? capacity : sent.capacity,
    allowWaitlist: sent.allowWaitlist ?? allowWaitlist,
  };
  if (!isEmpty(sent.registrationOpensAt)) return data;
  return { ...data, registrationOpensAt: opensAt(data, registrationWindowDays, now) };
};

/** What a form of a new session begins with: the same, as far as it can be known before a start is. */
export const formDefaults = ({
  newSessions: { duration, capacity, allowWaitlist },
  timezone,
}: Pick<ProgrammeSettings, 'newSessions'> & { timezone: string }) => ({ duration, capacity, allowWaitlist, timezone });
