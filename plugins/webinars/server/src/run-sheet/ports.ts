import type { MailKind } from '../../../contracts/mail';
import type { RenderedPreview } from '../../../contracts/mail-admin';
import type { PartnerName } from '../../../contracts/partners';
import type { UpcomingReminder } from '../../../contracts/reminders';
import type { Actor } from '../kernel/staff';
import type { Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';

/** A reminder of a session as its plan has it. */
export type SheetReminder = UpcomingReminder & {
  usualMinutes: number;
  /** Since when the settings have it as it is; null: since ever. */
  since: string | null;
  isHeld: boolean;
  acts: ('move' | 'hold' | 'release' | 'send_now')[];
  revision: string;
  recipients: number | null;
  unreached: number | null;
};

/** How far records of one kind are with a partner. */
export type SheetSync = {
  partner: PartnerName;
  kind: string;
  done: number;
  waiting: number;
  failed: number;
  gone: number;
  firstAt: Date;
  lastAt: Date;
};

type Seen = { session: string; rule: string; revision: string };

/** What the run sheet needs of those who know the rest; `app.ts` introduces them. */
export type RunSheetPorts = {
  /** Null where there is no such session. */
  reminders(sql: Sql, session: string, now: Date): Promise<SheetReminder[] | null>;
  syncs(sql: Sql, session: string): Promise<SheetSync[]>;
  /** What breaks the invariants of one session. */
  verify(
    sql: Sql,
    session: string,
    locale: Locale,
  ): Promise<{ rule: string; expected: string; found: string; repairable: boolean }[]>;
  /** The mail of a kind as it would be for a registration, or of a sample. */
  preview(kind: MailKind, locale: Locale, reference: string | null): Promise<RenderedPreview>;
  changeReminder(
    seen: Seen,
    change: { act: 'hold' } | { act: 'release' } | { act: 'move'; minutes: number },
    by: Actor,
  ): Promise<void>;
  /** When a reminder would go out at another distance. */
  foreseeMove(
    sql: Sql,
    reminder: { session: string; rule: string },
    minutes: number,
    now: Date,
  ): Promise<{ at: Date; isPast: boolean } | null>;
  sendReminder(seen: Seen, by: Actor): Promise<number>;
  promote(
    promotion: { session: string; registration: string; reason: string; addSeat: boolean },
    by: Actor,
  ): Promise<{ state: string }>;
  publicPage(slugOrId: string, locale: Locale): string;
  calendarFile(slugOrId: string): string;
  /** Whether seats that cost something can be paid for. */
  canPay(): boolean;
};
