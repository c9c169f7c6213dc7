import { aForm as aVisitorsForm, request } from '../harness';
import type { RegistrationForm } from '../../plugins/webinars/contracts/registration';

/** The form of a visitor, as the rules read it. */
export const aForm = (fields: Record<string, unknown> = {}) =>
  aVisitorsForm(fields) as RegistrationForm & Record<string, unknown>;

/** What an editor or an API token writes: the content type names the language `locale`. */
export const aStaffForm = (fields: Record<string, unknown> = {}): Record<string, unknown> => {
  const { language, ...form } = aForm(fields);
  return { ...form, locale: language };
};

/** Registers over HTTP. */
export const register = (session: string, form: Record<string, unknown>, headers: Record<string, string> = {}) =>
  request.post(`/api/webinars/sessions/${session}/registrations`).set(headers).send({ data: form });
