/** What staff do with many registrations at once: one for each selection, by whose number it goes. Idempotent. */
export const bulkConstraints: string[] = [
  `create table if not exists webinars_bulk (
     selection_id bigint primary key references webinars_selections on delete cascade,
     deed text not null,
     state text not null default 'chosen' check (state in ('chosen', 'running', 'stopped', 'done')),
     note text not null default '',
     -- The last place in order of which everybody has had their turn: where work goes on.
     worked_up_to int not null default 0,
     changed int not null default 0,
     -- How many were left, by reason.
     left_alone jsonb not null default '{}',
     -- The administrator on whose behalf it is done, as the audit log knows them.
     by_id text,
     by_name text,
     begun_at timestamptz,
     ended_at timestamptz,
     undo_of bigint references webinars_bulk on delete set null
   )`,
  `create unique index if not exists webinars_bulk_undone_once on webinars_bulk (undo_of) where state <> 'chosen'`,
];
