import { sqlList } from '../kernel/text';
import { CANCEL_REASONS, HOLDING, REGISTRATION_STATES, REGISTRATION_TRANSITIONS } from './registration';

const allowed = REGISTRATION_STATES.flatMap((from) => REGISTRATION_TRANSITIONS[from].map((to) => `${from}>${to}`));
const holding = sqlList(HOLDING);

const tally = (rows: string, sign: 1 | -1): string =>
  `select session_document_id, ${sign} * (state in (${holding}))::int as holding, ${sign} * (state = 'waitlisted')::int as waiting,
          ${sign} * (state = 'attended')::int as attended from ${rows}`;

/** Per statement, not per row: a thousand registrations of one session write its counters once. */
const counting = (event: 'insert' | 'update' | 'delete'): string[] => {
  const tallies = {
    insert: tally('new_rows', 1),
    update: `${tally('new_rows', 1)} union all ${tally('old_rows', -1)}`,
    delete: tally('old_rows', -1),
  }[event];
  const tables = {
    insert: 'new table as new_rows',
    update: 'old table as old_rows new table as new_rows',
    delete: 'old table as old_rows',
  }[event];
  return [
    `create or replace function webinars_count_on_${event}() returns trigger language plpgsql as $$
     begin
       update sessions s
          set registration_count = s.registration_count + d.holding,
              waitlist_count = s.waitlist_count + d.waiting,
              attendance_count = s.attendance_count + d.attended
         from (select session_document_id, sum(holding) as holding, sum(waiting) as waiting, sum(attended) as attended
                 from (${tallies}) t group by session_document_id) d
        where s.document_id = d.session_document_id and (d.holding <> 0 or d.waiting <> 0 or d.attended <> 0);
       return null;
     end $$`,
    `create or replace trigger webinars_count_on_${event} after ${event} on registrations
       referencing ${tables} for each statement execute function webinars_count_on_${event}()`,
  ];
};

/** Counts a session's rows. Sessions' own guard calls it, so it is created before that guard is. */
export const countRegistrations = `create or replace function webinars_count_registrations(session text)
   returns table (holding int, waiting int, attended int) language sql stable as $$
     select count(*) filter (where state in (${holding}))::int, count(*) filter (where state = 'waitlisted')::int,
            count(*) filter (where state = 'attended')::int
       from registrations where session_document_id = session
   $$`;

/** What must hold for a registration whoever writes: no person twice, no illegal step, and counters that are always the rows. Idempotent. */
export const registrationConstraints: string[] = [
  `create or replace function webinars_guard_registration() returns trigger language plpgsql as $$
   begin
     new.email := lower(btrim(new.email));
     if new.session_document_id is null or new.email is null or new.email = '' then
       raise exception 'A registration needs a session and an e-mail address.'
         using errcode = '23514', constraint = 'webinars_registration_incomplete';
     end if;
     if new.reference is null then
       raise exception 'A registration needs a reference.' using errcode = '23514', constraint = 'webinars_registration_incomplete';
     end if;
     if new.state is null or new.state not in (${sqlList(REGISTRATION_STATES)}) then
       raise exception 'A registration is one of: ${REGISTRATION_STATES.join(', ')}.'
         using errcode = '23514', constraint = 'webinars_registration_state';
     end if;
     if tg_op = 'UPDATE' then
       if new.session_document_id <> old.session_document_id or new.reference <> old.reference then
         raise exception 'A registration keeps its session and its reference. Cancel it and register for the other session.'
           using errcode = '23514', constraint = 'webinars_registration_identity';
       end if;
       if new.state <> old.state and (old.state || '>' || new.state) not in (${sqlList(allowed)}) then
         raise exception 'A registration that is % cannot become %.', old.state, new.state
           using errcode = '23514', constraint = 'webinars_registration_state';
       end if;
     end if;
     if new.state = 'waitlisted' then
       if new.waitlist_position is null then
         select coalesce(max(waitlist_position), 0) + 1 into new.waitlist_position
           from registrations where session_document_id = new.session_document_id and state = 'waitlisted';
       end if;
     else
       new.waitlist_position := null;
     end if;
     if new.state = 'pending_payment' then
       if new.hold_expires_at is null then
         raise exception 'A seat that waits for payment needs an end to the wait.'
           using errcode = '23514', constraint = 'webinars_registration_hold';
       end if;
     else
       new.hold_expires_at := null;
     end if;
     if new.state = 'cancelled' then
       new.cancel_reason := coalesce(new.cancel_reason, 'by_admin');
       new.cancelled_at := coalesce(new.cancelled_at, now());
       if new.cancel_reason not in (${sqlList(CANCEL_REASONS)}) then
         raise exception 'A cancellation has one of these reasons: ${CANCEL_REASONS.join(', ')}.'
           using errcode = '23514', constraint = 'webinars_registration_reason';
       end if;
     else
       new.cancel_reason := null;
       new.cancelled_at := null;
     end if;
     return new;
   end $$`,
  `create or replace trigger webinars_guard_registration before insert or update on registrations
     for each row execute function webinars_guard_registration()`,
  `create unique index if not exists webinars_one_active_registration on registrations (session_document_id, email)
     where state <> 'cancelled'`,
  `create unique index if not exists webinars_registration_reference on registrations (reference)`,
  `create index if not exists webinars_registrations_by_state on registrations (session_document_id, state)`,
  `create index if not exists webinars_registrations_by_email on registrations (email)`,
  `create index if not exists webinars_registrations_document on registrations (document_id)`,
  `create index if not exists webinars_registrations_rated on registrations (session_document_id) include (rating, state)
     where rating is not null`,
  `create index if not exists webinars_holds on registrations (hold_expires_at) where state = 'pending_payment'`,
  ...counting('insert'),
  ...counting('update'),
  ...counting('delete'),
  `create table if not exists webinars_idempotency (
     key text primary key,
     fingerprint text not null,
     status smallint not null,
     answer jsonb not null,
     at timestamptz not null
   )`,
  `create index if not exists webinars_idempotency_by_age on webinars_idempotency (at)`,
];
