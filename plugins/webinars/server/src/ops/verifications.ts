import { rows, type Sql } from '../kernel/database';
import type { Verification } from './verify';

/** A verification that was made, as it is remembered. */
export type PastVerification = { at: string; sessions: number; registrations: number; differences: number };

export const verificationsConstraints: string[] = [
  `create table if not exists webinars_verifications (
     at timestamptz primary key,
     sessions int not null,
     registrations int not null,
     differences int not null
   )`,
];

/** Remembers what a verification found, so that the admin can say whether all was well when somebody last looked. */
export const keepVerification = async (sql: Sql, found: Verification, at: Date): Promise<PastVerification> => {
  const differences = found.differences.length;
  await rows(
    sql,
    `insert into webinars_verifications (at, sessions, registrations, differences) values (?, ?, ?, ?)
     on conflict (at) do update set differences = excluded.differences`,
    [at, found.sessions, found.registrations, differences],
  );
  return { at: at.toISOString(), sessions: found.sessions, registrations: found.registrations, differences };
};

export const lastVerification = async (sql: Sql): Promise<PastVerification | null> => {
  const [last] = await rows<Omit<PastVerification, 'at'> & { at: Date }>(
    sql,
    'select at, sessions, registrations, differences from webinars_verifications order by at desc limit 1',
  );
  return last ? { ...last, at: last.at.toISOString() } : null;
};
