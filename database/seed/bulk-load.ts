type Ask = (statement: string, bindings?: Record<string, unknown>) => Promise<{ rows: Record<string, unknown>[] }>;

/** The tables that are loaded, and what is kept for each of their rows. */
const TABLES = `('registrations'::regclass, 'registrations_session_lnk'::regclass)`;

// In the order in which they are put back: a key before what refers to it.
const KEPT = `
  select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname) as away,
         'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as back,
         case contype when 'u' then 2 else 4 end as place
    from pg_constraint where conrelid in ${TABLES} and contype in ('u', 'f')
  union all
  select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid), 3
    from pg_index i where indrelid in ${TABLES} and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

// Those for each row. Those for each statement count for many rows at once, and stay.
const TRIGGERS = `select 'alter table ' || tgrelid::regclass || ' %s trigger ' || quote_ident(tgname) as text from pg_trigger
  where tgrelid in ${TABLES} and not tgisinternal and tgtype & 1 = 1`;

/**
 * Lets many registrations in at once: indexes, references and what looks at each row are put aside; indexes and references are made and
 * checked anew for all rows together, which costs a fraction. In one transaction, so that nobody ever sees the tables without; and with the tables locked, so only where nobody works.
 */
export const withoutIndexes = async (ask: Ask, load: () => Promise<void>): Promise<void> => {
  await ask('begin');
  try {
    const all = (statement: string) => ask(statement).then(({ rows }) => rows as Record<string, string>[]);
    const kept = (await all(`${KEPT} order by place`)) as { away: string; back: string }[];
    const triggers = await all(TRIGGERS);
    for (const { away } of [...kept].reverse()) await ask(away);
    for (const { text } of triggers) await ask(text!.replace('%s', 'disable'));
    await load();
    await ask(`set local maintenance_work_mem = '512MB'`);
    for (const { back } of kept) await ask(back);
    for (const { text } of triggers) await ask(text!.replace('%s', 'enable'));
    await ask('commit');
  } catch (error) {
    await ask('rollback');
    throw error;
  }
};
