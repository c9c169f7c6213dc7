import type { z } from 'zod';
import {
  feedbackForm,
  registrationChange,
  registrationForm,
  type FeedbackForm,
  type RegistrationChange,
  type RegistrationForm,
} from '../../../contracts/registration';
import { invalid } from '../kernel/errors';
import { faultsIn } from '../kernel/faults';
import type { Locale } from '../kernel/text';
import { FAULTS } from './texts';

/** Parses with the faults in the visitor's language; throws `invalid` with every faulty field named. */
export const parseIn = <Schema extends z.ZodType>(schema: Schema, data: unknown, locale: Locale): z.infer<Schema> => {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw invalid(faultsIn(parsed.error, data, locale, FAULTS));
};

/** The form as the specification wants it, or `invalid` naming every faulty field. */
export const parseForm = (data: unknown, locale: Locale): RegistrationForm => parseIn(registrationForm, data, locale);

/** A change of one's own details; it holds what was sent and nothing else. */
export const parseChange = (data: Record<string, unknown>, locale: Locale): RegistrationChange =>
  Object.fromEntries(Object.entries(parseIn(registrationChange, data, locale)).filter(([name]) => name in data));

export const parseFeedback = (data: unknown, locale: Locale): FeedbackForm => parseIn(feedbackForm, data, locale);
