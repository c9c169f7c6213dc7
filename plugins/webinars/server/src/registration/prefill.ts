import type { z } from 'zod';
import type { registrationPrefill } from '../../../contracts/registration';
import { rows, type Sql } from '../kernel/database';

export type Prefill = z.infer<typeof registrationPrefill>;

const SELECT = `select json_strip_nulls(json_build_object('firstName', first_name, 'lastName', last_name, 'email', email, 'phone', phone,
    'country', country, 'company', company, 'companySize', company_size, 'position', position, 'website', website, 'industryVertical', industry_vertical,
    'language', coalesce(locale, 'en'), 'timezone', timezone)) as prefill from registrations`;

export const prefillFromReference = async (sql: Sql, reference: string): Promise<Prefill | null> => {
  const [row] = await rows<{ prefill: Prefill }>(sql, `${SELECT} where reference = ?`, [reference]);
  return row?.prefill ?? null;
};

/** From the latest registration of a confirmed address. */
export const prefillFromEmail = async (sql: Sql, email: string): Promise<Prefill | null> => {
  const [row] = await rows<{ prefill: Prefill }>(
    sql,
    `${SELECT} where email = ? order by registered_at desc, id desc limit 1`,
    [email],
  );
  return row?.prefill ?? null;
};
