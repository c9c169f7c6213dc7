import { REPAIRABLE, type PartnerProblem, type PartnerReconciliation } from '../../../contracts/partners';
import { rows, type Sql } from '../kernel/database';
import { PartnerError } from '../kernel/http-client';
import { piece } from '../kernel/text';
import { concernsAll } from './push-splitting';
import type { FoundDifference, Partner } from './partner';
import { recountKept } from './queries';
import { meetTrouble, type WorkerDeps } from './worker';

/** A partner that was restored from an old backup differs in everything: more than one statement may carry. */
const TOGETHER = 5000;

const keep = async (
  deps: WorkerDeps,
  partner: Partner,
  found: readonly FoundDifference[] | null,
  report: PartnerReconciliation,
): Promise<void> => {
  await deps.database.inTransaction(async (trx) => {
    if (found) {
      await recountKept(trx, partner.name, deps.clock.now());
      await rows(trx, `delete from webinars_partner_differences where partner = ?`, [partner.name]);
      for (let from = 0; from < found.length; from += TOGETHER) {
        await rows(
          trx,
          `insert into webinars_partner_differences (partner, kind, record, remote_id, session_document_id, difference, fields, found_at)
         select ?::text, d.kind, d.record, d."remoteId", d.session, d.difference, coalesce(d.fields, '[]'), ?::timestamptz
           from jsonb_to_recordset(?::jsonb) as d(kind text, record text, "remoteId" text, session text, difference text, fields jsonb)`,
          [partner.name, report.at, JSON.stringify(found.slice(from, from + TOGETHER))],
        );
      }
    }
    await rows(
      trx,
      `update webinars_partners set reconciling_since = null, reconciled = ?::jsonb, differences = ? where partner = ?`,
      [JSON.stringify(report), report.differences, partner.name],
    );
  });
};

/** The last report, where there is one; what it could not finish leaves the differences found before it. */
const lastReport = async (sql: Sql, partner: Partner): Promise<PartnerReconciliation | null> => {
  const [row] = await rows<{ reconciled: PartnerReconciliation | null }>(
    sql,
    `select reconciled::json from webinars_partners where partner = ?`,
    [partner.name],
  );
  return row?.reconciled ?? null;
};

/** Compares everything that is kept in step, and keeps what differs. Changes nothing there. */
export const reconcile = async (deps: WorkerDeps, partner: Partner, signal: AbortSignal): Promise<void> => {
  const at = deps.clock.now().toISOString();
  try {
    const { compared, found } = await partner.compare(signal);
    const differences = found.filter(({ difference }) => REPAIRABLE.includes(difference)).length;
    const report = { at, compared, differences, notes: found.length - differences, problem: null };
    await keep(deps, partner, found, report);
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const problem: PartnerProblem = { code: error.trouble, words: piece(error.words, 0, 500), at };
    const before = await lastReport(deps.database.read, partner);
    await keep(deps, partner, null, { compared: 0, differences: 0, notes: 0, ...before, at, problem });
    if (concernsAll(error) && !signal.aborted) await meetTrouble(deps, partner, error);
  }
};
