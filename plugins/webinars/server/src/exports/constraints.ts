/** Files that staff took away. Idempotent. */
export const exportsConstraints: string[] = [
  `create table if not exists webinars_exports (
     id bigint generated always as identity primary key,
     ticket_digest text not null unique,
     request jsonb not null,
     timezone text not null,
     by_id text,
     by_name text,
     made_at timestamptz not null,
     state text not null default 'ready' check (state in ('ready', 'running', 'done', 'cut_short')),
     rows int not null default 0,
     total int,
     -- When a batch was last taken: a file nobody takes on any more was cut short.
     seen_at timestamptz
   )`,
  `create index if not exists webinars_exports_made on webinars_exports (made_at)`,
];
