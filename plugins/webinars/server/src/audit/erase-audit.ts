import { rows, type Sql } from '../kernel/database';
import { normaliseEmail } from '../kernel/text';
import { digest } from '../kernel/token';

/** An e-mail address as something that is changed: known to the log without being spelt in it. */
export const subjectOfAddress = (email: string) => ({
  kind: 'address',
  documentId: digest(normaliseEmail(email)).slice(0, 32),
});

/**
 * Empties before, after and reasons of what was done to registrations and addresses: what was done, by whom and when stays. Answers how
 * many rows were emptied.
 */
export const eraseAudit = async (
  sql: Sql,
  { registrations, emails = [] }: { registrations: readonly string[]; emails?: readonly string[] },
): Promise<number> =>
  (
    await rows(
      sql,
      `update webinars_audit set before = null, after = null, data = '{}', is_erased = true
        where subject_document_id = any(?::text[]) and subject_kind in ('registration', 'address') and not is_erased returning id`,
      [[...registrations, ...emails.map((email) => subjectOfAddress(email).documentId)]],
    )
  ).length;
