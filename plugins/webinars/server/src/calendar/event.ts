import type { Locale } from '../kernel/text';

/** One entry of a calendar. What people typed may stand in it as they typed it. */
export type CalendarEvent = {
  /** For ever the same for the same thing: what a later file says under it replaces what an earlier one said. */
  uid: string;
  /** Rises with every change of time, place or cancellation. */
  sequence: number;
  isCancelled: boolean;
  start: Date;
  minutes: number;
  /** IANA name. */
  timezone: string;
  summary: string;
  description: string;
  location: string;
  url: string | null;
  /** When this file was made; of a file that is made anew for everybody who asks, when what it says was changed. */
  stamp: Date;
  created: Date;
  modified: Date;
  /** Minutes before the start at which the calendar shows a reminder. */
  reminders: readonly number[];
  /** A person's own: it takes their time, and those who see their calendar see no more than that. */
  isPersonal: boolean;
};

export type Party = { name: string; email: string };

/** A calendar file of one event. Only what goes to one person names people. */
export type Invitation = { language: Locale; event: CalendarEvent } & (
  { method: 'PUBLISH' } | { method: 'REQUEST' | 'CANCEL'; organizer: Party; attendee: Party }
);

/** A calendar that programs subscribe to. */
export type Feed = { name: string; language: Locale; refreshMinutes: number; events: readonly CalendarEvent[] };
