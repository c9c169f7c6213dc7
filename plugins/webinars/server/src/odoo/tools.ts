import type { Mark } from '../partners';
import type { Clock } from '../kernel/clock';
import type { Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { CurrentOdooSettings } from '../../../contracts/odoo';
import type { Odoo } from './client';
import type { Names } from './names';

/** What this Odoo is like: its version, its modules and its account's language decide what can be written. */
export type Features = {
  locale: Locale;
  companyCurrency: string | null;
  /** Fields that exist only with a module, or since a version. */
  event: ReadonlySet<string>;
  attendee: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  ticket: ReadonlySet<string>;
  zones: ReadonlySet<string>;
  /** Odoo 19 cancels an event by a mark on it; before, by a stage. */
  hasCancelMark: boolean;
};

/** What is at hand when records are sent. A dry run has others: they ask, and write nothing. */
export type Tools = {
  odoo: Odoo;
  sql: Sql;
  clock: Clock;
  names: Names;
  settings: CurrentOdooSettings;
  features: Features;
  /** What our records are there, by our record. */
  remoteIds(kind: string, records: readonly string[]): Promise<Map<string, { id: number; state: string }>>;
  /** Tickets by session. */
  tickets: {
    of(sessions: readonly string[]): Promise<Map<string, number>>;
    keep(session: string, id: number): Promise<void>;
  };
  /** Notes that records not known yet have something to send. */
  mark(marks: readonly Omit<Mark, 'partner'>[]): Promise<void>;
  show(table: 'sessions' | 'registrations', ids: readonly { record: string; id: number }[]): Promise<void>;
  pageOf(session: string): string;
};
