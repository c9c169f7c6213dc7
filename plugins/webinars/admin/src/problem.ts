import { useCallback } from 'react';
import { useText, type TextKey } from './translate';

export type Fault = { path: string[]; message: string; line?: number; column?: number };

/** Why a request was not met. `status` null: no answer came. */
export type Problem = {
  status: number | null;
  code: string | null;
  message: string;
  faults: Fault[];
  /** What else the refusal says, such as who was first. */
  details: Record<string, unknown>;
};

type Answered = {
  status?: number;
  response?: { data?: { error?: { message?: string; details?: { code?: string; errors?: Fault[] } } } };
};

export const problemOf = (error: unknown): Problem => {
  const { status, response } = (error ?? {}) as Answered;
  const told = response?.data?.error;
  return {
    status: status ?? null,
    code: told?.details?.code ?? null,
    message: told?.message ?? '',
    faults: told?.details?.errors ?? [],
    details: told?.details ?? {},
  };
};

const BY_CODE: Record<string, TextKey> = {
  REGISTRATION_CHANGED: 'problem.REGISTRATION_CHANGED',
  VIEW_CHANGED: 'problem.VIEW_CHANGED',
  TOO_MANY_VIEWS: 'problem.TOO_MANY_VIEWS',
  NOT_YOURS: 'problem.NOT_YOURS',
  NOT_PENDING: 'problem.NOT_PENDING',
  SESSION_FULL: 'problem.SESSION_FULL',
  DUPLICATE_REGISTRATION: 'problem.DUPLICATE_REGISTRATION',
  SESSION_CANCELLED: 'problem.SESSION_CANCELLED',
  SESSION_OVER: 'problem.SESSION_OVER',
  SESSION_STARTED: 'problem.SESSION_STARTED',
  SESSION_NOT_STARTED: 'problem.SESSION_NOT_STARTED',
  SESSION_NOT_OPEN: 'problem.SESSION_NOT_OPEN',
  SAME_SESSION: 'problem.SAME_SESSION',
  NOT_MOVABLE: 'problem.NOT_MOVABLE',
  NOT_CONFIRMED: 'problem.NOT_CONFIRMED',
  REGISTRATION_CANCELLED: 'problem.REGISTRATION_CANCELLED',
  PAYMENT_UNAVAILABLE: 'problem.PAYMENT_UNAVAILABLE',
  ILLEGAL_STATE: 'problem.ILLEGAL_STATE',
  SETTINGS_CHANGED: 'problem.SETTINGS_CHANGED',
  CONSENT_PUBLISHED: 'problem.CONSENT_PUBLISHED',
  DIFFERENCES_CHANGED: 'problem.DIFFERENCES_CHANGED',
  TEMPLATE_CHANGED: 'problem.TEMPLATE_CHANGED',
  NOBODY_REACHED: 'problem.NOBODY_REACHED',
  RUN_SHEET_CHANGED: 'problem.RUN_SHEET_CHANGED',
  REMINDER_ALREADY_SENT: 'problem.REMINDER_ALREADY_SENT',
  REMINDER_FIXED: 'problem.REMINDER_FIXED',
  REMINDER_IN_PAST: 'problem.REMINDER_IN_PAST',
  NOBODY_REMINDED: 'problem.NOBODY_REMINDED',
  NO_SEAT_FREE: 'problem.NO_SEAT_FREE',
  OVER_CAPACITY: 'problem.OVER_CAPACITY',
  NOT_WAITING: 'problem.NOT_WAITING',
  SESSION_CHANGED: 'problem.SESSION_CHANGED',
  NOT_A_DRAFT: 'problem.NOT_A_DRAFT',
  MAIL_IS_OFF: 'problem.MAIL_IS_OFF',
  NOBODY_CHOSEN: 'problem.NOBODY_CHOSEN',
  UNDONE_ALREADY: 'problem.UNDONE_ALREADY',
  NOT_UNDOABLE: 'problem.NOT_UNDOABLE',
  BULK_WENT_ON: 'problem.BULK_WENT_ON',
  TOO_MANY_FOR_PDF: 'problem.TOO_MANY_FOR_PDF',
  TOO_MANY_FOR_EXCEL: 'problem.TOO_MANY_FOR_EXCEL',
  NOT_FOUND: 'problem.NOT_FOUND',
  PARTNER_OFF: 'problem.PARTNER_OFF',
  NOT_A_TABLE: 'problem.NOT_A_TABLE',
  FILE_TOO_LARGE: 'problem.FILE_TOO_LARGE',
  EMPTY_FILE: 'problem.EMPTY_FILE',
  IMPORT_CHANGED: 'problem.IMPORT_CHANGED',
  IMPORT_NOT_NOW: 'problem.IMPORT_NOT_NOW',
  IMPORT_FORGOTTEN: 'problem.IMPORT_FORGOTTEN',
  BUSY: 'problem.BUSY',
  INVALID: 'problem.INVALID',
};

/** Says a problem in the reader's language: what happened, what was kept, what to do. */
export const useProblemText = () => {
  const text = useText();
  return useCallback(
    ({ status, code, message, details }: Problem): string => {
      if (code === 'MAIL_REFUSED') return text('problem.MAIL_REFUSED', { words: message.replace(/^[^:]*: /, '') });
      if (code === 'CSV_UNREADABLE') return text('problem.CSV_UNREADABLE', { line: Number(details.line) });
      const known = code === null ? undefined : BY_CODE[code];
      if (known) return text(known);
      if (status === 401 || status === 403) return text('problem.forbidden');
      return text('problem.no_answer');
    },
    [text],
  );
};
