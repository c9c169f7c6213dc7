import { rows, type Sql } from '../kernel/database';

/** Empties before, after and reasons of registrations: what was done, by whom and when stays. Answers how many rows were emptied. */
export const eraseAudit = async (sql: Sql, registrationDocumentIds: readonly string[]): Promise<number> =>
  (
    await rows(
      sql,
      `update webinars_audit set before = null, after = null, data = '{}', is_erased = true
        where subject_document_id = any(?::text[]) and subject_kind = 'registration' and not is_erased returning id`,
      [registrationDocumentIds],
    )
  ).length;
