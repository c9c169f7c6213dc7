import { IANAZone } from '../kernel/time';
import { rows, type Trx } from '../kernel/database';
import { conflict, invalid, type Fault } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { RESERVED_WORDS } from '../kernel/links';
import { slugify } from '../kernel/text';
import { maySessionBecome, readReminderOverrides, readSessions, type Session, type SessionState } from '../sessions';
import { cancelEveryone } from './cancel-everyone';
import type { Deps } from './deps';
import type { Data } from './staff-data';
import { activeRegistrations } from './queries';
import { changedOverrides, checkOverrides } from './reminder-overrides';
import { settle } from './settle';
import { titleOf } from './session-title';

/** Kept by the system: a form opened before twenty people registered must not write back what it read then. */
const KEPT = ['registrationCount', 'waitlistCount', 'attendanceCount', 'scheduleVersion'] as const;

const withoutKept = (data: Data): Data => {
  const rest = { ...data };
  for (const name of KEPT) delete rest[name];
  return rest;
};

const instant = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  return new Date(value as string).getTime();
};

/** What a session's fields must be to each other. `data` is the session as it would be saved. */
const faultsOf = (data: Data): Fault[] => {
  const faults: Fault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [name], message, name: 'ValidationError' });
  const starts = instant(data.datetime);
  const opens = instant(data.registrationOpensAt);
  const closes = instant(data.registrationClosesAt);
  if (starts === null || Number.isNaN(starts)) fault('datetime', 'A session needs a start.');
  if (typeof data.timezone === 'string' && !IANAZone.isValidZone(data.timezone)) {
    fault('timezone', 'This is not an IANA time zone, such as Europe/Berlin.');
  }
  if (opens !== null && closes !== null && opens >= closes)
    fault('registrationClosesAt', 'Registration has to close after it opens.');
  if (data.earlyBirdPrice != null && Number(data.earlyBirdPrice) > Number(data.price ?? 0)) {
    fault('earlyBirdPrice', 'The early-bird price cannot be above the regular price.');
  }
  const slug = typeof data.slug === 'string' ? data.slug.trim().toLowerCase() : '';
  if ((RESERVED_WORDS as readonly string[]).includes(slug)) {
    fault('slug', `"${slug}" is the address of another page. Choose another one, or leave it empty.`);
  }
  if (data.capacity != null && Number(data.capacity) < 0)
    fault('capacity', 'Capacity cannot be negative. Leave it empty for no limit.');
  if (data.duration != null && Number(data.duration) < 1) fault('duration', 'A session lasts at least a minute.');
  return faults;
};

const checked = (data: Data): void => {
  const faults = faultsOf(data);
  if (faults.length > 0) throw invalid(faults);
};

/** A free address from title and date; a number behind it where two sessions would share one. */
const freeSlug = async (trx: Trx, wished: string, ownId: string | null): Promise<string> => {
  const taken = await rows<{ slug: string }>(
    trx,
    `select slug from sessions where starts_with(slug, ?) and document_id <> ?`,
    [wished, ownId ?? ''],
  );
  const used = new Set(taken.map(({ slug }) => slug));
  let slug = wished;
  for (let n = 2; used.has(slug); n += 1) slug = `${wished}-${n}`;
  return slug;
};

const slugOf = async (trx: Trx, data: Data, ownId: string | null): Promise<string> => {
  if (typeof data.slug === 'string' && data.slug.trim() !== '') return data.slug.trim();
  const day = new Date(data.datetime as string).toISOString().slice(0, 10);
  const title = slugify(await titleOf(trx, data)) || 'session';
  return freeSlug(trx, `${title}-${day}`, ownId);
};

/** A session begins as a draft or published; its counters at nothing. */
export const createSession = async (
  deps: Deps,
  trx: Trx,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const sent = withoutKept(given);
  checked(sent);
  await checkOverrides(trx, sent);
  const state = (sent.state ?? 'draft') as SessionState;
  if (state !== 'draft' && state !== 'published') {
    throw invalid([{ path: ['state'], message: 'A new session is a draft or published.' }]);
  }
  const entry = (await write({ ...sent, state, slug: await slugOf(trx, sent, null) })) as { documentId: string };
  if (state === 'published') {
    await deps.recordEvents(
      trx,
      [{ type: 'session.published', sessionDocumentId: entry.documentId }],
      deps.clock.now(),
    );
  }
  return entry;
};

const STATE_EVENTS = {
  draft: 'session.unpublished',
  published: 'session.published',
  live: 'session.went_live',
  completed: 'session.completed',
  cancelled: 'session.cancelled',
} as const;

/** The state a save asks for; a live session moved to a later time is announced again instead of being live before it starts. */
const stateAfter = (before: Session, sent: Data, now: Date): SessionState => {
  const state = (sent.state ?? before.state) as SessionState;
  const starts = instant(sent.datetime);
  const isMovedAhead = starts !== null && starts !== before.datetime.getTime() && starts > now.getTime();
  return state === 'live' && before.state === 'live' && isMovedAhead ? 'published' : state;
};

const checkStep = async (trx: Trx, before: Session, to: SessionState): Promise<void> => {
  if (!maySessionBecome(before.state, to)) {
    throw conflict('ILLEGAL_STATE', `A session that is ${before.state} cannot become ${to}. Nothing was saved.`);
  }
  if (to === 'draft' && before.state !== 'draft' && (await activeRegistrations(trx, before.documentId)).length > 0) {
    throw conflict(
      'HAS_REGISTRATIONS',
      'People have registered for this session. Cancel it instead of unpublishing it. Nothing was saved.',
    );
  }
};

const consequences = async (
  deps: Deps,
  trx: Trx,
  before: Session,
  after: Session,
  changedReminders: readonly string[],
  now: Date,
): Promise<DomainEvent[]> => {
  const sessionDocumentId = after.documentId;
  const events: DomainEvent[] = [];
  if (after.state !== before.state) events.push({ type: STATE_EVENTS[after.state], sessionDocumentId });
  if (after.state === 'cancelled') {
    return before.state === 'cancelled'
      ? events
      : [...events, ...(await cancelEveryone(deps, trx, sessionDocumentId, now))];
  }
  if (after.scheduleVersion !== before.scheduleVersion) {
    events.push({
      type: 'session.moved',
      sessionDocumentId,
      data: {
        scheduleVersion: after.scheduleVersion,
        from: { datetime: before.datetime, duration: before.duration, timezone: before.timezone },
        to: { datetime: after.datetime, duration: after.duration, timezone: after.timezone },
      },
    });
  }
  if (changedReminders.length > 0) {
    events.push({ type: 'session.reminders_changed', sessionDocumentId, data: { rules: changedReminders } });
  }
  if (after.capacity !== before.capacity) {
    events.push({
      type: 'session.capacity_changed',
      sessionDocumentId,
      data: { from: before.capacity, to: after.capacity },
    });
  }
  return [...events, ...(await settle(deps, trx, sessionDocumentId, now))];
};

/** A session saved anew: a raised capacity promotes, a move is told, a cancellation cancels everyone, all in this transaction. */
export const updateSession = async (
  deps: Deps,
  trx: Trx,
  documentId: string,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const [before] = await deps.lock(trx, [documentId]);
  if (!before || before.documentId !== documentId) return write(given);
  const now = deps.clock.now();
  const sent = withoutKept(given);
  checked({ ...before, ...sent });
  const remindersBefore = await readReminderOverrides(trx, documentId);
  await checkOverrides(trx, sent, remindersBefore);
  const state = stateAfter(before, sent, now);
  await checkStep(trx, before, state);
  if ('slug' in sent) sent.slug = await slugOf(trx, { ...before, ...sent }, documentId);
  const entry = await write({ ...sent, state });
  const [after] = await readSessions(trx, [documentId]);
  const changedReminders = changedOverrides(remindersBefore, await readReminderOverrides(trx, documentId));
  await deps.recordEvents(trx, await consequences(deps, trx, before, after!, changedReminders, now), now);
  return entry;
};

/** A copy is a new draft: nobody is registered for it and nothing was sent. */
export const cloneSession = async (
  trx: Trx,
  documentId: string,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const [original] = await readSessions(trx, [documentId]);
  await checkOverrides(trx, given, await readReminderOverrides(trx, documentId));
  const slug = await freeSlug(trx, `${original?.slug ?? 'session'}-copy`, null);
  return write({ ...withoutKept(given), state: 'draft', slug, scheduledPublishAt: null });
};
