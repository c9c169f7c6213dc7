import type { PartnerName } from '../../../contracts/partners';
import { rows, type Sql, type Trx } from '../kernel/database';
import type { DomainEvent, EventType } from '../kernel/events';

/** One line of subscriptions.ts: when this happens, the registration or the session is brought in step with every partner that keeps it. */
export type MarkSubscription = { when: readonly EventType[]; mark: 'registration' | 'session' };

/** What each of our things is called at a partner that is on. */
export type Keeping = { partner: PartnerName; session: string; registration: string };

export type Mark = { partner: PartnerName; kind: string; record: string; session: string | null };

/** What follows from events has to be sent: each record once, in one order everywhere, so that two who mark at once do not wait for each other in a circle. */
const marksAfter = (
  subscriptions: readonly MarkSubscription[],
  keepings: readonly Keeping[],
  events: readonly DomainEvent[],
): Mark[] => {
  const marks = new Map<string, Mark>();
  for (const { type, sessionDocumentId: session, registrationDocumentId: registration } of events) {
    for (const { when, mark } of subscriptions) {
      const record = mark === 'session' ? session : registration;
      if (!record || !when.includes(type)) continue;
      for (const keeping of keepings) {
        const kind = keeping[mark];
        marks.set(`${keeping.partner} ${kind} ${record}`, { partner: keeping.partner, kind, record, session });
      }
    }
  }
  return [...marks.keys()].sort().map((key) => marks.get(key)!);
};

const MARKED = `insert into webinars_links as l (partner, kind, record, session_document_id, waiting_since, next_try_at)
  select m.partner, m.kind, m.record, m.session, t.now, t.now
    from (select ?::timestamptz as now) t, jsonb_to_recordset(?::jsonb) as m(partner text, kind text, record text, session text)
   order by m.partner, m.kind, m.record
  on conflict (partner, kind, record) do`;

// What was deleted there stays left alone; that it changed here is remembered.
const MARK = `${MARKED} update set wanted = l.wanted + 1, session_document_id = excluded.session_document_id,
    state = case l.state when 'gone' then 'gone' else 'waiting' end,
    attempts = case l.state when 'waiting' then l.attempts else 0 end,
    waiting_since = case l.state when 'waiting' then l.waiting_since else excluded.waiting_since end,
    next_try_at = excluded.next_try_at`;

const MARK_NEW = `${MARKED} nothing`;

/** Notes that records have something to send. */
export const writeMarks = async (sql: Sql, marks: readonly Mark[], now: Date): Promise<void> => {
  if (marks.length > 0) await rows(sql, MARK, [now, JSON.stringify(marks)]);
};

/** Notes it for those that nothing is known of yet. */
export const writeNewMarks = async (sql: Sql, marks: readonly Mark[], now: Date): Promise<void> => {
  if (marks.length > 0) await rows(sql, MARK_NEW, [now, JSON.stringify(marks)]);
};

/** Binds the subscriptions once; the result marks what events changed, in the transaction of their cause. Nothing where every partner is off. */
export const createMarker =
  (subscriptions: readonly MarkSubscription[], keepings: readonly Keeping[]) =>
  async (trx: Trx, events: readonly DomainEvent[], at: Date): Promise<void> => {
    if (keepings.length > 0) await writeMarks(trx, marksAfter(subscriptions, keepings, events), at);
  };
