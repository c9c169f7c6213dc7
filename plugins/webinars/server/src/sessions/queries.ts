import type { ReminderOverride } from '../../../contracts/reminders';
import { rows, type Sql, type Trx } from '../kernel/database';
import type { Session } from './session';

const COLUMNS = `s.id, s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.language, s.price, s.currency,
  s.early_bird_price as "earlyBirdPrice", s.early_bird_ends_at as "earlyBirdEndsAt", s.capacity,
  s.requires_approval as "requiresApproval", s.allow_waitlist as "allowWaitlist",
  s.registration_opens_at as "registrationOpensAt", s.registration_closes_at as "registrationClosesAt",
  s.schedule_version as "scheduleVersion", s.platform, s.meeting_url as "meetingUrl",
  s.scheduled_publish_at as "scheduledPublishAt", s.revision, s.registration_count as "registrationCount", s.waitlist_count as "waitlistCount"`;

/**
 * Locks sessions, named by slug or document id, in the order of their ids, so that no two transactions wait for each other in a circle,
 * and reads them as they are under the lock. With `skipLocked`, a session that somebody else holds is left out instead of waited for.
 */
export const lockSessions = (
  trx: Trx,
  slugsOrIds: readonly string[],
  { skipLocked = false } = {},
): Promise<Session[]> =>
  rows<Session>(
    trx,
    `select ${COLUMNS} from sessions s where s.document_id = any(?) or s.slug = any(?)
      order by s.document_id for update${skipLocked ? ' skip locked' : ''}`,
    [slugsOrIds, slugsOrIds],
  );

export const readSessions = (sql: Sql, documentIds: readonly string[]): Promise<Session[]> =>
  rows<Session>(sql, `select ${COLUMNS} from sessions s where s.document_id = any(?)`, [documentIds]);

/** What a session says about its own reminders. */
export const readReminderOverrides = (sql: Sql, documentId: string): Promise<ReminderOverride[]> =>
  rows<ReminderOverride>(
    sql,
    `select o.rule, coalesce(o.is_on, true) as "isOn", o.minutes
       from sessions s
       join sessions_cmps c on c.entity_id = s.id and c.component_type = 'session.reminder-override' and c.field = 'reminders'
       join components_session_reminder_overrides o on o.id = c.cmp_id
      where s.document_id = ? order by c."order"`,
    [documentId],
  );
