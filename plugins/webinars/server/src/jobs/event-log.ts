import { rows, type Trx } from '../kernel/database';
import type { DomainEvent, EventType } from '../kernel/events';
import { DEFAULT_ATTEMPTS, type Job } from './job';

/** What a job that follows from an event is told: which event. It reads the rest from the database, as it is by then. */
export type EventPayload = { eventId: string };

/** One line of subscriptions.ts: when one of these happens, this job follows. `onlyIf` says no where nobody would hear of it anyway. */
export type Subscription = { when: readonly EventType[]; then: Job<EventPayload>; onlyIf?: () => boolean };

const RECORD = `insert into webinars_events (type, session_document_id, registration_document_id, data, once_key, at)
         select e.type, e.session, e.registration, coalesce(e.data, '{}'), e.once, ?::timestamptz
           from jsonb_to_recordset(?::jsonb) as e(n int, type text, session text, registration text, data jsonb, once text)
          order by e.n
         on conflict (once_key) do nothing
         returning id, type, once_key`;

const RECORD_ONLY = `with recorded as (${RECORD}) select once_key as key from recorded where once_key is not null`;

const RECORD_AND_QUEUE = `with recorded as (${RECORD}),
       queued as (
         select count(*) as jobs from graphile_worker.add_jobs((
           select array_agg((
               f.job, json_build_object('eventId', r.id::text),
               case when f.lanes > 0 then f.job || '#' || (r.id % f.lanes) end,
               null, f.attempts, f.job || ':' || r.id, null, null
             )::graphile_worker.job_spec order by r.id)
             from recorded r join jsonb_to_recordset(?::jsonb) as f(type text, job text, lanes int, attempts smallint) on f.type = r.type))
       )
       select once_key as key from queued left join recorded on once_key is not null`;

const followersOf = (subscriptions: readonly Subscription[], events: readonly DomainEvent[]) => {
  const happened = new Set(events.map(({ type }) => type));
  return subscriptions.flatMap(({ when, then, onlyIf }) => {
    const types = when.filter((type) => happened.has(type));
    if (types.length === 0 || onlyIf?.() === false) return [];
    const { name: job, concurrency: lanes = 0, maxAttempts: attempts = DEFAULT_ATTEMPTS } = then;
    return types.map((type) => ({ type, job, lanes, attempts }));
  });
};

/**
 * Binds the subscriptions once; the result writes events and their jobs with one statement. Answers with the events that were new: one whose
 * `onceKey` the log already held is left out.
 */
export const createEventLog =
  (subscriptions: readonly Subscription[]) =>
  async (trx: Trx, events: readonly DomainEvent[], at: Date): Promise<readonly DomainEvent[]> => {
    if (events.length === 0) return [];
    const followers = followersOf(subscriptions, events);
    const told = JSON.stringify(
      events.map((event, n) => ({
        n,
        type: event.type,
        session: event.sessionDocumentId,
        registration: event.registrationDocumentId,
        data: event.data,
        once: event.onceKey,
      })),
    );
    const recorded =
      followers.length === 0
        ? await rows<{ key: string | null }>(trx, RECORD_ONLY, [at, told])
        : await rows<{ key: string | null }>(trx, RECORD_AND_QUEUE, [at, told, JSON.stringify(followers)]);
    const keys = new Set(recorded.map(({ key }) => key));
    return events.filter(({ onceKey }) => onceKey === undefined || keys.has(onceKey));
  };
