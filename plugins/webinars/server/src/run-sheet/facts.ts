import { REMINDER_KINDS, type MailKind } from '../../../contracts/mail';
import type { MailCounts } from '../../../contracts/run-sheet';
import type { EventType } from '../kernel/events';
import { rows, type Sql } from '../kernel/database';
import { sqlList } from '../kernel/text';
import type { SessionState } from '../sessions';

/** What the sheet says of a session's own row. */
export type SheetSession = {
  documentId: string;
  state: SessionState;
  datetime: Date;
  duration: number;
  timezone: string;
  createdAt: Date;
  createdBy: string | null;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  scheduledPublishAt: Date | null;
  price: number;
  earlyBirdPrice: number | null;
  earlyBirdEndsAt: Date | null;
};

/** An event of the session itself. */
export type SheetEvent = { id: string; type: EventType; at: Date; data: Record<string, unknown> };

/** Mails that are one thing to those who look at the session: of a kind, of a message, of a move, of a reminder at its instant. */
export type MailGroup = {
  kind: MailKind;
  message: string | null;
  version: number | null;
  rule: string | null;
  dueAt: string | null;
  firstAt: Date;
  lastAt: Date;
} & MailCounts;

export type SheetMessage = { id: string; at: Date; by: string | null; subject: string; isCancelled: boolean };

export type SheetHolds = { count: number; firstAt: Date; lastAt: Date };

export const readSheetSession = async (sql: Sql, documentId: string): Promise<SheetSession | null> => {
  const [session] = await rows<SheetSession>(
    sql,
    `select s.document_id as "documentId", s.state, s.datetime, s.duration, s.timezone, coalesce(s.created_at, s.datetime) as "createdAt",
            (select nullif(concat_ws(' ', u.firstname, u.lastname), '') from admin_users u where u.id = s.created_by_id) as "createdBy",
            s.registration_opens_at as "registrationOpensAt", s.registration_closes_at as "registrationClosesAt",
            s.scheduled_publish_at as "scheduledPublishAt", s.price, s.early_bird_price as "earlyBirdPrice", s.early_bird_ends_at as "earlyBirdEndsAt"
       from sessions s where s.document_id = ?`,
    [documentId],
  );
  return session ?? null;
};

/** Of the thousands of events around a session the handful that are its own. */
export const readSheetEvents = (sql: Sql, session: string): Promise<SheetEvent[]> =>
  rows<SheetEvent>(
    sql,
    `select id::text, type, at, data::json from webinars_events
      where session_document_id = ? and registration_document_id is null order by at, id`,
    [session],
  );

/** Every mail of a session, counted in groups. */
export const readMailGroups = (sql: Sql, session: string): Promise<MailGroup[]> =>
  rows<MailGroup>(
    sql,
    `select m.kind, m.message_id::text as message, case when m.kind = 'session_moved' then m.schedule_version end as version,
            case when m.kind in (${sqlList(REMINDER_KINDS)}) then m.data->>'rule' end as rule,
            case when m.kind in (${sqlList(REMINDER_KINDS)}) then m.data->>'dueAt' end as "dueAt",
            min(m.created_at) as "firstAt", max(m.created_at) as "lastAt",
            count(*) filter (where m.state in ('sent', 'kept'))::int as sent, count(*) filter (where m.state = 'queued')::int as waiting,
            count(*) filter (where m.state = 'failed')::int as failed, count(*) filter (where m.state = 'skipped')::int as skipped,
            count(*) filter (where m.state = 'cancelled')::int as cancelled
       from webinars_mails m where m.session_document_id = ? group by 1, 2, 3, 4, 5`,
    [session],
  );

export const readSheetMessages = (sql: Sql, session: string): Promise<SheetMessage[]> =>
  rows<SheetMessage>(
    sql,
    `select m.id::text, m.created_at as at, m.created_by as by, m.state = 'cancelled' as "isCancelled",
            coalesce(nullif(m.texts->'en', 'null')->>'subject', m.texts->'de'->>'subject', '') as subject
       from webinars_messages m where m.session_document_id = ? order by m.id`,
    [session],
  );

export const readHolds = async (sql: Sql, session: string): Promise<SheetHolds | null> => {
  const [holds] = await rows<{ count: number; firstAt: Date | null; lastAt: Date | null }>(
    sql,
    `select count(*)::int as count, min(hold_expires_at) as "firstAt", max(hold_expires_at) as "lastAt"
       from registrations where session_document_id = ? and state = 'pending_payment'`,
    [session],
  );
  return holds?.firstAt && holds.lastAt ? { count: holds.count, firstAt: holds.firstAt, lastAt: holds.lastAt } : null;
};
