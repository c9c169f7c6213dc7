import type { PartnerName, PartnerProblem, PartnerTrouble } from '../../../contracts/partners';
import { rows, type Sql } from '../kernel/database';
import { backOff, MOST_ATTEMPTS } from './back-off';
import type { Link, Outcome, Outcomes } from './partner';

/** How a partner stands, whichever instance found out. */
export type Standing = {
  partner: PartnerName;
  failures: number;
  pausedUntil: Date | null;
  stoppedAt: Date | null;
  trouble: PartnerTrouble | null;
};

/** What is new about a partner: it is, or where it is, or its credentials are. */
export type News = 'partner' | 'place' | 'credentials' | null;

/** Begins a partner's row; where the credentials are others than before, all that was held against them is forgotten. */
export const beginPartner = async (
  sql: Sql,
  { name, fingerprint, place }: { name: PartnerName; fingerprint: string; place: string },
): Promise<News> => {
  const [row] = await rows<{ news: News }>(
    sql,
    `with before as (select place from webinars_partners where partner = ?)
     insert into webinars_partners as p (partner, fingerprint, place) values (?, ?, ?)
     on conflict (partner) do update
        set fingerprint = excluded.fingerprint, place = excluded.place, failures = 0, paused_until = null, stopped_at = null, trouble = null,
            words = null, troubled_at = null, checked = null, key_expires_at = null
      where p.fingerprint <> excluded.fingerprint or p.place <> excluded.place
     returning case when (select count(*) from before) = 0 then 'partner'
                    when (select place from before) <> p.place then 'place' else 'credentials' end as news`,
    [name, name, fingerprint, place],
  );
  return row?.news ?? null;
};

/**
 * Forgets which of a partner's records are ours: it is somewhere else now. Whatever is found there under our references is taken up again; only
 * what is still to come is sent by itself.
 */
export const forgetRemoteIds = async (sql: Sql, partner: PartnerName): Promise<void> => {
  await rows(
    sql,
    `update webinars_links set remote_id = null, sent = '{}', is_tried = true, state = case state when 'gone' then 'done' else state end
      where partner = ?`,
    [partner],
  );
  await rows(sql, `delete from webinars_partner_differences where partner = ?`, [partner]);
  await rows(sql, `update webinars_partners set reconciled = null, differences = 0 where partner = ?`, [partner]);
};

/** The partners that have something due and are not left alone. */
export const partnersWithWork = async (sql: Sql, names: readonly PartnerName[], now: Date): Promise<PartnerName[]> =>
  (
    await rows<{ partner: PartnerName }>(
      sql,
      `select p.partner from webinars_partners p
        where p.partner = any(?::text[]) and p.stopped_at is null and coalesce(p.paused_until <= ?, true)
          and (select true from webinars_links l where l.partner = p.partner and l.state = 'waiting' and l.next_try_at <= ? limit 1)`,
      [names, now, now],
    )
  ).map(({ partner }) => partner);

export const readStanding = async (sql: Sql, partner: PartnerName): Promise<Standing | null> => {
  const [row] = await rows<Standing>(
    sql,
    `select partner, failures, paused_until as "pausedUntil", stopped_at as "stoppedAt", trouble from webinars_partners where partner = ?`,
    [partner],
  );
  return row ?? null;
};

/** Notes that the partner took something, or at least answered as it should. */
export const noteSuccess = async (sql: Sql, partner: PartnerName, now: Date): Promise<void> => {
  await rows(
    sql,
    `update webinars_partners set last_success_at = ?, failures = 0, paused_until = null, stopped_at = null, trouble = null, words = null,
            troubled_at = null where partner = ?`,
    [now, partner],
  );
};

/** Notes trouble that concerns all records: a pause, or an end until somebody acts. */
export const noteTrouble = async (
  sql: Sql,
  partner: PartnerName,
  { code, words, at }: Omit<PartnerProblem, 'at'> & { at: Date },
  fate: { failures: number; pausedUntil: Date | null },
): Promise<void> => {
  await rows(
    sql,
    `update webinars_partners set failures = ?, paused_until = ?, stopped_at = ?, trouble = ?, words = ?, troubled_at = ? where partner = ?`,
    [fate.failures, fate.pausedUntil, fate.pausedUntil ? null : at, code, words, at, partner],
  );
};

const LINK = `l.kind, l.record, l.session_document_id as session, l.remote_id as "remoteId", l.sent::json, l.is_tried as "isTried", l.attempts, l.wanted`;

/** What is due of one kind, the longest waiting first. */
export const dueLinks = (sql: Sql, partner: PartnerName, kind: string, now: Date, most: number): Promise<Link[]> =>
  rows<Link>(
    sql,
    `select ${LINK} from webinars_links l
      where l.partner = ? and l.kind = ? and l.state = 'waiting' and l.next_try_at <= ?
      order by l.waiting_since, l.record limit ?`,
    [partner, kind, now, most],
  );

/** Notes, before anything is sent, that from now on it may have arrived. */
export const noteTries = async (
  sql: Sql,
  partner: PartnerName,
  kind: string,
  links: readonly Link[],
): Promise<void> => {
  const fresh = links.filter(({ isTried }) => !isTried).map(({ record }) => record);
  if (fresh.length === 0) return;
  await rows(
    sql,
    // Locked in order, and read once: joined, they are locked anew for each row of a table whose growth the planner does not know yet.
    `update webinars_links l set is_tried = true
      where l.partner = ? and l.kind = ? and l.record = any(array(
        select record from webinars_links where partner = ? and kind = ? and record = any(?::text[]) order by record for update))`,
    [partner, kind, partner, kind, fresh],
  );
};

/** Records that wait for another one are asked for again when it is there, and anyway after this time. */
const BLOCKED_MS = 60_000;

type Fate = {
  record: string;
  wanted: number;
  state: 'waiting' | 'done' | 'failed' | 'gone';
  remoteId: string | null;
  sent: Record<string, string> | null;
  attempts: number;
  nextTryAt: Date;
  trouble: string | null;
  words: string | null;
};

/** What an outcome makes of a record. */
export const fateOf = (
  link: Link,
  outcome: Exclude<Outcome, { state: 'unwanted' }>,
  now: Date,
  random: number,
): Fate => {
  const fate: Fate = {
    record: link.record,
    wanted: link.wanted,
    state: 'waiting',
    remoteId: link.remoteId,
    sent: null,
    attempts: link.attempts,
    nextTryAt: now,
    trouble: null,
    words: null,
  };
  switch (outcome.state) {
    case 'done':
      return { ...fate, state: 'done', remoteId: outcome.remoteId, sent: outcome.sent, attempts: 0 };
    case 'gone':
      return { ...fate, state: 'gone' };
    case 'blocked':
      return { ...fate, nextTryAt: new Date(now.getTime() + BLOCKED_MS) };
    case 'refused':
      return { ...fate, state: 'failed', attempts: link.attempts + 1, trouble: outcome.trouble, words: outcome.words };
    case 'retry': {
      const attempts = link.attempts + 1;
      const isGivenUp = attempts >= MOST_ATTEMPTS;
      return {
        ...fate,
        attempts,
        state: isGivenUp ? 'failed' : 'waiting',
        nextTryAt: new Date(now.getTime() + backOff(attempts, random)),
        trouble: outcome.trouble,
        words: outcome.words,
      };
    }
  }
};

/** Adds to what is counted of a day. `counted` is a query of ours that answers with kind, sent, failed and kept. */
export const countDay = (counted: string): string =>
  `insert into webinars_partner_days as d (partner, kind, day, sent, failed, kept)
   select ?::text, c.kind, (?::timestamptz at time zone 'UTC')::date, c.sent, c.failed, c.kept from (${counted}) c
    where c.sent <> 0 or c.failed <> 0 or c.kept <> 0 order by c.kind
   on conflict (partner, kind, day) do update
      set sent = d.sent + excluded.sent, failed = d.failed + excluded.failed, kept = d.kept + excluded.kept`;

/**
 * Writes what became of records. One that changed meanwhile keeps waiting, for what was sent is no longer all there is to send; one that was
 * not wanted and has no place there leaves no trace. Records of a session wait no longer for one that is there now.
 */
export const recordOutcomes = async (
  sql: Sql,
  partner: PartnerName,
  kind: string,
  links: readonly Link[],
  outcomes: Outcomes,
  now: Date,
  random: () => number,
): Promise<void> => {
  const fates: Fate[] = [];
  const unwanted: { record: string; wanted: number }[] = [];
  for (const link of links) {
    const outcome = outcomes.get(link.record);
    if (!outcome) continue;
    if (outcome.state === 'unwanted') unwanted.push(link);
    else fates.push(fateOf(link, outcome, now, random()));
  }
  if (unwanted.length > 0) {
    await rows(
      sql,
      `with dropped as (
         delete from webinars_links l using jsonb_to_recordset(?::jsonb) as u(record text, wanted int)
          where l.partner = ? and l.kind = ? and l.record = u.record and l.wanted = u.wanted returning l.kind, l.remote_id
       ) ${countDay(`select kind, 0 as sent, 0 as failed, -count(remote_id) as kept from dropped group by kind`)}`,
      [JSON.stringify(unwanted.map(({ record, wanted }) => ({ record, wanted }))), partner, kind, partner, now],
    );
  }
  if (fates.length === 0) return;
  await rows(
    sql,
    `with fate as (
       select * from jsonb_to_recordset(?::jsonb) as f(record text, wanted int, state text, "remoteId" text, sent jsonb, attempts smallint,
         "nextTryAt" timestamptz, trouble text, words text)
     ), locked as (
       select l.record, l.remote_id from webinars_links l join fate f using (record) where l.partner = ? and l.kind = ? order by l.record for update of l
     ), written as (
       update webinars_links l
          set state = case when l.wanted > f.wanted and f.state <> 'gone' then 'waiting' else f.state end,
              waiting_since = case when l.wanted > f.wanted and f.state = 'done' then ?::timestamptz else l.waiting_since end,
              next_try_at = case when l.wanted > f.wanted then ?::timestamptz else f."nextTryAt" end,
              attempts = f.attempts, remote_id = f."remoteId", sent = coalesce(f.sent, l.sent),
              sent_at = case f.state when 'done' then ?::timestamptz else l.sent_at end,
              trouble = case f.state when 'done' then null else coalesce(f.trouble, l.trouble) end,
              words = case f.state when 'done' then null else coalesce(f.words, l.words) end,
              troubled_at = case when f.state in ('failed', 'gone') or f.trouble is not null then ?::timestamptz
                                 when f.state = 'done' then null else l.troubled_at end
         from fate f join locked k using (record)
        where l.partner = ? and l.kind = ? and l.record = f.record
       returning l.kind, l.session_document_id, f.state as fate, k.remote_id is null and l.remote_id is not null as is_new
     ), counted as (
       ${countDay(
         `select kind, count(*) filter (where fate = 'done') as sent, count(*) filter (where fate = 'failed') as failed,
                 count(*) filter (where is_new) as kept from written group by kind`,
       )}
     )
     update webinars_links l set next_try_at = ?
       from (select distinct session_document_id from written where is_new) w
      where l.partner = ? and l.kind <> ? and l.session_document_id = w.session_document_id and l.state = 'waiting' and l.attempts = 0
        and l.next_try_at > ?`,
    [JSON.stringify(fates), partner, kind, now, now, now, now, partner, kind, partner, now, now, partner, kind, now],
  );
};

/** Counts anew what is there: what was counted as it happened is right unless somebody changed rows by hand. */
export const recountKept = (sql: Sql, partner: PartnerName, now: Date): Promise<unknown> =>
  rows(
    sql,
    countDay(
      `select kind, 0 as sent, 0 as failed, coalesce(l.kept, 0) - coalesce(d.kept, 0) as kept
         from (select kind, count(remote_id) as kept from webinars_links where partner = ? group by kind) l
         full join (select kind, sum(kept)::bigint as kept from webinars_partner_days where partner = ? group by kind) d using (kind)`,
    ),
    [partner, now, partner, partner],
  );

/** Gives dead letters their tries again: those named, or all. Answers how many there were. */
export const replayFailed = async (
  sql: Sql,
  partner: PartnerName,
  records: readonly { kind: string; record: string }[] | null,
  now: Date,
): Promise<number> =>
  (
    await rows(
      sql,
      `update webinars_links l set state = 'waiting', attempts = 0, waiting_since = ?, next_try_at = ?
        where l.partner = ? and l.state = 'failed'
          and (?::jsonb is null or (l.kind, l.record) in (select r.kind, r.record from jsonb_to_recordset(?::jsonb) as r(kind text, record text)))
        returning l.record`,
      [now, now, partner, records && JSON.stringify(records), records && JSON.stringify(records)],
    )
  ).length;
