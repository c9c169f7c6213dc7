import { rows, type Sql } from '../kernel/database';

/** What a form may be filled with from an earlier registration. Consents are given anew each time. */
export type Prefill = {
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  company?: string;
  position?: string;
  website?: string;
  industryVertical?: string;
  language: 'en' | 'de';
};

const SELECT = `select json_strip_nulls(json_build_object('firstName', first_name, 'lastName', last_name, 'email', email, 'phone', phone,
    'company', company, 'position', position, 'website', website, 'industryVertical', industry_vertical,
    'language', coalesce(locale, 'en'))) as prefill from registrations`;

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
