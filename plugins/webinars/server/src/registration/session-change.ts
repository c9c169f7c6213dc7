import { IANAZone } from '../kernel/time';
import { rows, type Sql } from '../kernel/database';
import { conflict, invalid, type Fault } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { RESERVED_WORDS } from '../kernel/links';
import { isMoved, maySessionBecome, type Session, type SessionState } from '../sessions';
import { countActive } from './queries';
import type { Data } from './staff-data';

export const instant = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  return new Date(value as string).getTime();
};

export const toMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

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

export const checked = (data: Data): void => {
  const faults = faultsOf(data);
  if (faults.length > 0) throw invalid(faults);
};

/** The state a save asks for; a live session moved to a later time is announced again instead of being live before it starts. */
export const stateAfter = (before: Session, sent: Data, now: Date): SessionState => {
  const state = (sent.state ?? before.state) as SessionState;
  const starts = instant(sent.datetime);
  const isMovedAhead = starts !== null && starts !== before.datetime.getTime() && starts > now.getTime();
  return state === 'live' && before.state === 'live' && isMovedAhead ? 'published' : state;
};

export const checkStep = async (sql: Sql, before: Session, to: SessionState): Promise<void> => {
  if (!maySessionBecome(before.state, to)) {
    throw conflict('ILLEGAL_STATE', `A session that is ${before.state} cannot become ${to}. Nothing was saved.`);
  }
  if (to === 'draft' && before.state !== 'draft' && (await countActive(sql, before.documentId)).length > 0) {
    throw conflict(
      'HAS_REGISTRATIONS',
      'People have registered for this session. Cancel it instead of unpublishing it. Nothing was saved.',
    );
  }
};

const INSTANTS: readonly string[] = [
  'datetime',
  'registrationOpensAt',
  'registrationClosesAt',
  'earlyBirdEndsAt',
  'scheduledPublishAt',
];

/** A session as it would read once `sent` is saved. */
export const asSaved = (before: Session, sent: Data, state: SessionState): Session => {
  const known = Object.entries(sent)
    .filter(([name, value]) => name in before && value !== undefined)
    .map(([name, value]) => {
      const at = INSTANTS.includes(name) ? instant(value) : null;
      return [name, INSTANTS.includes(name) ? (at === null ? null : new Date(at)) : value];
    });
  const after = { ...before, ...(Object.fromEntries(known) as Partial<Session>), state };
  const isRaised = isMoved(before, after) || (state === 'cancelled' && before.state !== 'cancelled');
  return { ...after, scheduleVersion: before.scheduleVersion + (isRaised ? 1 : 0) };
};

const STATE_EVENTS = {
  draft: 'session.unpublished',
  published: 'session.published',
  live: 'session.went_live',
  completed: 'session.completed',
  cancelled: 'session.cancelled',
} as const;

/** The facts about a session that a change of it is. What then happens to its registrations is for others to say. */
export const factsOf = (before: Session, after: Session, changedReminders: readonly string[]): DomainEvent[] => {
  const sessionDocumentId = after.documentId;
  const facts: DomainEvent[] = [];
  if (after.state !== before.state) facts.push({ type: STATE_EVENTS[after.state], sessionDocumentId });
  if (after.state === 'cancelled') return facts;
  if (after.scheduleVersion !== before.scheduleVersion) {
    facts.push({
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
    facts.push({ type: 'session.reminders_changed', sessionDocumentId, data: { rules: changedReminders } });
  }
  if (after.capacity !== before.capacity) {
    facts.push({
      type: 'session.capacity_changed',
      sessionDocumentId,
      data: { from: before.capacity, to: after.capacity },
    });
  }
  return facts;
};

type LastChange = { by: string | null; at: Date; event: string | null };

/** Who changed a session last, and when; nobody where time did, which also says what it did. */
const lastChangeOf = async (sql: Sql, documentId: string): Promise<LastChange> => {
  const [last] = await rows<LastChange>(
    sql,
    `select s.updated_at as at, e.type as event, case when e.type is null then
              coalesce(nullif(btrim(concat_ws(' ', u.firstname, u.lastname)), ''), u.username) end as by
       from sessions s left join admin_users u on u.id = s.updated_by_id
       left join lateral (
         select e.type from webinars_events e
          where e.session_document_id = s.document_id and e.at = s.updated_at at time zone 'UTC'
            and e.type in ('session.went_live', 'session.completed') limit 1) e on true
      where s.document_id = ?`,
    [documentId],
  );
  return last!;
};

const BY_TIME: Record<string, string> = {
  'session.went_live': 'This session went live',
  'session.completed': 'This session ended',
};

/** Refuses a change on the ground of a session as it no longer is. Whoever names no revision has not said what they read. */
export const refuseOvertaken = async (sql: Sql, session: Session, revision: unknown): Promise<void> => {
  const read = instant(revision);
  if (read === null || session.revision === null || read === session.revision.getTime()) return;
  const { by, at, event } = await lastChangeOf(sql, session.documentId);
  const what = (event && BY_TIME[event]) ?? `${by ?? 'Somebody else'} changed this session`;
  const message = `${what} on ${toMinute(at)}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the session in another window and compare.`;
  throw conflict('SESSION_CHANGED', message, {
    by,
    at: at.toISOString(),
    event,
    errors: [{ path: ['revision'], message, name: 'ValidationError' }],
  });
};
