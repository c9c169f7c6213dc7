import { z } from 'zod';
import type { MessageAudience, MessageTexts } from '../../../contracts/messages';
import type { Job } from '../jobs';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Trx } from '../kernel/database';
import { peopleOf } from './audience';

/** Writes the mails of a message. */
export const writeMessageJob: Job<{ message: string }> = {
  name: 'messages.write-mails',
  payload: z.strictObject({ message: z.string() }),
  concurrency: 1,
};

type Message = { audience: MessageAudience; texts: MessageTexts; category: string; upTo: string };

const BATCH = 1000;

/** One batch of a message's mails and how far it is, in one transaction. Answers whether there may be more. */
const writeBatch = async (trx: Trx, id: string, now: Date): Promise<boolean> => {
  const [message] = await rows<Message>(
    trx,
    `select audience::json, texts::json, category, written_up_to::text as "upTo" from webinars_messages where id = ? and state = 'writing' for update`,
    [id],
  );
  if (!message) return false;
  const { audience, texts, category, upTo } = message;
  const { from, place, where, bindings } = peopleOf(audience);
  const [batch] = await rows<{ last: string | null }>(
    trx,
    `with people as materialized (
       select ${place} as id, r.document_id, r.session_document_id, r.email, coalesce(r.locale, 'en') as locale
         from ${from} where ${place} > ?::bigint and ${where} order by ${place} limit ${BATCH}
     ), written as (
       insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, schedule_version, message_id,
              data, next_try_at, created_at)
       select 'staff_message:' || p.document_id || ':' || m.id, 'staff_message',
              case when m.texts->p.locale is null or m.texts->p.locale = 'null' then case p.locale when 'en' then 'de' else 'en' end else p.locale end,
              p.email, p.document_id, p.session_document_id, s.schedule_version, m.id,
              jsonb_build_object('category', m.category) || case when m.texts->p.locale is null or m.texts->p.locale = 'null'
                then m.texts->(case p.locale when 'en' then 'de' else 'en' end) else m.texts->p.locale end,
              m.now, m.now
         from people p
        cross join (select ?::bigint as id, ?::jsonb as texts, ?::text as category, ?::timestamptz as now) m
         join sessions s on s.document_id = p.session_document_id
        order by p.id
       on conflict (key) do nothing
     )
     select max(id)::text as last from people`,
    [upTo, ...bindings, id, JSON.stringify(texts), category, now],
  );
  const last = batch?.last ?? null;
  await rows(
    trx,
    `update webinars_messages set written_up_to = coalesce(?::bigint, written_up_to), state = case when ?::bigint is null then 'written' else state end
      where id = ?`,
    [last, last, id],
  );
  return last !== null;
};

/** The job's deed: batch after batch, so that a message to ten thousand can be watched and stopped. Cut short, it goes on where it was. */
export const createWriteMails =
  ({ database, clock }: { database: Database; clock: Clock }) =>
  async ({ message }: { message: string }): Promise<void> => {
    let isMore = true;
    while (isMore) isMore = await database.inTransaction((trx) => writeBatch(trx, message, clock.now()));
  };
