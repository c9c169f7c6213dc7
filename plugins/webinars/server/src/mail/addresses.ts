import type { MailCategory } from '../../../contracts/mail';
import type { ConsentState, OptionalCategory } from '../../../contracts/preferences';
import { rows, type Sql, type Trx } from '../kernel/database';

/** What the owner of an address has said about mails. */
export type Preferences = { switchedOff: MailCategory[]; consent: ConsentState };

/** What nobody has said anything about. */
export const NO_PREFERENCES: Preferences = { switchedOff: [], consent: 'none' };

/** Whether a mail of this category may go to an address. Who registers is told about it, whatever else is switched off. */
export const isWanted = (category: MailCategory, { switchedOff, consent }: Preferences): boolean => {
  if (category === 'service') return true;
  return !switchedOff.includes(category) && (category !== 'news' || consent === 'confirmed');
};

/** `email` trimmed and in lower case, as registrations store it. */
export const readPreferences = async (sql: Sql, email: string): Promise<Preferences> => {
  const [found] = await rows<Preferences>(
    sql,
    `select coalesce((select to_json(a.switched_off) from webinars_mail_addresses a where a.email = given.email), '[]') as "switchedOff",
            coalesce((select c.state from webinars_marketing_consents c where c.email = given.email), 'none') as consent
       from (select ?::text as email) given`,
    [email],
  );
  return found ?? NO_PREFERENCES;
};

/** Switches categories on or off; those that are not named stay as they are. */
export const switchCategories = async (
  trx: Trx,
  email: string,
  wished: Partial<Record<OptionalCategory, boolean>>,
  now: Date,
): Promise<void> => {
  const named = Object.entries(wished) as [OptionalCategory, boolean][];
  const off = named.filter(([, isOn]) => !isOn).map(([category]) => category);
  await rows(
    trx,
    `insert into webinars_mail_addresses as a (email, switched_off, updated_at)
     values (?::text, ?::text[], ?::timestamptz)
     on conflict (email) do update set updated_at = excluded.updated_at, switched_off = array(
       select distinct kept from unnest(a.switched_off || excluded.switched_off) kept
        where kept <> all(?::text[]) or kept = any(excluded.switched_off) order by kept)`,
    [email, off, now, named.map(([category]) => category)],
  );
};
