import type { Sql } from '../kernel/database';
import type { Party } from './event';
import { invitation } from './ics';
import { attendeeOf, languageOf, personalEvent, type Standing, type Surroundings } from './personal-event';
import { readRegistrations } from './queries';

/** The calendar part that a mail is to carry. */
export type PartAsk = {
  mailId: string;
  registrationDocumentId: string;
  method: 'REQUEST' | 'CANCEL';
  /** Whether it is the whole session that was cancelled, and not only this registration. */
  isSessionCancelled: boolean;
};

const standingOf = ({ method, isSessionCancelled }: PartAsk): Standing => {
  if (method === 'REQUEST') return 'held';
  return isSessionCancelled ? 'session_cancelled' : 'registration_cancelled';
};

/** The `text/calendar` parts of mails, by mail. A registration that is no longer there has none. */
export const calendarParts = async (
  sql: Sql,
  asks: readonly PartAsk[],
  { organizer, ...surroundings }: Surroundings & { organizer: Party },
): Promise<Map<string, string>> => {
  const ids = [...new Set(asks.map((ask) => ask.registrationDocumentId))];
  if (ids.length === 0) return new Map();
  const found = new Map((await readRegistrations(sql, ids)).map((row) => [row.registrationDocumentId, row]));
  return new Map(
    asks.flatMap((ask): [string, string][] => {
      const row = found.get(ask.registrationDocumentId);
      if (!row) return [];
      const language = languageOf(row);
      const event = personalEvent(row, surroundings, standingOf(ask), language);
      return [[ask.mailId, invitation({ method: ask.method, language, event, organizer, attendee: attendeeOf(row) })]];
    }),
  );
};
