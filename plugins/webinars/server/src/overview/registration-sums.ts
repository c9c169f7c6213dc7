import { createHash } from 'node:crypto';
import { rows, type Sql, type Trx } from '../kernel/database';
import { sqlList } from '../kernel/text';

/** The day of the programme's zone in which an instant lies. The zone is a row, so that every statement counts by the zone of its own snapshot. */
const dayOf = (at: string): string =>
  `(${at} at time zone 'UTC' at time zone (select zone from webinars_programme_zone))::date`;

/** What rows of registrations add to the sums of their days: how many there are, and what was paid for them and not given back. */
const tally = (table: string, sign: 1 | -1): string =>
  `select registered_at as at, case when is_paid then coalesce(payment_currency, '') else '' end as currency,
          ${sign} as registrations, ${sign} * case when is_paid then payment_amount else 0 end as amount
     from (select *, payment_status = 'completed' and payment_amount > 0 is true as is_paid from ${table}) t where registered_at is not null`;

const TALLIES = {
  insert: { rows: tally('new_rows', 1), tables: 'new table as new_rows' },
  update: {
    rows: `${tally('new_rows', 1)} union all ${tally('old_rows', -1)}`,
    tables: 'old table as old_rows new table as new_rows',
  },
  delete: { rows: tally('old_rows', -1), tables: 'old table as old_rows' },
};

// Days begin at a quarter of an hour in every zone there is, so a change is of the same day as its quarter, in whichever zone it is asked for.
const QUARTER = `date_bin('15 minutes', at, '2000-01-01')`;

const watching = (event: keyof typeof TALLIES): string[] => [
  `create or replace function webinars_sum_on_${event}() returns trigger language plpgsql as $$
   begin
     insert into webinars_registration_changes (at, currency, registrations, amount)
     select ${QUARTER}, currency, sum(registrations), sum(amount) from (${TALLIES[event].rows}) t
      group by 1, currency having sum(registrations) <> 0 or sum(amount) <> 0;
     return null;
   end $$`,
  `create or replace trigger webinars_sum_on_${event} after ${event} on registrations
     referencing ${TALLIES[event].tables} for each statement execute function webinars_sum_on_${event}()`,
];

const byDay = (rows: string): string =>
  `select ${dayOf('at')} as day, currency, sum(registrations)::int as registrations, sum(amount)::bigint as amount from ${rows} group by 1, currency`;

/** Sums that are never behind: those that are folded, and the changes that are not yet. */
const SUMS = `(select day, currency, sum(registrations)::int as registrations, sum(amount)::bigint as amount
  from (select day, currency, registrations, amount from webinars_registration_days
        union all ${byDay('webinars_registration_changes')}) s group by day, currency)`;

const COUNTED = byDay(`(${tally('registrations', 1)}) t`);

// Of two that write the days one waits for the other; whoever registers waits for neither.
const ONE_AT_A_TIME = `perform pg_advisory_xact_lock(hashtext('webinars.registration-days'))`;

// One statement, and so one snapshot, counts the rows and takes away the changes that are counted with them: what is written meanwhile is
// in neither, and its change stays. The settings of our own transactions would have it read a million rows in the order of an index.
const recount = `create or replace function webinars_sum_registrations() returns void language plpgsql set enable_seqscan = on as $$
   begin
     ${ONE_AT_A_TIME};
     delete from webinars_registration_days;
     with counted as (delete from webinars_registration_changes)
     insert into webinars_registration_days (day, currency, registrations, amount) ${COUNTED};
   end $$`;

const fold = `create or replace function webinars_fold_registration_sums() returns void language plpgsql as $$
   begin
     ${ONE_AT_A_TIME};
     with taken as (delete from webinars_registration_changes returning at, currency, registrations, amount)
     insert into webinars_registration_days as d (day, currency, registrations, amount) ${byDay('taken')} order by 1, 2
     on conflict (day, currency) do update
       set registrations = d.registrations + excluded.registrations, amount = d.amount + excluded.amount;
   end $$`;

/**
 * Registrations of each day of the programme's zone, and what was paid for them: a year of a million is 365 rows. A change adds a row to the
 * changes and locks nothing that another session's visitor waits for; once a minute the changes are folded into the days. Sums that were
 * made for another zone, or before there were any, are made anew.
 */
export const registrationSums = (timezone: string): string[] => {
  const edition = createHash('sha256')
    .update([dayOf('at'), ...Object.values(TALLIES).map((one) => one.rows)].join())
    .digest('hex')
    .slice(0, 16);
  const zone = sqlList([timezone]);
  return [
    `create table if not exists webinars_registration_days (
       day date not null,
       currency text not null,
       registrations int not null,
       amount bigint not null,
       primary key (day, currency)
     )`,
    `create table if not exists webinars_registration_changes (
       at timestamp not null,
       currency text not null,
       registrations int not null,
       amount bigint not null
     )`,
    `create table if not exists webinars_programme_zone (is_the_one boolean primary key default true check (is_the_one), zone text not null)`,
    `insert into webinars_programme_zone (zone) values (${zone}) on conflict do nothing`,
    `create or replace function webinars_programme_day(at timestamp) returns date language sql stable parallel safe return ${dayOf('at')}`,
    ...watching('insert'),
    ...watching('update'),
    ...watching('delete'),
    `drop table if exists webinars_registration_day_changes`,
    recount,
    fold,
    `do $$ begin
       if obj_description('webinars_registration_days'::regclass) is distinct from '${edition}'
          or (select zone from webinars_programme_zone) <> ${zone} then
         update webinars_programme_zone set zone = ${zone};
         perform webinars_sum_registrations();
         comment on table webinars_registration_days is '${edition}';
       end if;
     end $$`,
  ];
};

/** The programme's days begin in another zone from here on: what was summed by day is summed anew, while people go on registering. */
export const sumDaysIn = async (trx: Trx, timezone: string): Promise<void> => {
  await rows(trx, `update webinars_programme_zone set zone = ?`, [timezone]);
  await recountRegistrations(trx);
};

export type DaySum = { day: string; currency: string; registrations: number; amount: number };

/** The sums of the days from one to another, both included. */
export const readDaySums = async (sql: Sql, from: string, to: string): Promise<DaySum[]> => {
  const found = await rows<Omit<DaySum, 'amount'> & { amount: string }>(
    sql,
    `select to_char(day, 'YYYY-MM-DD') as day, currency, registrations, amount from ${SUMS} s
      where day between ?::date and ?::date order by day, currency`,
    [from, to],
  );
  return found.map((sum) => ({ ...sum, amount: Number(sum.amount) }));
};

/** Adds the changes since last time to the days. */
export const foldRegistrationSums = async (sql: Sql): Promise<void> => {
  await rows(sql, 'select webinars_fold_registration_sums()');
};

/** Days whose sums are not those of the rows. */
export const wrongDays = (sql: Sql): Promise<{ expected: (string | number)[]; found: (string | number)[] }[]> =>
  rows(
    sql,
    `with summed as (select * from ${SUMS} s where registrations <> 0 or amount <> 0),
     counted as (${COUNTED})
     select json_build_array(day, coalesce(c.registrations, 0), coalesce(c.amount, 0), currency) as expected,
            json_build_array(day, coalesce(s.registrations, 0), coalesce(s.amount, 0), currency) as found
       from summed s full join counted c using (day, currency)
      where (s.registrations, s.amount) is distinct from (c.registrations, c.amount) order by day, currency`,
  );

/** Makes the sums anew from the rows. */
export const recountRegistrations = async (sql: Sql): Promise<void> => {
  await rows(sql, 'select webinars_sum_registrations()');
};
