import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  MOST_EXPORTED,
  type ExportFormat,
  type ExportRequest,
  type ExportView,
  type NewExport,
} from '../../../contracts/exports';
import type { RosterRow } from '../../../contracts/roster';
import { writeAudit, type Actor } from '../audit';
import type { Log } from '../jobs';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { conflict, DomainError } from '../kernel/errors';
import { digest, newSecretToken } from '../kernel/token';
import { columnsOf } from './columns';
import { toCsv } from './csv';
import { localClock } from './local';
import { toPdf } from './pdf';
import type { People } from './ports';
import { WORDS } from './texts';
import { toXlsx } from './xlsx';

export type ExportDeps = {
  database: Database;
  clock: Clock;
  log: Pick<Log, 'error'>;
  /** The programme's zone: days begin and dates are told in it. */
  timezone(): Promise<string>;
  people: People;
};

/** A file on its way: what it is called, what it is, and its bytes. */
export type Download = { name: string; type: string; bytes: Readable };

const TICKET_SECONDS = 60;
// What nobody has taken on for so long is not taken on any more.
const STALLED_MINUTES = 10;
// Few enough to be forgotten young: rows that outlive their batch are cleared away late, and a server seems to grow with the file.
const AT_ONCE = 500;
// More than this is not counted before: it would take longer than it helps.
const COUNTED = 1_100_000;

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

type Claimed = { id: string; request: ExportRequest; timezone: string; byId: string | null; byName: string | null };

/** What the log says of a file: what was asked for, and of people picked one by one how many. */
const told = ({ which, format, columns, sort, direction }: ExportRequest) => ({
  format,
  columns,
  sort,
  direction,
  ...('ids' in which ? { picked: which.ids.length } : { filter: which.filter }),
});

const tooMany = (format: ExportFormat) =>
  conflict(
    format === 'pdf' ? 'TOO_MANY_FOR_PDF' : 'TOO_MANY_FOR_EXCEL',
    `A file of this kind holds ${MOST_EXPORTED[format]} people at most. Nothing was exported: narrow the filter, or choose CSV.`,
    { most: MOST_EXPORTED[format] },
  );

const spent = () =>
  new DomainError('gone', 'TICKET_SPENT', 'This download was fetched already, or waited for too long. Export again.');

const TRIES = 10;
const TRIED_AGAIN_AFTER = 1000;

/** Tries again what may be done twice: a file of an hour does not break because the database is away for a moment. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; tries < TRIES; tries += 1) {
    try {
      return await work();
    } catch {
      await setTimeout(TRIED_AGAIN_AFTER);
    }
  }
  return work();
};

/** Lists of registrations that leave the house. */
export const createExports = ({ database, clock, log, timezone: readTimezone, people }: ExportDeps) => {
  const audit = (
    trx: Trx,
    action: string,
    { id, byId, byName }: Omit<Claimed, 'request' | 'timezone'>,
    data: Record<string, unknown>,
  ) =>
    writeAudit(
      trx,
      [{ action, subject: { kind: 'export', documentId: id }, data }],
      { kind: 'staff', id: byId, name: byName },
      clock.now(),
    );

  /** All who are chosen, some at a time, as somebody takes them: no transaction is open while they do not. */
  const batchesOf = async function* (claimed: Claimed): AsyncGenerator<RosterRow[]> {
    const { id, request, timezone: zone } = claimed;
    const { which, locale, format } = request;
    const order = format === 'pdf' ? ({ sort: 'session', direction: 'asc' } as const) : request;
    const note = (sql: Sql, statement: string, ...bindings: unknown[]) =>
      rows(sql, `update webinars_exports set ${statement}, seen_at = ? where id = ?::bigint`, [
        ...bindings,
        clock.now(),
        id,
      ]);
    let done = 0;
    let isWhole = false;
    let isBroken = false;
    try {
      const ids = await people.ids(database.read, which, { timezone: zone, order });
      await note(database.read, 'total = ?', ids.length);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const found = await patiently(() =>
          people.rows(database.read, Array.from(ids.subarray(from, from + AT_ONCE)), locale),
        );
        done += found.length;
        yield found;
        await patiently(() => note(database.read, 'rows = ?', done));
      }
      isWhole = true;
    } catch (error) {
      // The name only: what the driver says can carry what was in a row.
      log.error(`[webinars] an export was cut short: ${error instanceof Error ? error.name : 'unknown error'}`);
      isBroken = true;
    } finally {
      await patiently(() =>
        database.inTransaction(async (trx) => {
          await note(trx, 'state = ?, rows = ?', isWhole ? 'done' : 'cut_short', done);
          await audit(trx, 'registrations.export_ended', claimed, { format, rows: done, isWhole });
        }),
      );
    }
    if (isBroken) throw new Error('The export was cut short.');
  };

  const bytesOf = (claimed: Claimed, batches: AsyncGenerator<RosterRow[]>): AsyncGenerator<Buffer> => {
    const { format, columns, locale, separator } = claimed.request;
    const zone = claimed.timezone;
    switch (format) {
      case 'csv':
        return toCsv(batches, columnsOf(columns, locale, zone), separator);
      case 'xlsx':
        return toXlsx(batches, columnsOf(columns, locale, zone), WORDS[locale].sheet);
      case 'pdf':
        return toPdf(batches, { locale, timezone: zone, now: clock.now() });
    }
  };

  return {
    /** Makes the ticket that fetches a file, once and soon. Only its digest is kept. */
    async prepare(request: ExportRequest, by: Actor): Promise<NewExport> {
      const timezone = await readTimezone();
      const most = Math.min(MOST_EXPORTED[request.format], COUNTED);
      const counted = await people.count(database.read, request.which, timezone, most);
      if (counted.isMore && most === MOST_EXPORTED[request.format]) throw tooMany(request.format);
      const ticket = newSecretToken();
      const [made] = await rows<{ id: string }>(
        database.read,
        `insert into webinars_exports (ticket_digest, request, timezone, by_id, by_name, made_at) values (?, ?::jsonb, ?, ?, ?, ?) returning id::text`,
        [digest(ticket), JSON.stringify(request), timezone, by.id, by.name, clock.now()],
      );
      return { id: made!.id, ticket, people: counted };
    },

    /** How far a file of one's own is. */
    async read(id: string, by: Actor): Promise<ExportView | null> {
      const [found] = await rows<ExportView>(
        database.read,
        `select id::text, request::json->>'format' as format, rows, total,
                case when state = 'ready' and made_at < ?::timestamptz - make_interval(secs => ${TICKET_SECONDS}) then 'lapsed'
                     when state = 'running' and seen_at < ?::timestamptz - make_interval(mins => ${STALLED_MINUTES}) then 'cut_short'
                     else state end as state
           from webinars_exports where id = ?::bigint and by_id = ?`,
        [clock.now(), clock.now(), id, by.id],
      );
      return found ?? null;
    },

    /** Opens the file that a ticket is for. The second time there is none. */
    async fetch(ticket: string): Promise<Download> {
      const now = clock.now();
      const [claimed] = await rows<Claimed>(
        database.read,
        `update webinars_exports set state = 'running', seen_at = ?
          where ticket_digest = ? and state = 'ready' and made_at >= ?::timestamptz - make_interval(secs => ${TICKET_SECONDS})
         returning id::text, request::json, timezone, by_id as "byId", by_name as "byName"`,
        [now, digest(ticket), now],
      );
      if (!claimed) throw spent();
      const { request, timezone } = claimed;
      await database.inTransaction((trx) => audit(trx, 'registrations.exported', claimed, told(request)));
      const words = WORDS[request.locale];
      const day = localClock(timezone)(now.toISOString()).toISOString().slice(0, 10);
      return {
        name: `${request.format === 'pdf' ? words.listFile : words.file}-${day}.${request.format}`,
        type: TYPES[request.format],
        bytes: Readable.from(bytesOf(claimed, batchesOf(claimed)), { highWaterMark: 2 }),
      };
    },
  };
};

export type Exports = ReturnType<typeof createExports>;

const KEPT_DAYS = 90;

/** Forgets files that left long ago: who took them stands in the audit log. */
export const forgetExports = async ({ read }: Pick<Database, 'read'>, now: Date): Promise<void> => {
  await rows(
    read,
    `delete from webinars_exports where made_at < ?::timestamptz - make_interval(days => ${KEPT_DAYS})`,
    [now],
  );
};
