import { z } from 'zod';
import type { Job } from '../jobs';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Trx } from '../kernel/database';
import type { DomainEvent, EventType, RecordEvents } from '../kernel/events';

const END = `s.datetime + make_interval(mins => s.duration)`;

/** What time makes of sessions: condition, new state, and the event it is. Asked in this order. */
const STEPS: { when: string; state: string; type: EventType }[] = [
  {
    when: `s.state = 'draft' and s.scheduled_publish_at <= t.now and ${END} > t.now`,
    state: 'published',
    type: 'session.published',
  },
  { when: `s.state in ('published', 'live') and ${END} <= t.now`, state: 'completed', type: 'session.completed' },
  {
    when: `s.state = 'published' and s.datetime <= t.now and ${END} > t.now`,
    state: 'live',
    type: 'session.went_live',
  },
];

/** Instants that pass without changing the row; the key keeps each of them from being told twice, and a moved one is told again. */
const MOMENTS: { at: string; type: EventType; name: string }[] = [
  { at: 's.registration_opens_at', type: 'session.registration_opened', name: 'opened' },
  { at: `coalesce(s.registration_closes_at, ${END})`, type: 'session.registration_closed', name: 'closed' },
];

/**
 * Publishes, starts and completes the sessions whose time has come, and tells when registration opened or closed. Sessions that an editor
 * holds at this moment are left for the next minute.
 */
export const advance = async (trx: Trx, now: Date): Promise<DomainEvent[]> => {
  const events: DomainEvent[] = [];
  for (const { at, type, name } of MOMENTS) {
    const passed = await rows<{ id: string; key: string }>(
      trx,
      `select m.id, m.key from (
         select s.document_id as id, '${name}:' || s.document_id || ':' || extract(epoch from ${at})::bigint as key
           from sessions s where s.state in ('published', 'live') and ${at} <= ?::timestamp) m
        where not exists (select from webinars_events e where e.once_key = m.key) order by m.id`,
      [now],
    );
    events.push(...passed.map(({ id, key }) => ({ type, sessionDocumentId: id, onceKey: key })));
  }
  for (const { when, state, type } of STEPS) {
    const changed = await rows<{ id: string }>(
      trx,
      `update sessions s set state = '${state}', updated_at = due.now
         from (select s.id, t.now from sessions s, (select ?::timestamp as now) t where ${when}
                order by s.document_id for update of s skip locked) due
        where s.id = due.id returning s.document_id as id`,
      [now],
    );
    events.push(...changed.map(({ id }) => ({ type, sessionDocumentId: id })));
  }
  return events;
};

/** Asks what time has made of the sessions. */
export const advanceJob: Job<Record<string, never>> = { name: 'sessions.advance', payload: z.strictObject({}) };

/** The job's deed: every session whose time has come, in one transaction with its events. */
export const createAdvance =
  (deps: { database: Database; clock: Clock; recordEvents: RecordEvents }) => (): Promise<void> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      await deps.recordEvents(trx, await advance(trx, now), now);
    });
