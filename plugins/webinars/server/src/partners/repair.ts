import { REPAIRABLE } from '../../../contracts/partners';
import type { PartnerName } from '../../../contracts/partners';
import { writeAudit, type Actor } from '../audit';
import { rows, type Database } from '../kernel/database';
import type { FoundDifference } from './partner';
import { countDay } from './queries';

type Mended = Pick<FoundDifference, 'kind' | 'difference' | 'fields' | 'session'> & { record: string };
type Repair = Pick<Mended, 'kind' | 'record' | 'session'> & {
  isDeleted: boolean;
  /** The fields that are sent again; null is all of them. */
  fields: string[] | null;
};

/** What is to be done with each record, however many differences it has. */
export const repairsOf = (mended: readonly Mended[]): Repair[] => {
  const repairs = new Map<string, Repair>();
  for (const { kind, record, session, difference, fields } of mended) {
    const key = `${kind} ${record}`;
    const { isDeleted, fields: others } = repairs.get(key) ?? { isDeleted: false, fields: [] };
    const names = fields.map(({ name }) => name);
    repairs.set(key, {
      kind,
      record,
      session,
      isDeleted: isDeleted || difference === 'deleted',
      fields: others && names.length > 0 ? [...others, ...names] : null,
    });
  }
  return [...repairs.values()];
};

/**
 * Queues what mends differences of the last reconciliation: those named, or all that can be mended. Of what was changed there the fields that
 * differ are sent again, what was deleted there is made anew. A difference that is being mended leaves the report. Answers how many records there
 * were.
 */
export const repair = (
  database: Database,
  partner: PartnerName,
  ids: readonly string[] | null,
  now: Date,
  by: Actor,
): Promise<number> =>
  database.inTransaction(async (trx) => {
    const mended = await rows<Mended>(
      trx,
      `delete from webinars_partner_differences d
        where d.partner = ? and d.difference = any(?::text[]) and d.record is not null and (?::bigint[] is null or d.id = any(?::bigint[]))
        returning d.kind, d.record, d.session_document_id as session, d.difference, d.fields::json`,
      [partner, REPAIRABLE, ids, ids],
    );
    const mending = repairsOf(mended);
    const repairs = JSON.stringify(mending);
    await rows(
      trx,
      // Whatever differs may be there, known to us or not.
      `insert into webinars_links as l (partner, kind, record, session_document_id, is_tried, waiting_since, next_try_at)
       select ?::text, m.kind, m.record, m.session, true, ?::timestamptz, ?::timestamptz
         from jsonb_to_recordset(?::jsonb) as m(kind text, record text, session text) order by m.kind, m.record
       on conflict (partner, kind, record) do update
          set wanted = l.wanted + 1, state = 'waiting', attempts = 0, trouble = null, words = null, troubled_at = null,
              waiting_since = excluded.waiting_since, next_try_at = excluded.next_try_at`,
      [partner, now, now, repairs],
    );
    await rows(
      trx,
      `update webinars_links l
          set sent = case when m.fields is null then '{}' else l.sent - array(select jsonb_array_elements_text(m.fields)) end
         from jsonb_to_recordset(?::jsonb) as m(kind text, record text, fields jsonb)
        where l.partner = ? and l.kind = m.kind and l.record = m.record`,
      [repairs, partner],
    );
    // Whatever is of a session that was deleted there was deleted with it.
    await rows(
      trx,
      `with lost as (
         update webinars_links l set remote_id = null
           from jsonb_to_recordset(?::jsonb) as m(kind text, record text, "isDeleted" boolean)
          where l.partner = ? and m."isDeleted" and l.kind = m.kind and l.record = m.record and l.remote_id is not null
         returning l.kind
       ) ${countDay(`select kind, 0 as sent, 0 as failed, -count(*) as kept from lost group by kind`)}`,
      [repairs, partner, partner, now],
    );
    await rows(
      trx,
      `update webinars_partners p set differences = (select count(*) from webinars_partner_differences d
          where d.partner = p.partner and d.difference = any(?::text[])) where p.partner = ?`,
      [REPAIRABLE, partner],
    );
    const subject = { kind: 'partner', documentId: partner };
    await writeAudit(trx, [{ action: 'partner.repaired', subject, data: { records: mending.length } }], by, now);
    return mending.length;
  });
