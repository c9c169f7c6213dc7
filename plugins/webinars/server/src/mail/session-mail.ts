import type { SessionMail } from '../../../contracts/mail-admin';
import { rows, type Sql } from '../kernel/database';

const MOST_NAMED = 50;

/** How mail stands for one session: what became of its mails, and whose address takes none. */
export const readSessionMail = async (sql: Sql, session: string): Promise<Omit<SessionMail, 'reminders'>> => {
  const [counts, unreachable] = await Promise.all([
    rows<SessionMail['counts'][number]>(
      sql,
      `select state, count(*)::int as count from webinars_mails where session_document_id = ? group by state order by state`,
      [session],
    ),
    rows<SessionMail['unreachable'][number]>(
      sql,
      `select r.document_id as "documentId", concat_ws(' ', r.first_name, r.last_name) as name, r.email, a.bounce as words
         from registrations r join webinars_mail_addresses a on a.email = r.email and a.bounced_at is not null
        where r.session_document_id = ? and r.state <> 'cancelled' order by r.id limit ${MOST_NAMED}`,
      [session],
    ),
  ]);
  return { counts, unreachable };
};
