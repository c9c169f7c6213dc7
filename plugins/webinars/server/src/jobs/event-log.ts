import { rows, type Trx } from '../kernel/database';
import type { DomainEvent, EventType, RecordEvents } from '../kernel/events';
import { DEFAULT_ATTEMPTS, type Job } from './job';

/** What a job that follows from an event is told: which event. It reads the rest from the database, as it is by then. */
export type EventPayload = { eventId: string };

/** One line of subscriptions.ts: when one of these happens, this job follows. */
export type Subscription = { when: readonly EventType[]; then: Job<EventPayload> };

/** Binds the subscriptions once; the result writes events and their jobs with one statement. */
export const createEventLog = (subscriptions: readonly Subscription[]): RecordEvents => {
  const followers = JSON.stringify(
    subscriptions.flatMap(({ when, then }) =>
      when.map((type) => ({
        type,
        job: then.name,
        lanes: then.concurrency ?? 0,
        attempts: then.maxAttempts ?? DEFAULT_ATTEMPTS,
      })),
    ),
  );
  return async (trx: Trx, events: readonly DomainEvent[], at: Date) => {
    if (events.length === 0) return;
    await rows(
      trx,
      `with recorded as (
         insert into webinars_events (type, session_document_id, registration_document_id, data, once_key, at)
         select e.type, e.session, e.registration, coalesce(e.data, '{}'), e.once, ?::timestamptz
           from jsonb_to_recordset(?::jsonb) as e(n int, type text, session text, registration text, data jsonb, once text)
          order by e.n
         on conflict (once_key) do nothing
         returning id, type
       )
       select count(*) from graphile_worker.add_jobs((
         select array_agg((
             f.job, json_build_object('eventId', r.id::text),
             case when f.lanes > 0 then f.job || '#' || (r.id % f.lanes) end,
             null, f.attempts, f.job || ':' || r.id, null, null
           )::graphile_worker.job_spec order by r.id)
           from recorded r join jsonb_to_recordset(?::jsonb) as f(type text, job text, lanes int, attempts smallint) on f.type = r.type))`,
      [
        at,
        JSON.stringify(
          events.map((event, n) => ({
            n,
            type: event.type,
            session: event.sessionDocumentId,
            registration: event.registrationDocumentId,
            data: event.data,
            once: event.onceKey,
          })),
        ),
        followers,
      ],
    );
  };
};
