import type { CurrentSettings } from '../mail';

/** Makes the calendar files of mails, all of a batch together. The calendar slice provides it. */
export type CalendarParts = (
  asks: readonly {
    mailId: string;
    registrationDocumentId: string;
    method: 'REQUEST' | 'CANCEL';
    isSessionCancelled: boolean;
  }[],
  settings: CurrentSettings,
) => Promise<Map<string, string>>;
