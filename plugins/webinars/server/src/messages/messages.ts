import type { MessageAudience, MessageView, NewMessage } from '../../../contracts/messages';
import { flatFields, writeAudit, type Actor } from '../audit';
import { addJobs, newJob } from '../jobs';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql, type Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import { countAudience } from './audience';
import { readSelection, use } from '../selections';
import { writeMessageJob } from './write-mails';

// Strapi has jsonb come as text; json comes as what it says.
const select = (titles: Locale) => `select m.id::text, m.audience::json, m.category, m.texts::json, m.total,
    to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", m.created_by as "createdBy",
    c.written, c.sent, c.waiting, c.failed, c.skipped, c.cancelled,
    case when m.state = 'cancelled' then 'cancelled' when m.state = 'writing' then 'writing' when c.waiting > 0 then 'sending' else 'done' end as state,
    (select json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)})
       from sessions s where s.document_id = m.session_document_id) as session
  from webinars_messages m
  cross join lateral (
    select count(*)::int as written, count(*) filter (where b.state in ('sent', 'kept'))::int as sent,
           count(*) filter (where b.state = 'queued')::int as waiting, count(*) filter (where b.state = 'failed')::int as failed,
           count(*) filter (where b.state = 'skipped')::int as skipped, count(*) filter (where b.state = 'cancelled')::int as cancelled
      from webinars_mails b where b.message_id = m.id) c`;

const read = async (sql: Sql, id: string, titles: Locale): Promise<MessageView | null> =>
  (await rows<MessageView>(sql, `${select(titles)} where m.id = ?`, [id]))[0] ?? null;

const MOST_LISTED = 50;

/** The session whose registrants it goes to; null where they are of several. */
const sessionOf = async (trx: Trx, audience: MessageAudience, now: Date): Promise<string | null> => {
  if ('session' in audience) return audience.session;
  const selection = await readSelection(trx, audience.selection);
  if (!selection) throw notFound('This selection');
  await use(trx, selection.id, now);
  return selection.session;
};

/** What staff write to registrants. */
export const createMessages = ({ database, clock }: { database: Database; clock: Clock }) => ({
  count: (audience: MessageAudience, category: NewMessage['category']) =>
    countAudience(database.read, audience, category),
  /** Begins to write the mails of a message. The same key again is the same message. Throws where nobody would get it. */
  async send({ audience, texts, category, key }: NewMessage, by: Actor): Promise<MessageView> {
    const now = clock.now();
    const id = await database.inTransaction(async (trx) => {
      const [before] = await rows<{ id: string }>(trx, `select id::text from webinars_messages where key = ?`, [key]);
      if (before) return before.id;
      const { registered, reached } = await countAudience(trx, audience, category);
      if (reached === 0) {
        throw conflict('NOBODY_REACHED', 'Nobody would get this message: choose other registrants. Nothing was sent.');
      }
      const session = await sessionOf(trx, audience, now);
      const [made] = await rows<{ id: string }>(
        trx,
        `insert into webinars_messages (key, session_document_id, audience, texts, category, total, created_at, created_by)
         values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?) on conflict (key) do update set key = excluded.key returning id::text`,
        [key, session, JSON.stringify(audience), JSON.stringify(texts), category, registered, now, by.name],
      );
      await addJobs(trx, [newJob(writeMessageJob, { message: made!.id }, made!.id)]);
      const subject = { kind: 'message', documentId: made!.id };
      const data = { category, people: registered };
      const sent = { action: 'message.sent', subject, session, after: flatFields(texts), data };
      await writeAudit(trx, [sent], by, now);
      return made!.id;
    });
    return (await read(database.read, id, 'en'))!;
  },
  /** What was not sent yet stays unsent. Repeatable. */
  async cancel(id: string, by: Actor): Promise<MessageView> {
    await database.inTransaction(async (trx) => {
      const [found] = await rows<{ session: string | null }>(
        trx,
        `update webinars_messages set state = 'cancelled' where id = ? returning session_document_id as session`,
        [id],
      );
      if (!found) throw notFound('This message');
      const unsent = await rows(
        trx,
        `update webinars_mails set state = 'cancelled' where message_id = ? and state = 'queued' returning id`,
        [id],
      );
      const subject = { kind: 'message', documentId: id };
      const data = { people: unsent.length };
      await writeAudit(trx, [{ action: 'message.cancelled', subject, session: found.session, data }], by, clock.now());
    });
    return (await read(database.read, id, 'en'))!;
  },
  read: (id: string, titles: Locale) => read(database.read, id, titles),
  /** The newest messages, of one session or of all. */
  list: (session: string | null, titles: Locale): Promise<MessageView[]> =>
    rows<MessageView>(
      database.read,
      `${select(titles)} where ?::text is null or m.session_document_id = ? order by m.id desc limit ${MOST_LISTED}`,
      [session, session],
    ),
});

export type Messages = ReturnType<typeof createMessages>;
