import type { z } from 'zod';
import { registrationForm, type RegistrationForm } from '../../../contracts/registration';
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The `data` of a request's body, where all our writes carry what they say. */
export const dataOf = (body: unknown): Record<string, unknown> => {
  if (isRecord(body) && isRecord(body.data)) return body.data;
  throw invalid([{ path: ['data'], message: 'The body has to be a JSON object with an object "data".' }]);
};

/** The form as the specification wants it, or `invalid` naming every faulty field. */
export const parseForm = (data: unknown, locale: Locale): RegistrationForm => parseIn(registrationForm, data, locale);
