import { z } from 'zod';
import { registrationForm } from '../../../contracts/registration';

/** What an editor or an import may say about a person: the visitors' rules under the content type's names. */
const { language, ...fields } = registrationForm.shape;

export const staffForm = z.object({ ...fields, locale: language });

/** The same for a change: only what is sent is checked, and nothing is filled in. */
export const staffChange = (sent: Record<string, unknown>) => {
  const names = Object.keys(staffForm.shape).filter((name) => name in sent) as (keyof typeof staffForm.shape)[];
  return staffForm.pick(
    Object.fromEntries(names.map((name) => [name, true])) as Record<keyof typeof staffForm.shape, true>,
  );
};
