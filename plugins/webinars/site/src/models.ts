import type { Moment } from './when';

/** A session as every page of a registration tells it. */
export type SessionModel = {
  title: string | null;
  moment: Moment;
  /** On the reader's own clock, where it shows another time. */
  local: Moment | null;
  language: 'en' | 'de';
};

/** One faulty field, in the reader's language. */
export type FieldFaults = Readonly<Record<string, string>>;

/** A form's values as they were sent or are kept; what is not there is empty. */
export type Values = Readonly<Record<string, string | null | undefined>>;
