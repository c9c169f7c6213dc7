import { MAIL_KINDS, type ReminderKind } from '../../../contracts/mail';
import type { ReminderOverride } from '../../../contracts/reminders';
import { rows, type Sql, type Trx } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { SessionState } from '../sessions';
import type { Timing } from './due';
import type { Audience, Trait } from './rules';

/** What was planned for a session as it stands now. */
export type Noted = { rule: string; dueAt: number; plannedAt: number; mails: number };

/** A session with all that decides its reminders. */
export type Candidate = Timing &
  Trait & {
    documentId: string;
    state: SessionState;
    scheduleVersion: number;
    overrides: ReminderOverride[];
    noted: Noted[];
  };

const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

const OWN_REMINDERS = `components_session_reminder_overrides o
  join sessions_cmps c on c.cmp_id = o.id and c.component_type = 'session.reminder-override' and c.field = 'reminders'`;

/** Joins the speakers `k` of a session, whatever they are there. */
const SPEAKERS_OF = (session: string) => `cross join lateral (
          select l.speaker_id from sessions_speaker_lnk l where l.session_id = ${session}
          union select l.speaker_id from sessions_panelists_lnk l where l.session_id = ${session}
          union select l.speaker_id from sessions_moderator_lnk l where l.session_id = ${session}
          union select l.speaker_id from sessions_backup_facilitator_lnk l where l.session_id = ${session}) l
         join speakers k on k.id = l.speaker_id`;
const WANTS_MAIL = `k.is_active and btrim(k.email) <> ''
          and not exists (
            select from speakers_cmps c join components_speaker_integrations i on i.id = c.cmp_id
             where c.entity_id = k.id and c.field = 'integration' and c.component_type = 'speaker.integration'
               and i.email_notifications = false)`;

const COLUMNS = `s.document_id as "documentId", s.state, s.datetime, s.duration, s.timezone, s.price, s.session_type as "sessionType",
  s.language, s.schedule_version as "scheduleVersion",
  (select coalesce(json_agg(json_build_object('rule', o.rule, 'isOn', coalesce(o.is_on, true), 'minutes', o.minutes) order by c."order"), '[]')
     from ${OWN_REMINDERS} where c.entity_id = s.id) as overrides,
  (select coalesce(json_agg(json_build_object('rule', p.rule, 'dueAt', ${milliseconds('p.due_at')},
            'plannedAt', ${milliseconds('p.planned_at')}, 'mails', p.mails)), '[]')
     from webinars_reminder_plans p
    where p.session_document_id = s.document_id and p.schedule_version = s.schedule_version) as noted`;

/** How far from now the starts of sessions lie that may have something due, in minutes. */
export type Reach = {
  /** The widest rule before a start, and the widest after an end. */
  ahead: number;
  back: number;
  /** What may lie between a start and the end of a follow-up's time, beside its minutes. */
  slack: number;
};

/**
 * The sessions for which a reminder may be due: ahead those that take place, within reach of the settings' rules or of a rule of their
 * own; behind those that took place. Each part is a range of an index.
 */
export const readCandidates = (trx: Trx, now: Date, { ahead, back, slack }: Reach): Promise<Candidate[]> =>
  rows<Candidate>(
    trx,
    `with near as (
       select s.id from sessions s
        where s.state in ('published', 'live') and s.datetime > ?::timestamp
          and s.datetime <= ?::timestamp + make_interval(days => 1, mins => ?::int)
       union
       select s.id from ${OWN_REMINDERS} join sessions s on s.id = c.entity_id
        where o.minutes > ?::int and s.state in ('published', 'live') and s.datetime > ?::timestamp
       union
       select s.id from sessions s
        where s.state in ('live', 'completed') and s.datetime <= ?::timestamp
          and s.datetime > ?::timestamp - make_interval(mins => ?::int + ?::int)
       union
       select s.id from ${OWN_REMINDERS} join sessions s on s.id = c.entity_id
        where o.minutes > ?::int and s.state in ('live', 'completed') and s.datetime <= ?::timestamp
          and s.datetime > ?::timestamp - make_interval(mins => o.minutes + ?::int)
     )
     select ${COLUMNS} from near n join sessions s on s.id = n.id order by s.document_id`,
    [now, now, ahead, ahead, now, now, now, back, slack, back, now, now, slack],
  );

export const readSession = async (sql: Sql, documentId: string): Promise<Candidate | null> => {
  const [session] = await rows<Candidate>(sql, `select ${COLUMNS} from sessions s where s.document_id = ?`, [
    documentId,
  ]);
  return session ?? null;
};

/** A rule whose time has come for a session. */
export type Due = {
  session: string;
  version: number;
  rule: string;
  template: ReminderKind;
  audience: Audience;
  dueAt: Date;
  /** Earlier mails of the rule that were due later than this count for this date too. */
  repeatsAfter: Date;
  /** Since when the rule is as it is; null: since ever. */
  since: string | null;
  /** Of whoever gets it, where these are registrations. */
  states: readonly string[];
};

type Key = Pick<Due, 'session' | 'version' | 'rule' | 'dueAt'>;

/** Notes that these are planned. Answers with those that nobody had noted: the mails of those are the caller's to write. */
export const notePlans = async (trx: Trx, due: readonly Key[], now: Date): Promise<Set<string>> => {
  const noted = await rows<{ session: string; rule: string }>(
    trx,
    `insert into webinars_reminder_plans (session_document_id, rule, schedule_version, due_at, planned_at)
     select d.session, d.rule, d.version, d."dueAt", ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as d(session text, rule text, version int, "dueAt" timestamptz)
      order by d.session, d.rule
     on conflict do nothing
     returning session_document_id as session, rule`,
    [now, JSON.stringify(due)],
  );
  return new Set(noted.map(({ session, rule }) => `${session} ${rule}`));
};

/** Whom the programme manager's mails go to; null where nobody wants them. */
export type Manager = { email: string; locale: Locale } | null;

/**
 * Writes the mails of what was just noted, with one statement, and counts them in the notes. Whoever's seat is not older than the instant
 * gets none, nor does anybody where the session was published or moved, or the rule changed, since.
 */
export const writeReminders = async (trx: Trx, due: readonly Due[], manager: Manager, now: Date): Promise<number> => {
  const counted = await rows<{ mails: number }>(
    trx,
    `with given as materialized (
       select d.*, d."dueAt"::timestamptz as due_at
         from jsonb_to_recordset(?::jsonb) as d(session text, version int, rule text, template text, audience text, "dueAt" text,
              "repeatsAfter" timestamptz, since timestamptz, states jsonb)
     ), due as materialized (
       select g.*, s.id as session_id, s.language from given g join sessions s on s.document_id = g.session
        where (g.since is null or g.due_at > g.since)
          and not exists (
            select from webinars_events e
             where e.session_document_id = g.session and e.at >= g.due_at
               and e.type in ('session.published', 'session.moved', 'session.reminders_changed')
               and (e.type <> 'session.reminders_changed' or jsonb_exists(e.data->'rules', g.rule)))
     ), attendees as (
       select d.*, r.document_id as registration, null::text as speaker, r.email as recipient,
              case when r.locale = 'de' then 'de' else 'en' end as locale, r.id as place
         from due d
         join registrations r on r.session_document_id = d.session and r.state = any(array(select jsonb_array_elements_text(d.states)))
        where d.audience = 'attendee'
          and d.due_at > coalesce(
                (select e.at from webinars_events e
                  where e.registration_document_id = r.document_id
                    and e.type in ('registration.confirmed', 'registration.promoted', 'registration.approved', 'registration.paid')
                  order by e.id desc limit 1),
                r.registered_at at time zone 'UTC', r.created_at at time zone 'UTC')
          and not exists (
            select from webinars_mails m
             where m.registration_document_id = r.document_id and m.kind = d.template and m.data->>'rule' = d.rule
               and m.state in ('sent', 'kept', 'queued') and (m.data->>'dueAt')::timestamptz > d."repeatsAfter")
     ), speakers as (
       select distinct on (d.session, d.rule, lower(btrim(k.email)))
              d.*, null::text as registration, k.document_id as speaker, lower(btrim(k.email)) as recipient,
              case when d.language = 'de' then 'de' else 'en' end as locale, k.id as place
         from due d
        ${SPEAKERS_OF('d.session_id')}
        where d.audience = 'speaker' and ${WANTS_MAIL}
        order by d.session, d.rule, lower(btrim(k.email)), k.id
     ), managers as (
       select d.*, null::text as registration, null::text as speaker, m.email as recipient, m.locale, 0 as place
         from due d join jsonb_to_record(?::jsonb) as m(email text, locale text) on m.email is not null
        where d.audience = 'manager'
     ), team as (
       select t.* from (select * from speakers union all select * from managers) t
        where not exists (
          select from webinars_mails m
           where m.session_document_id = t.session and m.registration_document_id is null and m.kind = t.template
             and m.recipient = t.recipient and m.data->>'rule' = t.rule
             and m.state in ('sent', 'kept', 'queued') and (m.data->>'dueAt')::timestamptz > t."repeatsAfter")
     ), written as (
       insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, speaker_document_id,
                                   schedule_version, data, next_try_at, created_at)
       select concat_ws(':', p.template, coalesce(p.registration, p.session), p.speaker, p.version, p.rule, extract(epoch from p.due_at)::bigint),
              p.template, p.locale, p.recipient, p.registration, p.session, p.speaker, p.version,
              jsonb_build_object('rule', p.rule, 'dueAt', p."dueAt"), t.now, t.now
         from (select * from attendees union all select * from team) p, (select ?::timestamptz as now) t
        order by p.due_at, p.session, p.rule, p.place
       on conflict do nothing
       returning session_document_id as session, schedule_version as version, data->>'rule' as rule, (data->>'dueAt')::timestamptz as due_at
     )
     update webinars_reminder_plans n set mails = w.mails
       from (select session, version, rule, due_at, count(*)::int as mails from written group by 1, 2, 3, 4) w
      where n.session_document_id = w.session and n.schedule_version = w.version and n.rule = w.rule and n.due_at = w.due_at
     returning n.mails`,
    [JSON.stringify(due), JSON.stringify(manager ?? {}), now],
  );
  return counted.reduce((sum, { mails }) => sum + mails, 0);
};

/** How many would get a reminder now, and how many of them cannot be reached or do not want it. */
export type Reached = { rule: string; recipients: number; unreached: number };

/**
 * Counts, for one session, who would get each of these. Those of the same states are counted once; who already has a mail of the rule that counts
 * for this date is taken off.
 */
export const countRecipients = (sql: Sql, session: string, due: readonly Due[], manager: Manager): Promise<Reached[]> =>
  rows<Reached>(
    sql,
    `with given as materialized (
       select d.*, s.id as session_id
         from jsonb_to_recordset(?::jsonb) as d(rule text, template text, audience text, "repeatsAfter" timestamptz, states jsonb, category text)
         join sessions s on s.document_id = ?
     ), people as materialized (
       select r.state, count(*)::int as people, count(*) filter (where a.bounced_at is not null)::int as bounced,
              count(*) filter (where a.bounced_at is null and 'reminders' = any(a.switched_off))::int as reminders,
              count(*) filter (where a.bounced_at is null and 'follow_up' = any(a.switched_off))::int as follow_up
         from registrations r left join webinars_mail_addresses a on a.email = r.email
        where r.session_document_id = ? and r.state in ('confirmed', 'attended', 'no_show') group by r.state
     ), told as materialized (
       select g.rule, count(distinct r.id)::int as people, count(distinct m.recipient) filter (where m.registration_document_id is null)::int as team
         from given g join webinars_mails m on m.session_document_id = ? and m.kind = g.template and m.data->>'rule' = g.rule
          and m.state in ('sent', 'kept', 'queued') and (m.data->>'dueAt')::timestamptz > g."repeatsAfter"
         left join registrations r on r.document_id = m.registration_document_id and r.state = any(array(select jsonb_array_elements_text(g.states)))
        group by g.rule
     )
     select g.rule, c.recipients, case g.audience when 'attendee' then least(coalesce(p.unreached, 0), c.recipients) else 0 end as unreached
       from given g
       left join told t on t.rule = g.rule
       left join lateral (
         select sum(people)::int as people,
                sum(bounced + case g.category when 'reminders' then reminders when 'follow_up' then follow_up else 0 end)::int as unreached
           from people where state = any(array(select jsonb_array_elements_text(g.states)))) p on true
      cross join lateral (
         select greatest(0, case g.audience
              when 'attendee' then coalesce(p.people, 0) - coalesce(t.people, 0)
              when 'speaker' then (select count(distinct lower(btrim(k.email)))::int from (select 1) one ${SPEAKERS_OF('g.session_id')} where ${WANTS_MAIL})
                - coalesce(t.team, 0)
              else ?::int - coalesce(t.team, 0) end) as recipients) c`,
    [
      JSON.stringify(due.map((one) => ({ ...one, category: MAIL_KINDS[one.template].category }))),
      session,
      session,
      session,
      manager ? 1 : 0,
    ],
  );
