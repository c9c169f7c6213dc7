import { rows, type Sql, type Trx } from '../kernel/database';
import { invalid } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { slugify } from '../kernel/text';
import { withDefaults } from '../programme';
import { readReminderOverrides, readSessions, type Session, type SessionState } from '../sessions';
import { cancelEveryone } from './cancel-everyone';
import type { Deps } from './deps';
import type { Data } from './staff-data';
import { changedOverrides, checkOverrides } from './reminder-overrides';
import { checked, checkStep, factsOf, instant, refuseOvertaken, stateAfter } from './session-change';
import { settle } from './settle';
import { titleOf, titleOfSession } from './session-title';

/** Kept by the system: a form opened before twenty people registered must not write back what it read then. */
const KEPT = ['registrationCount', 'waitlistCount', 'attendanceCount', 'scheduleVersion', 'revision'] as const;

const withoutKept = (data: Data): Data => {
  const rest = { ...data };
  for (const name of KEPT) delete rest[name];
  return rest;
};

/** A free address from title and date; a number behind it where two sessions would share one. */
const freeSlug = async (sql: Sql, wished: string, ownId: string | null): Promise<string> => {
  const taken = await rows<{ slug: string }>(
    sql,
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

/** A session begins as a draft or published; its counters at nothing, and what nobody said as the programme's settings have it. */
export const createSession = async (
  deps: Deps,
  trx: Trx,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const now = deps.clock.now();
  const sent = withDefaults(withoutKept(given), await deps.programme(trx), now);
  checked(sent);
  await checkOverrides(trx, sent);
  const state = (sent.state ?? 'draft') as SessionState;
  if (state !== 'draft' && state !== 'published') {
    throw invalid([{ path: ['state'], message: 'A new session is a draft or published.' }]);
  }
  const entry = (await write({ ...sent, state, slug: await slugOf(trx, sent, null) })) as { documentId: string };
  if (state === 'published') {
    await deps.recordEvents(trx, [{ type: 'session.published', sessionDocumentId: entry.documentId }], now);
  }
  return entry;
};

const consequences = async (
  deps: Deps,
  trx: Trx,
  before: Session,
  after: Session,
  changedReminders: readonly string[],
  now: Date,
): Promise<DomainEvent[]> => {
  const facts = factsOf(before, after, changedReminders);
  if (after.state !== 'cancelled') return [...facts, ...(await settle(deps, trx, after.documentId, now))];
  return before.state === 'cancelled' ? facts : [...facts, ...(await cancelEveryone(deps, trx, after.documentId, now))];
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
  await refuseOvertaken(trx, before, given.revision);
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

/** The address a copy of a session gets. */
export const slugOfCopy = async (sql: Sql, original: Session, given: Data): Promise<string> => {
  const starts = instant(given.datetime);
  if (starts === null || starts === original.datetime.getTime()) {
    return freeSlug(sql, `${original.slug ?? 'session'}-copy`, null);
  }
  const title = slugify(await titleOfSession(sql, original.documentId)) || 'session';
  return freeSlug(sql, `${title}-${new Date(starts).toISOString().slice(0, 10)}`, null);
};

/** What belongs to the original alone: what came of it, and what partners call it. */
const NOT_COPIED: Data = {
  scheduledPublishAt: null,
  viewCount: 0,
  averageRating: null,
  completionRate: null,
  recordingUrl: null,
  odooEventId: null,
  googleCalendarEventId: null,
};

/** A copy is a new draft: nobody is registered for it and nothing was sent. On another date its address tells that date. */
export const cloneSession = async (
  trx: Trx,
  documentId: string,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const [original] = await readSessions(trx, [documentId]);
  await checkOverrides(trx, given, await readReminderOverrides(trx, documentId));
  if (!original) return write(given);
  checked({ ...original, ...given });
  const slug = await slugOfCopy(trx, original, given);
  return write({ ...withoutKept(given), ...NOT_COPIED, state: 'draft', slug });
};
