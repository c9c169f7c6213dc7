import type { ConflictsRequest, SaveRequest } from '../../../contracts/planning';

// What the Content Manager's form holds of a session. A relation is what is to be linked and unlinked.
type Values = Record<string, unknown>;
type Linked = { documentId?: string };

const instant = (value: unknown): string | undefined => {
  const at = typeof value === 'string' || value instanceof Date ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
};

const orNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const idsOf = (links: unknown): string[] =>
  Array.isArray(links) ? (links as Linked[]).flatMap(({ documentId }) => (documentId ? [documentId] : [])) : [];

const linksOf = (value: unknown) => {
  const { connect, disconnect } = (value ?? {}) as { connect?: unknown; disconnect?: unknown };
  return { connect: idsOf(connect), disconnect: idsOf(disconnect) };
};

/** Where and with whom a session would be, as its form stands. Null while it has no time. */
export const conflictsAsked = (session: string | null, values: Values): ConflictsRequest | null => {
  const datetime = instant(values.datetime);
  const duration = Number(values.duration);
  if (datetime === undefined || !Number.isInteger(duration) || duration < 1 || duration > 1440) return null;
  return {
    session,
    datetime,
    duration,
    topic: linksOf(values.topic),
    speaker: linksOf(values.speaker),
    panelists: linksOf(values.panelists),
    moderator: linksOf(values.moderator),
    locale: 'en',
  };
};

/** What saving the form would change that others notice. Fields that are emptied are left to the form to refuse. */
export const saveAsked = (values: Values): SaveRequest => {
  const datetime = instant(values.datetime);
  const capacity = values.capacity === null || values.capacity === undefined ? null : Number(values.capacity);
  const duration = Number(values.duration);
  return {
    revision: instant(values.revision) ?? null,
    ...(typeof values.state === 'string' ? { state: values.state as SaveRequest['state'] } : {}),
    ...(datetime === undefined ? {} : { datetime }),
    ...(Number.isInteger(duration) && duration >= 1 && duration <= 1440 ? { duration } : {}),
    ...(typeof values.timezone === 'string' && values.timezone !== '' ? { timezone: values.timezone } : {}),
    platform: orNull(values.platform),
    meetingUrl: orNull(values.meetingUrl),
    ...(capacity === null || (Number.isInteger(capacity) && capacity >= 0) ? { capacity } : {}),
  };
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields that an editor has changed, and to what. */
export const changesIn = (values: Values, before: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => name !== 'revision' && !same(value, before[name])),
  );

/** Of the fields an editor has changed, those that somebody else has changed as well. A relation's links are made one by one, and so in nobody's way. */
export const changedByBoth = (changes: Values, before: Values, now: Values): string[] =>
  Object.keys(changes).filter((name) => {
    const value = changes[name];
    const isRelation = value !== null && typeof value === 'object' && 'connect' in value;
    return !isRelation && !same(before[name], now[name]) && !same(value, now[name]);
  });

/** A field as it is sent: without what the form keeps for itself, and links by the ids of what they lead to. */
export const onTheWire = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(onTheWire);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value ?? null;
  if ('connect' in value || 'disconnect' in value) {
    const { connect, disconnect } = linksOf(value);
    const named = (ids: readonly string[]) => ids.map((documentId) => ({ documentId }));
    return { connect: named(connect), disconnect: named(disconnect) };
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__temp_key__')
      .map(([name, one]) => [name, onTheWire(one)]),
  );
};
