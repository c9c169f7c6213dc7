import type { CheckRule } from '../../../contracts/checks';
import { SYSTEM, writeAudit, type Actor } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { conflict } from '../kernel/errors';
import { sqlList } from '../kernel/text';
import { HOLDING } from '../registration';
import type { Figures } from './difference-words';

/** One thing that should always be true and is not. */
export type Difference = {
  rule: CheckRule;
  session: string | null;
  expected: Figures;
  found: Figures;
  /** Whether `repair` can mend it without deciding anything for a person. */
  repairable: boolean;
};

export type Verification = { sessions: number; registrations: number; differences: Difference[]; repaired: number };

/** A rule about what another slice keeps: what breaks it, and how that is mended. */
export type OwnCheck = {
  rule: CheckRule;
  find(sql: Sql): Promise<{ expected: Figures; found: Figures }[]>;
  repair(trx: Trx): Promise<void>;
};

const holding = sqlList(HOLDING);

/** Each asks for what breaks one rule. Columns: session, and the figures of what was expected and found; `difference-words.ts` tells them. */
const CHECKS: { rule: CheckRule; repairable: boolean; sql: string }[] = [
  {
    rule: 'counters',
    repairable: true,
    sql: `select s.document_id as session,
                 json_build_array(coalesce(c.holding, 0), coalesce(c.waiting, 0), coalesce(c.attended, 0)) as expected,
                 json_build_array(s.registration_count, s.waitlist_count, s.attendance_count) as found
            from sessions s left join (
              select session_document_id as id, count(*) filter (where state in (${holding})) as holding,
                     count(*) filter (where state = 'waitlisted') as waiting, count(*) filter (where state = 'attended') as attended
                from registrations group by 1) c on c.id = s.document_id
           where (s.registration_count, s.waitlist_count, s.attendance_count)
                 is distinct from (coalesce(c.holding, 0), coalesce(c.waiting, 0), coalesce(c.attended, 0))`,
  },
  {
    rule: 'person',
    repairable: false,
    sql: `select session_document_id as session, json_build_array() as expected,
                 json_build_array(count(*), string_agg(id::text, ', ' order by id)) as found
            from registrations where state <> 'cancelled' group by session_document_id, lower(btrim(email)) having count(*) > 1`,
  },
  {
    rule: 'line',
    repairable: true,
    sql: `select session_document_id as session, json_build_array(count(*)) as expected,
                 json_build_array(min(waitlist_position), max(waitlist_position), count(distinct waitlist_position)) as found
            from registrations where state = 'waitlisted' group by session_document_id
          having min(waitlist_position) <> 1 or max(waitlist_position) <> count(*) or count(distinct waitlist_position) <> count(*)`,
  },
  {
    rule: 'state',
    repairable: false,
    sql: `select session_document_id as session, json_build_array() as expected, json_build_array(count(*)) as found
            from registrations
           where (state = 'waitlisted') <> (waitlist_position is not null) or (state = 'pending_payment') <> (hold_expires_at is not null)
              or (state = 'cancelled') <> (cancel_reason is not null)
           group by session_document_id`,
  },
  {
    rule: 'session',
    repairable: false,
    sql: `select r.session_document_id as session, json_build_array() as expected, json_build_array(count(*)) as found
            from registrations r left join sessions s on s.document_id = r.session_document_id
           where s.id is null group by r.session_document_id`,
  },
  {
    rule: 'link',
    repairable: true,
    sql: `select r.session_document_id as session, json_build_array() as expected, json_build_array(count(*)) as found
            from registrations r join sessions s on s.document_id = r.session_document_id
            left join registrations_session_lnk l on l.registration_id = r.id
           where l.session_id is distinct from s.id group by r.session_document_id`,
  },
  {
    rule: 'cancelled',
    repairable: false,
    sql: `select s.document_id as session, json_build_array() as expected, json_build_array(count(*)) as found
            from sessions s join registrations r on r.session_document_id = s.document_id
           where s.state = 'cancelled' and r.state <> 'cancelled' group by s.document_id`,
  },
];

// What keeps the rules while nobody looks. A guard that is missing or switched off is a difference even where no row is wrong yet.
const TRIGGERS = [
  'webinars_guard_session',
  'webinars_guard_session_deletion',
  'webinars_guard_registration',
  'webinars_count_on_insert',
  'webinars_count_on_update',
  'webinars_count_on_delete',
  'webinars_sum_on_insert',
  'webinars_sum_on_update',
  'webinars_sum_on_delete',
  'webinars_guard_topics',
  'webinars_guard_speakers',
  'webinars_events_append_only',
  'webinars_audit_append_only',
  'webinars_consent_versions_fixed',
];
const INDEXES = ['webinars_one_active_registration', 'webinars_registration_reference', 'webinars_session_slug'];

const checkGuards = async (sql: Sql): Promise<Difference[]> => {
  const missing = await rows<{ name: string }>(
    sql,
    `select name from unnest(?::text[]) name where not exists (select from pg_trigger where tgname = name and tgenabled in ('O', 'A'))
     union all
     select name from unnest(?::text[]) name
      where not exists (select from pg_class c join pg_index i on i.indexrelid = c.oid where c.relname = name and i.indisvalid and i.indisunique)`,
    [TRIGGERS, INDEXES],
  );
  return missing.map(({ name }) => ({
    rule: 'guards',
    session: null,
    expected: [name],
    found: [],
    repairable: false,
  }));
};

const REPAIRS = [
  // Any outside write to a counter is answered with a recount by the session's guard.
  `update sessions s set registration_count = -1 where document_id = any(?)`,
  `update registrations r set waitlist_position = line.place
     from (select id, row_number() over (partition by session_document_id order by waitlist_position, id) as place
             from registrations where state = 'waitlisted' and session_document_id = any(?)) line
    where r.id = line.id and r.waitlist_position is distinct from line.place`,
  `delete from registrations_session_lnk l using registrations r, sessions s
    where l.registration_id = r.id and s.document_id = r.session_document_id and l.session_id <> s.id and r.session_document_id = any(?)`,
  `insert into registrations_session_lnk (registration_id, session_id)
   select r.id, s.id from registrations r join sessions s on s.document_id = r.session_document_id
    where r.session_document_id = any(?) and not exists (select from registrations_session_lnk l where l.registration_id = r.id)`,
];

/**
 * The same rules for one session, which costs what its own rows cost: each of them asks about sessions one by one, so PostgreSQL looks up the
 * one that is named.
 */
export const verifySession = async (sql: Sql, session: string): Promise<Difference[]> => {
  const differences: Difference[] = [];
  for (const { rule, repairable, sql: statement } of CHECKS) {
    const found = await rows<{ session: string; expected: Figures; found: Figures }>(
      sql,
      `select c.* from (${statement}) c where c.session = ?`,
      [session],
    );
    differences.push(...found.map((row) => ({ rule, repairable, ...row })));
  }
  return differences;
};

const check = async (sql: Sql, own: readonly OwnCheck[]): Promise<Difference[]> => {
  const differences: Difference[] = [];
  for (const { rule, repairable, sql: statement } of CHECKS) {
    const found = await rows<{ session: string | null; expected: Figures; found: Figures }>(sql, statement);
    differences.push(...found.map((row) => ({ rule, repairable, ...row })));
  }
  for (const { rule, find } of own) {
    for (const { expected, found } of await find(sql))
      differences.push({ rule, session: null, expected, found, repairable: true });
  }
  return [...differences, ...(await checkGuards(sql))];
};

export type VerifyOptions = {
  repair?: boolean;
  by?: Actor;
  /** What whoever repairs has seen: where more is found by then, nothing is repaired. */
  seen?: readonly Pick<Difference, 'rule' | 'session'>[];
};

const isSeen = (one: Difference, seen: NonNullable<VerifyOptions['seen']>): boolean =>
  seen.some(({ rule, session }) => rule === one.rule && session === one.session);

/**
 * Recounts every session from its rows and checks what design calls always true. One snapshot, so it may run beside a live system.
 * `repair` mends counters, places in line and links; what would decide something for a person is only told.
 */
export const createVerify =
  ({ database, clock, own }: { database: Database; clock: Clock; own: readonly OwnCheck[] }) =>
  async ({ repair = false, by = SYSTEM, seen }: VerifyOptions = {}): Promise<Verification> => {
    const totals = () =>
      rows<{ sessions: number; registrations: number }>(
        database.read,
        'select (select count(*) from sessions)::int as sessions, (select count(*) from registrations)::int as registrations',
      );
    const look = () =>
      database.read.transaction((sql) => check(sql, own), { isolationLevel: 'repeatable read', readOnly: true });
    const before = await look();
    if (seen && before.some((one) => one.repairable && !isSeen(one, seen))) {
      throw conflict(
        'DIFFERENCES_CHANGED',
        'There are other differences by now than you have seen. Nothing was repaired: check again, and look at what is found.',
      );
    }
    const mendable = [
      ...new Set(before.filter((one) => one.repairable && one.session).map((one) => one.session!)),
    ].sort();
    const [counted] = await totals();
    const broken = own.filter(({ rule }) => before.some((one) => one.rule === rule));
    if (!repair || mendable.length + broken.length === 0) return { ...counted!, differences: before, repaired: 0 };
    await database.inTransaction(async (trx) => {
      await rows(trx, 'select id from sessions where document_id = any(?) order by document_id for update', [mendable]);
      for (const statement of REPAIRS) await rows(trx, statement, [mendable]);
      const repaired = mendable.map((session) => ({
        action: 'session.repaired',
        subject: { kind: 'session', documentId: session },
        data: { rules: [...new Set(before.filter((one) => one.session === session).map(({ rule }) => rule))] },
      }));
      await writeAudit(trx, repaired, by, clock.now());
    });
    // Each by itself: it may have to keep everybody from writing, and must hold nothing that they wait for.
    for (const one of broken) {
      await database.inTransaction(async (trx) => {
        await one.repair(trx);
        const subject = { kind: 'programme', documentId: 'programme' };
        await writeAudit(
          trx,
          [{ action: 'programme.repaired', subject, data: { rules: [one.rule] } }],
          by,
          clock.now(),
        );
      });
    }
    const after = await look();
    return { ...counted!, differences: after, repaired: before.length - after.length };
  };
