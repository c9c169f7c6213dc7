import type { MailDetail, MailQuery, MailRow, MailStatus } from '../../../contracts/mail-admin';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

// A mail knows its session by id; the admin calls it by what its topic is called.
const select = (
  titles: Locale,
) => `select m.id::text, m.kind, m.locale, m.recipient, m.state, m.subject, m.answer, m.attempts, ${utc('m.created_at')} as "createdAt",
    ${utc('m.sent_at')} as "sentAt", case when m.state = 'queued' then ${utc('m.next_try_at')} end as "nextTryAt",
    ${utc('m.bounced_at')} as "bouncedAt", m.bounce,
    (select json_build_object('documentId', r.document_id, 'name', concat_ws(' ', r.first_name, r.last_name))
       from registrations r where r.document_id = m.registration_document_id) as registration,
    (select json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${titles}'`)}) from sessions s where s.document_id = m.session_document_id) as session`;

const CONDITIONS: { [Name in keyof MailQuery]?: string } = {
  state: 'm.state = ?',
  kind: 'm.kind = ?',
  registration: 'm.registration_document_id = ?',
  session: 'm.session_document_id = ?',
  message: 'm.message_id = ?',
  recipient: 'starts_with(m.recipient, ?)',
  before: 'm.id < ?',
};

/** A page of mails, the newest first. */
export const listMails = (sql: Sql, query: MailQuery): Promise<MailRow[]> => {
  const asked = Object.entries(CONDITIONS).filter(([name]) => query[name as keyof MailQuery] !== undefined);
  const conditions = [
    ...asked.map(([, condition]) => condition),
    ...(query.isBounced === undefined ? [] : [`m.bounced_at is ${query.isBounced ? 'not ' : ''}null`]),
  ];
  return rows<MailRow>(
    sql,
    `${select(query.titles)} from webinars_mails m ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} order by m.id desc limit ?`,
    [...asked.map(([name]) => query[name as keyof MailQuery]), query.pageSize],
  );
};

/** One mail with its words, as they left. Null where there is none. */
export const readMail = async (sql: Sql, id: string, titles: Locale): Promise<MailDetail | null> => {
  const [mail] = await rows<MailDetail>(
    sql,
    `${select(titles)}, m.smtp_message_id as "messageId", m.html, m.text, m.calendar,
            exists (select from webinars_mail_addresses a where a.email = m.recipient and a.bounced_at is not null) as "isAddressBounced"
       from webinars_mails m where m.id = ?`,
    [id],
  );
  return mail ?? null;
};

/** How mail stands: only what somebody may have to act on, which stays few and has indexes. */
export const readMailStatus = async (sql: Sql, isOn: boolean, now: Date): Promise<MailStatus> => {
  const [status] = await rows<Omit<MailStatus, 'isOn'>>(
    sql,
    `select (select count(*)::int from webinars_mails where state = 'queued') as queued,
            (select count(*)::int from webinars_mails where state = 'failed') as failed,
            (select count(*)::int from webinars_mails where state = 'kept') as kept,
            (select ${utc('min(m.next_try_at)')} from webinars_mails m where m.state = 'queued' and m.next_try_at <= ?) as "oldestDueAt",
            (select count(*)::int from webinars_mail_addresses where bounced_at is not null) as bounced`,
    [now],
  );
  return { isOn, ...status! };
};
