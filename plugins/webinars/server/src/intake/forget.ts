import { rows, type Database } from '../kernel/database';

/** How long the values of a file's lines are kept at most. */
export const KEPT_HOURS = 24;

/** How long it is known which registrations an import brought in: so long it can be taken back. */
const KNOWN_DAYS = 90;

/**
 * Forgets what is in files that nobody finished or mended within a day, and after three months which line became which registration. What is
 * under way is left alone.
 */
export const forgetIntakes = async ({ inTransaction }: Database, now: Date): Promise<void> =>
  inTransaction(async (trx) => {
    // Under their locks: one that somebody starts just now keeps its lines.
    const old = await rows<{ id: string }>(
      trx,
      `select i.id::text from webinars_intakes i
        where i.created_at <= ?::timestamptz - interval '${KEPT_HOURS} hours' and i.state not in ('running', 'taking_back')
          and (i.headings <> '[]' or exists (select from webinars_intake_lines l where l.intake_id = i.id and l.cells is not null))
        order by i.id for update of i`,
      [now],
    );
    const ids = old.map(({ id }) => id);
    await rows(
      trx,
      `update webinars_intake_lines set cells = null, email = null where intake_id = any(?::bigint[]) and cells is not null`,
      [ids],
    );
    // A heading may be somebody's name where the line with the headings was taken for another.
    await rows(
      trx,
      `update webinars_intakes i
          set headings = '[]', state = case when i.state in ('open', 'checking', 'checked') then 'discarded'
                                            when i.state = 'stopped' then 'done' else i.state end
        where i.id = any(?::bigint[]) and i.headings <> '[]'`,
      [ids],
    );
    await rows(
      trx,
      `delete from webinars_intakes i where i.created_at <= ?::timestamptz - interval '${KNOWN_DAYS} days'`,
      [now],
    );
  });
