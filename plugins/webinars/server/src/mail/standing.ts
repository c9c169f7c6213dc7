import type { MailCategory } from '../../../contracts/mail';
import { rows, type Sql } from '../kernel/database';
import { isWanted, type Preferences } from './addresses';
import type { SkipReason } from './mail';

/** How an address stands to our mails: what its owner wants, and whether it takes any. */
export type Standing = Preferences & { isBounced: boolean };

/** The standing of many addresses at once; those nobody has said anything about are left out. */
export const readStandings = async (sql: Sql, emails: readonly string[]): Promise<Map<string, Standing>> => {
  const found = await rows<Standing & { email: string }>(
    sql,
    `select g.email, coalesce(to_json(a.switched_off), '[]') as "switchedOff", coalesce(c.state, 'none') as consent,
            a.bounced_at is not null as "isBounced"
       from (select distinct unnest(?::text[]) as email) g
       left join webinars_mail_addresses a on a.email = g.email
       left join webinars_marketing_consents c on c.email = g.email
      where a.email is not null or c.email is not null`,
    [[...new Set(emails)]],
  );
  return new Map(found.map(({ email, ...standing }) => [email, standing]));
};

/** Why a mail of this category does not go to an address, or null. What a registration needs is always tried: an address may work again. */
export const refusalOf = (category: MailCategory, standing: Standing): SkipReason | null => {
  if (!isWanted(category, standing)) return standing.switchedOff.includes(category) ? 'unsubscribed' : 'no_consent';
  return category !== 'service' && standing.isBounced ? 'address_bounced' : null;
};
