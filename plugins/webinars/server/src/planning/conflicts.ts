import type { ConflictKind } from '../../../contracts/planning';

/** What of a session can be in another's way. */
export type Slot = {
  documentId: string;
  datetime: Date;
  duration: number;
  state: string;
  /** Who is on stage: speaker, panelists and moderator. */
  people: readonly { documentId: string; name: string }[];
  /** Whom it is for: the category of its topic. */
  category: string | null;
};

export type ConflictRules = {
  /** What somebody needs between two sessions. */
  gapMinutes: number;
  /** How far apart two sessions for the same audience should be. */
  audienceMinutes: number;
};

export type Conflict<Other extends Slot> = {
  kind: ConflictKind;
  other: Other;
  /** Who would have to be in both. */
  people: string[];
  gapMinutes: number;
};

const MINUTE = 60_000;

const startOf = ({ datetime }: Slot): number => datetime.getTime();
const endOf = ({ datetime, duration }: Slot): number => datetime.getTime() + duration * MINUTE;

const overlap = (one: Slot, other: Slot): boolean => startOf(one) < endOf(other) && startOf(other) < endOf(one);

const gapBetween = (one: Slot, other: Slot): number =>
  Math.max(0, startOf(other) - endOf(one), startOf(one) - endOf(other)) / MINUTE;

const takesPlace = ({ state }: Slot): boolean => state === 'draft' || state === 'published' || state === 'live';

/** How a session and others are in each other's way. One that was cancelled or is over is in nobody's. */
export const conflictsOf = <Other extends Slot>(
  session: Slot,
  others: readonly Other[],
  { gapMinutes, audienceMinutes }: ConflictRules,
): Conflict<Other>[] => {
  if (!takesPlace(session)) return [];
  const onStage = new Set(session.people.map(({ documentId }) => documentId));
  return others
    .filter((other) => other.documentId !== session.documentId && takesPlace(other))
    .flatMap((other): Conflict<Other>[] => {
      const gap = gapBetween(session, other);
      const both = other.people.filter(({ documentId }) => onStage.has(documentId)).map(({ name }) => name);
      const found: Conflict<Other>[] = [];
      const add = (kind: ConflictKind, people: string[]) =>
        found.push({ kind, other, people, gapMinutes: Math.floor(gap) });
      if (both.length > 0 && overlap(session, other)) add('double_booked', both);
      else if (both.length > 0 && gap < gapMinutes) add('short_gap', both);
      if (session.category !== null && session.category === other.category && gap < audienceMinutes) {
        add('same_audience', []);
      }
      return found;
    })
    .sort((one, other) => startOf(one.other) - startOf(other.other));
};

/** From when until when sessions start and end that can be in a session's way. */
export const reachOf = (
  session: Pick<Slot, 'datetime' | 'duration'>,
  rules: ConflictRules,
): { from: Date; to: Date } => {
  const reach = Math.max(rules.gapMinutes, rules.audienceMinutes) * MINUTE;
  const start = session.datetime.getTime();
  return { from: new Date(start - reach), to: new Date(start + session.duration * MINUTE + reach) };
};
