import { sqlList } from '../kernel/text';
import { SCHEDULE, SESSION_STATES, SESSION_TRANSITIONS } from './session';

const allowed = SESSION_STATES.flatMap((from) => SESSION_TRANSITIONS[from].map((to) => `${from}>${to}`));

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const scheduleOf = (row: 'old' | 'new'): string => `(${SCHEDULE.map((name) => `${row}.${columnOf(name)}`).join(', ')})`;

const deleteGuard = (
  table: 'topics' | 'speakers',
  links: readonly (readonly [table: string, column: string])[],
  message: string,
): string[] => [
  `create or replace function webinars_guard_${table}() returns trigger language plpgsql as $$
   begin
     if ${links.map(([link, column]) => `exists (select from ${link} where ${column} = old.id)`).join(' or ')} then
       raise exception '${message}' using errcode = '23514', constraint = 'webinars_in_use';
     end if;
     return old;
   end $$`,
  `create or replace trigger webinars_guard_${table} before delete on ${table}
     for each row execute function webinars_guard_${table}()`,
];

/**
 * What must hold for a session whoever writes: public API, editor, import or raw SQL. Idempotent.
 *
 * Counters belong to the database. A write to them from outside (trigger depth 1) is answered with a recount, so neither a stale form
 * nor a hand-written statement can make them lie; `verify --repair` is such a write.
 */
export const sessionsConstraints: string[] = [
  `create unique index if not exists webinars_session_slug on sessions (slug) where slug is not null`,
  `create index if not exists webinars_sessions_by_time on sessions (datetime, id) where state in ('published', 'live')`,
  `create index if not exists webinars_sessions_document on sessions (document_id)`,
  `create or replace function webinars_guard_session() returns trigger language plpgsql as $$
   declare moved boolean;
   begin
     if new.capacity < 0 or new.duration <= 0 or new.price < 0 then
       raise exception 'Capacity and price cannot be negative, and a session lasts at least a minute.'
         using errcode = '23514', constraint = 'webinars_session_numbers';
     end if;
     if new.state is null or new.state not in (${sqlList(SESSION_STATES)}) then
       raise exception 'A session is one of: ${SESSION_STATES.join(', ')}.'
         using errcode = '23514', constraint = 'webinars_session_state';
     end if;
     new.revision := new.updated_at;
     if tg_op = 'UPDATE' then
       if new.state <> old.state and (old.state || '>' || new.state) not in (${sqlList(allowed)}) then
         raise exception 'A session that is % cannot become %.', old.state, new.state
           using errcode = '23514', constraint = 'webinars_session_state';
       end if;
       -- Calendars and reminders follow this number, so only a real change of time, place or cancellation may raise it.
       moved := ${scheduleOf('new')} is distinct from ${scheduleOf('old')}
                or (new.state = 'cancelled' and old.state <> 'cancelled');
       new.schedule_version := coalesce(old.schedule_version, 0) + case when moved then 1 else 0 end;
       if pg_trigger_depth() > 1 then
         if new.registration_count > old.registration_count and new.registration_count > new.capacity then
           raise exception 'All % seats of this session are taken.', new.capacity
             using errcode = '23514', constraint = 'webinars_session_full';
         end if;
         return new;
       end if;
       if (new.registration_count, new.waitlist_count, new.attendance_count)
            is not distinct from (old.registration_count, old.waitlist_count, old.attendance_count) then
         return new;
       end if;
     else
       new.schedule_version := coalesce(new.schedule_version, 0);
     end if;
     select c.holding, c.waiting, c.attended into new.registration_count, new.waitlist_count, new.attendance_count
       from webinars_count_registrations(new.document_id) c;
     return new;
   end $$`,
  `create or replace trigger webinars_guard_session before insert or update on sessions
     for each row execute function webinars_guard_session()`,
  `update sessions set revision = updated_at where revision is distinct from updated_at`,
  `create or replace function webinars_guard_session_deletion() returns trigger language plpgsql as $$
   begin
     if exists (select from registrations where session_document_id = old.document_id) then
       raise exception 'This session has registrations. Cancel it instead: everyone is told, and the record stays.'
         using errcode = '23514', constraint = 'webinars_session_has_registrations';
     end if;
     return old;
   end $$`,
  `create or replace trigger webinars_guard_session_deletion before delete on sessions
     for each row execute function webinars_guard_session_deletion()`,
  ...deleteGuard(
    'topics',
    [['sessions_topic_lnk', 'topic_id']],
    'A session uses this topic. Set its state to archived instead.',
  ),
  ...deleteGuard(
    'speakers',
    [
      ['sessions_speaker_lnk', 'speaker_id'],
      ['sessions_panelists_lnk', 'speaker_id'],
      ['sessions_moderator_lnk', 'speaker_id'],
      ['sessions_backup_facilitator_lnk', 'speaker_id'],
    ],
    'A session uses this speaker. Set the profile to inactive instead.',
  ),
];
