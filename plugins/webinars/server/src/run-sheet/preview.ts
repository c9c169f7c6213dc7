import { MAIL_KINDS, type MailKind } from '../../../contracts/mail';
import type { RunSheetPreview } from '../../../contracts/run-sheet';
import { rows, type Database, type Sql } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import type { RunSheetPorts } from './ports';

type Someone = { reference: string; name: string; email: string; locale: Locale };

// Who holds a seat is whom most mails are for; of a session that has nobody seated, whoever there is.
const someoneOf = async (sql: Sql, session: string): Promise<Someone | null> => {
  const [someone] = await rows<Someone>(
    sql,
    `select reference, concat_ws(' ', first_name, last_name) as name, email, case when locale = 'de' then 'de' else 'en' end as locale
       from (select * from (select * from registrations where session_document_id = ? and state = 'confirmed' limit 1) seated
             union all
             select * from (select * from registrations where session_document_id = ? limit 1) anybody) r limit 1`,
    [session, session],
  );
  return someone ?? null;
};

/** A mail of a kind as it would be now, with a registration of the session; with a sample where nobody has registered. */
export const createPreviewMail =
  ({ database, ports }: { database: Database; ports: Pick<RunSheetPorts, 'preview'> }) =>
  async (session: string, kind: MailKind, locale: Locale | undefined): Promise<RunSheetPreview> => {
    const [found] = await rows<{ language: Locale }>(
      database.read,
      `select language from sessions where document_id = ?`,
      [session],
    );
    if (!found) throw notFound('This session');
    const someone = await someoneOf(database.read, session);
    const isTheirs = MAIL_KINDS[kind].audience === 'attendee';
    const shown = locale ?? (someone && isTheirs ? someone.locale : found.language);
    const rendered = await ports.preview(kind, shown, someone?.reference ?? null);
    return {
      ...rendered,
      locale: shown,
      to: someone && isTheirs ? { name: someone.name, email: someone.email } : null,
    };
  };
