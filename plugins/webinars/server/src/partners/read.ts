import {
  type PartnerCard,
  type PartnerCheck,
  type PartnerDifference,
  type PartnerName,
  type PartnerPage,
  type PartnerProblem,
  type PartnerQueue,
  type PartnerReconciliation,
  type PartnerRecord,
  type PartnerRecords,
  type PartnerState,
  type PartnerTrouble,
} from '../../../contracts/partners';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { KnownPartner } from './partner';
export type Paged<Row> = { data: Row[]; pagination: { page: number; pageSize: number; total: number } };

/** How long before a key expires somebody is told. */
const EXPIRES_SOON_MS = 21 * 24 * 60 * 60 * 1000;

type PartnerRow = {
  pausedUntil: Date | null;
  stoppedAt: Date | null;
  trouble: PartnerTrouble | null;
  words: string | null;
  troubledAt: Date | null;
  lastSuccessAt: Date | null;
  checked: PartnerCheck | null;
  keyExpiresAt: Date | null;
  reconcilingSince: Date | null;
  reconciled: PartnerReconciliation | null;
};

const problemOf = (row: Pick<PartnerRow, 'trouble' | 'words' | 'troubledAt'>): PartnerProblem | null =>
  row.trouble && row.troubledAt
    ? { code: row.trouble, words: row.words ?? '', at: row.troubledAt.toISOString() }
    : null;

const stateOf = (row: PartnerRow | undefined, now: Date): PartnerState => {
  if (row?.stoppedAt) return 'stopped';
  return row?.pausedUntil && row.pausedUntil > now ? 'paused' : 'on';
};

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** Whether a key expires within weeks, or has. */
export const expiresSoon = (keyExpiresAt: Date | null, now: Date): boolean =>
  keyExpiresAt !== null && keyExpiresAt.getTime() - now.getTime() < EXPIRES_SOON_MS;

/** What is in step is not counted: it is what has a place there, less what is open. */
const readQueue = (sql: Sql, { partner }: { partner: { name: PartnerName; kinds: readonly { kind: string }[] } }) =>
  rows<PartnerQueue & { oldestWaitingAt: Date | null }>(
    sql,
    `select k.kind, coalesce(o.waiting, 0) as waiting, coalesce(o.failed, 0) as failed, coalesce(o.gone, 0) as gone,
            greatest(0, coalesce(d.kept, 0) - coalesce(o.kept, 0))::int as done, o."oldestWaitingAt"
       from unnest(?::text[]) with ordinality k(kind, place)
       left join (
         select kind, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
                count(*) filter (where state = 'gone')::int as gone, count(remote_id) as kept,
                min(waiting_since) filter (where state = 'waiting') as "oldestWaitingAt"
           from webinars_links where partner = ? and state <> 'done' group by kind) o using (kind)
       left join (select kind, sum(kept) as kept from webinars_partner_days where partner = ? group by kind) d using (kind)
      order by k.place`,
    [partner.kinds.map(({ kind }) => kind), partner.name, partner.name],
  );

/** A partner's card. */
export const readCard = async (sql: Sql, known: KnownPartner, now: Date): Promise<PartnerCard> => {
  const { name, missing, partner } = known;
  const off: PartnerCard = {
    partner: name,
    state: 'off',
    missing: [...missing],
    address: null,
    problem: null,
    pausedUntil: null,
    lastSuccessAt: null,
    check: null,
    isKeyExpiring: false,
    queue: [],
    lastDays: { sent: 0, failed: 0 },
    isReconciling: false,
    reconciliation: null,
  };
  if (!partner) return off;
  const [row] = await rows<PartnerRow>(
    sql,
    `select paused_until as "pausedUntil", stopped_at as "stoppedAt", trouble, words, troubled_at as "troubledAt",
            last_success_at as "lastSuccessAt", checked::json, key_expires_at as "keyExpiresAt", reconciling_since as "reconcilingSince",
            reconciled::json from webinars_partners where partner = ?`,
    [name],
  );
  const [lastDays] = await rows<{ sent: number; failed: number }>(
    sql,
    `select coalesce(sum(sent), 0)::int as sent, coalesce(sum(failed), 0)::int as failed
       from webinars_partner_days where partner = ? and day > (?::timestamptz at time zone 'UTC')::date - 7`,
    [name, now],
  );
  const queue = await readQueue(sql, { partner });
  return {
    ...off,
    state: stateOf(row, now),
    missing: [],
    address: partner.address,
    problem: row ? problemOf(row) : null,
    pausedUntil: iso(row?.pausedUntil),
    lastSuccessAt: iso(row?.lastSuccessAt),
    check: row?.checked ?? null,
    isKeyExpiring: expiresSoon(row?.keyExpiresAt ?? null, now),
    queue: queue.map((one) => ({ ...one, oldestWaitingAt: iso(one.oldestWaitingAt) })),
    lastDays: lastDays!,
    isReconciling: Boolean(row?.reconcilingSince),
    reconciliation: row?.reconciled ?? null,
  };
};

/** What a record is called here, and of which session it is. `x` is a row that has `record` and `session_document_id`. */
const NAMED = `left join sessions s on s.document_id = x.session_document_id
  left join registrations r on r.document_id = x.record`;
const namesIn = (
  titles: Locale,
) => `coalesce(nullif(concat_ws(' ', r.first_name, r.last_name), ''), case when x.record = s.document_id then ${sessionTitleIn(`'${titles}'`)} end) as title,
  case when s.id is not null then json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)}) end as session`;

type RecordRow = Omit<PartnerRecord, 'url' | 'problem' | 'differences'> & {
  remoteId: string | null;
  nextTryAt: Date | null;
  sentAt: Date | null;
  trouble: PartnerTrouble | null;
  words: string | null;
  troubledAt: Date | null;
};

const recordIn = (
  titles: Locale,
) => `x.partner, x.kind, x.record, ${namesIn(titles)}, x.state, x.remote_id as "remoteId", x.attempts,
  case x.state when 'waiting' then x.next_try_at end as "nextTryAt", x.sent_at as "sentAt", x.trouble, x.words, x.troubled_at as "troubledAt"`;

type UrlOf = (partner: PartnerName, kind: string, remoteId: string) => string | null;

const asRecord = (row: RecordRow, urlOf: UrlOf, differences: PartnerDifference[]): PartnerRecord => ({
  partner: row.partner,
  kind: row.kind,
  record: row.record,
  title: row.title,
  session: row.session,
  state: row.state,
  url: row.remoteId && row.state !== 'gone' ? urlOf(row.partner, row.kind, row.remoteId) : null,
  attempts: row.attempts,
  problem: problemOf(row),
  nextTryAt: iso(row.nextTryAt),
  sentAt: iso(row.sentAt),
  differences,
});

/** Dead letters, and what was deleted there; the latest first. */
export const readLeft = async (
  sql: Sql,
  partner: PartnerName,
  { page, pageSize, titles }: PartnerPage,
  urlOf: UrlOf,
): Promise<Paged<PartnerRecord>> => {
  const found = await rows<RecordRow>(
    sql,
    `select ${recordIn(titles)} from (
        select * from webinars_links where partner = ? and state in ('failed', 'gone') order by troubled_at desc, record limit ? offset ?
      ) x ${NAMED} order by x.troubled_at desc, x.record`,
    [partner, pageSize, (page - 1) * pageSize],
  );
  const [counted] = await rows<{ total: number }>(
    sql,
    `select count(*)::int as total from webinars_links where partner = ? and state in ('failed', 'gone')`,
    [partner],
  );
  return {
    data: found.map((row) => asRecord(row, urlOf, [])),
    pagination: { page, pageSize, total: counted!.total },
  };
};

type DifferenceRow = Omit<PartnerDifference, 'url'> & { partner: PartnerName; remoteId: string | null };

const differenceIn = (titles: Locale) =>
  `x.id::text, x.partner, x.kind, x.record, ${namesIn(titles)}, x.difference, x.fields::json, x.remote_id as "remoteId"`;

const asDifference = ({ partner, remoteId, ...row }: DifferenceRow, urlOf: UrlOf): PartnerDifference => ({
  ...row,
  url: remoteId && row.difference !== 'deleted' ? urlOf(partner, row.kind, remoteId) : null,
});

/** What the last reconciliation found. */
export const readDifferences = async (
  sql: Sql,
  partner: PartnerName,
  { page, pageSize, titles }: PartnerPage,
  urlOf: UrlOf,
): Promise<Paged<PartnerDifference>> => {
  const found = await rows<DifferenceRow>(
    sql,
    `select ${differenceIn(titles)} from (
        select * from webinars_partner_differences where partner = ? order by id limit ? offset ?) x ${NAMED} order by x.id`,
    [partner, pageSize, (page - 1) * pageSize],
  );
  const [counted] = await rows<{ total: number }>(
    sql,
    `select count(*)::int as total from webinars_partner_differences where partner = ?`,
    [partner],
  );
  return {
    data: found.map((row) => asDifference(row, urlOf)),
    pagination: { page, pageSize, total: counted!.total },
  };
};

/** Where a session or a registration stands with every partner, and how many registrations of a session stand where. */
export const readRecords = async (
  sql: Sql,
  partners: readonly { name: PartnerName; kinds: readonly { kind: string }[] }[],
  whose: ({ session: string } | { registration: string }) & { titles: Locale },
  urlOf: UrlOf,
): Promise<PartnerRecords> => {
  const record = 'session' in whose ? whose.session : whose.registration;
  const pairs = partners.flatMap(({ name, kinds }) => kinds.map(({ kind }) => [name, kind] as const));
  const found = await rows<RecordRow>(
    sql,
    `select ${recordIn(whose.titles)} from unnest(?::text[], ?::text[]) k(partner, kind)
       join webinars_links x on x.partner = k.partner and x.kind = k.kind and x.record = ? ${NAMED} order by x.partner, x.kind`,
    [pairs.map(([name]) => name), pairs.map(([, kind]) => kind), record],
  );
  const differences = await rows<DifferenceRow>(
    sql,
    `select ${differenceIn(whose.titles)} from webinars_partner_differences x ${NAMED} where x.record = ? order by x.id`,
    [record],
  );
  const counts =
    'session' in whose
      ? await rows<PartnerRecords['counts'][number]>(
          sql,
          `select partner, kind, state, count(*)::int as count from webinars_links
            where session_document_id = ? and record <> ? and partner = any(?::text[]) group by 1, 2, 3 order by 1, 2, 3`,
          [record, record, partners.map(({ name }) => name)],
        )
      : [];
  return {
    records: found.map((row) =>
      asRecord(
        row,
        urlOf,
        differences
          .filter(({ partner, kind }) => partner === row.partner && kind === row.kind)
          .map((one) => asDifference(one, urlOf)),
      ),
    ),
    counts,
  };
};

/** Records of one kind that belong to a session, by where they stand. */
export type Sync = {
  partner: PartnerName;
  kind: string;
  done: number;
  waiting: number;
  failed: number;
  gone: number;
  firstAt: Date;
  lastAt: Date;
};

/** How far a session and its registrations are with every partner. */
export const readSyncs = (sql: Sql, names: readonly PartnerName[], session: string): Promise<Sync[]> =>
  rows<Sync>(
    sql,
    `select l.partner, l.kind, count(*) filter (where l.state = 'done')::int as done, count(*) filter (where l.state = 'waiting')::int as waiting,
            count(*) filter (where l.state = 'failed')::int as failed, count(*) filter (where l.state = 'gone')::int as gone,
            min(coalesce(l.sent_at, l.waiting_since)) as "firstAt",
            max(greatest(l.sent_at, l.troubled_at, l.waiting_since)) as "lastAt"
       from webinars_links l where l.session_document_id = ? and l.partner = any(?::text[]) group by 1, 2 order by 1, 2`,
    [session, names],
  );
