import type { SessionPage } from '../../../contracts/session-page';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import { notFound } from '../kernel/errors';
import { webAddress, type Locale } from '../kernel/text';
import { availability, type Session } from '../sessions';
import type { RunSheetPorts } from './ports';

type Row = Session & {
  title: string;
  scheduledPublishAt: Date | null;
  meetingUrl: string | null;
  speakers: string[];
  approvals: number;
};

const PEOPLE = `(select l.speaker_id, 0 as rank, 0::float8 as place from sessions_speaker_lnk l where l.session_id = s.id
   union all select l.speaker_id, 1, 0 from sessions_moderator_lnk l where l.session_id = s.id
   union all select l.speaker_id, 2, l.speaker_ord from sessions_panelists_lnk l where l.session_id = s.id)`;

const readRow = async (sql: Sql, documentId: string, locale: Locale): Promise<Row | null> => {
  const [row] = await rows<Row>(
    sql,
    `select s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.language, s.price, s.currency, s.capacity,
            s.allow_waitlist as "allowWaitlist", s.registration_opens_at as "registrationOpensAt",
            s.registration_closes_at as "registrationClosesAt", coalesce(s.schedule_version, 0) as "scheduleVersion",
            coalesce(s.registration_count, 0) as "registrationCount", coalesce(s.waitlist_count, 0) as "waitlistCount",
            s.scheduled_publish_at as "scheduledPublishAt", s.meeting_url as "meetingUrl", ${sessionTitleIn('?')} as title,
            (select coalesce(json_agg(concat_ws(' ', k.first_name, k.last_name) order by p.rank, p.place, k.id), '[]')
               from ${PEOPLE} p join speakers k on k.id = p.speaker_id) as speakers,
            (select count(*)::int from registrations r where r.session_document_id = s.document_id and r.state = 'pending_approval') as approvals
       from sessions s where s.document_id = ?`,
    [locale, locale, documentId],
  );
  return row ?? null;
};

/** What the head of a session's page shows. */
export const createReadPage =
  ({
    database,
    clock,
    ports,
  }: {
    database: Database;
    clock: Clock;
    ports: Pick<RunSheetPorts, 'publicPage' | 'calendarFile'>;
  }) =>
  async (documentId: string, locale: Locale): Promise<SessionPage> => {
    const row = await readRow(database.read, documentId, locale);
    if (!row) throw notFound('This session');
    const now = clock.now();
    const isPublic = row.state !== 'draft';
    const address = row.slug ?? row.documentId;
    return {
      now: now.toISOString(),
      documentId: row.documentId,
      slug: row.slug,
      title: row.title,
      state: row.state,
      availability: availability(row, now),
      datetime: row.datetime.toISOString(),
      duration: row.duration,
      timezone: row.timezone,
      language: row.language,
      speakers: row.speakers,
      price: row.price,
      currency: row.currency,
      scheduledPublishAt: row.scheduledPublishAt?.toISOString() ?? null,
      scheduleVersion: row.scheduleVersion,
      capacity: row.capacity,
      taken: row.registrationCount,
      waiting: row.waitlistCount,
      approvals: row.approvals,
      links: {
        publicPage: isPublic ? ports.publicPage(address, locale) : null,
        calendar: isPublic && row.state !== 'cancelled' ? ports.calendarFile(address) : null,
        meeting: webAddress(row.meetingUrl),
      },
    };
  };
