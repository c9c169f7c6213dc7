import { ODDITIES, type ConflictKind, type Oddity } from '../../../contracts/planning';

export type Looked = {
  state: string;
  datetime: Date;
  duration: number;
  capacity: number | null;
  taken: number;
  waiting: number;
  hasTopic: boolean;
  hasSpeaker: boolean;
  hasMeetingUrl: boolean;
  scheduledPublishAt: Date | null;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** From when on a session has to be ready, and is looked at for how full it is. */
const SOON_MS = 7 * DAY;
/** By when a session should be public, so that people can find it. */
const DRAFT_MS = 14 * DAY;
const ALMOST_SHARE = 0.9;
// As the overview has it: less than a fifth of the seats, or without a limit fewer than five people.
const FEW_SHARE = 0.2;
const FEW_PEOPLE = 5;

/** What is worth a look about a session at one moment, what matters most first. Nothing about one that was cancelled or is over. */
export const odditiesOf = (session: Looked, conflicts: readonly ConflictKind[], now: Date): Oddity[] => {
  const { state, capacity, taken, waiting, scheduledPublishAt } = session;
  const isDraft = state === 'draft';
  const isPublic = state === 'published' || state === 'live';
  if (!isDraft && !isPublic) return [];
  const away = session.datetime.getTime() - now.getTime();
  const isAhead = away > -session.duration * MINUTE;
  const isSoon = away <= SOON_MS;
  const found: Record<Oddity, boolean> = {
    never_published: isDraft && away <= 0,
    double_booked: conflicts.includes('double_booked'),
    no_speaker: isAhead && !session.hasSpeaker,
    no_topic: isAhead && !session.hasTopic,
    no_meeting_url: isAhead && isSoon && isPublic && !session.hasMeetingUrl,
    publishes_late: isDraft && scheduledPublishAt !== null && scheduledPublishAt >= session.datetime,
    short_gap: conflicts.includes('short_gap'),
    same_audience: conflicts.includes('same_audience'),
    over_capacity: capacity !== null && taken > capacity,
    waiting: isAhead && capacity !== null && waiting > 0 && taken >= capacity,
    almost_full: isAhead && capacity !== null && waiting === 0 && taken <= capacity && taken >= capacity * ALMOST_SHARE,
    nearly_empty:
      isAhead && isSoon && isPublic && waiting === 0 && taken < (capacity === null ? FEW_PEOPLE : capacity * FEW_SHARE),
    still_draft: isDraft && away > 0 && away <= DRAFT_MS && scheduledPublishAt === null,
  };
  return ODDITIES.filter((oddity) => found[oddity]);
};
