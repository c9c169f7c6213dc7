import { REPAIRABLE } from '../../../contracts/partners';
import type { PartnerName } from '../../../contracts/partners';
import { rows, type Database } from '../kernel/database';
import { countDay } from './queries';

/**
 * Queues what mends differences of the last reconciliation: those named, or all that can be mended. What was changed there is sent again
 * whole, what was deleted there is made anew. A difference that is being mended leaves the report. Answers how many there were.
 */
export const repair = (
  database: Database,
  partner: PartnerName,
  ids: readonly string[] | null,
  now: Date,
): Promise<number> =>
  database.inTransaction(async (trx) => {
    const mended = await rows<{ kind: string; record: string; session: string | null; difference: string }>(
      trx,
      `delete from webinars_partner_differences d
        where d.partner = ? and d.difference = any(?::text[]) and d.record is not null and (?::bigint[] is null or d.id = any(?::bigint[]))
        returning d.kind, d.record, d.session_document_id as session, d.difference`,
      [partner, REPAIRABLE, ids, ids],
    );
    await rows(
      trx,
      `insert into webinars_links as l (partner, kind, record, session_document_id, waiting_since, next_try_at)
       select ?::text, m.kind, m.record, m.session, ?::timestamptz, ?::timestamptz
         from jsonb_to_recordset(?::jsonb) as m(kind text, record text, session text, difference text) order by m.kind, m.record
       on conflict (partner, kind, record) do update
          set wanted = l.wanted + 1, state = 'waiting', attempts = 0, sent = '{}', trouble = null, words = null, troubled_at = null,
              waiting_since = excluded.waiting_since, next_try_at = excluded.next_try_at`,
      [partner, now, now, JSON.stringify(mended)],
    );
    // Whatever is of a session that was deleted there was deleted with it.
    await rows(
      trx,
      `with lost as (
         update webinars_links l set remote_id = null
           from jsonb_to_recordset(?::jsonb) as m(kind text, record text, difference text)
          where l.partner = ? and m.difference = 'deleted' and l.kind = m.kind and l.record = m.record and l.remote_id is not null
         returning l.kind
       ) ${countDay(`select kind, 0 as sent, 0 as failed, -count(*) as kept from lost group by kind`)}`,
      [JSON.stringify(mended), partner, partner, now],
    );
    await rows(
      trx,
      `update webinars_partners p set differences = (select count(*) from webinars_partner_differences d
          where d.partner = p.partner and d.difference = any(?::text[])) where p.partner = ?`,
      [REPAIRABLE, partner],
    );
    return mended.length;
  });
