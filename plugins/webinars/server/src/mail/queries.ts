import { rows, type Sql } from '../kernel/database';
import { LANES } from './constraints';
import type { Mail, Result } from './mail';

// Strapi hands jsonb over as text; json comes as what it is.
const COLUMNS = `m.id::text, m.key, m.kind, m.locale, m.recipient, m.registration_document_id as "registrationDocumentId",
  m.session_document_id as "sessionDocumentId", m.speaker_document_id as "speakerDocumentId", m.message_id::text as "messageId",
  m.schedule_version as "scheduleVersion", m.data::json, m.attempts, m.created_at as "createdAt"`;

/** The lanes that have something due. */
export const lanesWithWork = async (sql: Sql, now: Date): Promise<number[]> =>
  (
    await rows<{ lane: number }>(
      sql,
      `select l.lane from generate_series(0, ?::int - 1) l(lane)
        where exists (select from webinars_mails m where m.lane = l.lane and m.state = 'queued' and m.next_try_at <= ?)`,
      [LANES, now],
    )
  ).map(({ lane }) => lane);

/**
 * The next mails of a lane, in the order in which they were written. One that waits for its next try holds back those behind it for the same
 * registration.
 */
export const dueMails = (sql: Sql, lane: number, now: Date, most: number): Promise<Mail[]> =>
  rows<Mail>(
    sql,
    `select ${COLUMNS} from webinars_mails m
      where m.lane = ? and m.state = 'queued' and m.next_try_at <= ?
        and not exists (
          select from webinars_mails earlier
           where earlier.registration_document_id = m.registration_document_id and earlier.id < m.id
             and earlier.state = 'queued' and earlier.next_try_at > ?)
      order by m.id limit ?`,
    [lane, now, now, most],
  );

/** Writes what became of tries. A row that was changed meanwhile (cancelled by staff, replayed) keeps its new state. */
export const recordResults = async (sql: Sql, results: readonly Result[]): Promise<void> => {
  if (results.length === 0) return;
  await rows(
    sql,
    `update webinars_mails m
        set state = r.state, attempts = r.attempts, next_try_at = r."nextTryAt", sent_at = r."sentAt", answer = r.answer,
            smtp_message_id = coalesce(r."smtpMessageId", m.smtp_message_id), subject = coalesce(r.subject, m.subject),
            html = coalesce(r.html, m.html), text = coalesce(r.text, m.text), calendar = coalesce(r.calendar, m.calendar),
            bounced_at = coalesce(r."bouncedAt", m.bounced_at),
            bounce = case when r."bouncedAt" is null then m.bounce else r.answer end
       from json_to_recordset(?::json) as r(id bigint, state text, attempts smallint, "nextTryAt" timestamptz, "sentAt" timestamptz,
            answer text, "smtpMessageId" text, subject text, html text, text text, calendar text, "bouncedAt" timestamptz)
      where m.id = r.id and (m.state = 'queued' or (m.state = 'cancelled' and r.state = 'sent'))`,
    [JSON.stringify(results)],
  );
};

/** Notes that addresses do not take mail, with the words of whoever refused it. */
export const markBounced = async (
  sql: Sql,
  bounces: readonly { email: string; words: string }[],
  now: Date,
): Promise<void> => {
  if (bounces.length === 0) return;
  await rows(
    sql,
    `insert into webinars_mail_addresses as a (email, bounced_at, bounce, updated_at)
     select distinct on (b.email) b.email, t.now, b.words, t.now
       from json_to_recordset(?::json) as b(email text, words text), (select ?::timestamptz as now) t
     on conflict (email) do update set bounced_at = excluded.bounced_at, bounce = excluded.bounce, updated_at = excluded.updated_at`,
    [JSON.stringify(bounces), now],
  );
};
