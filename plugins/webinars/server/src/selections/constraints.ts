/** Registrations written down at a moment, and what became of each. Idempotent. */
export const selectionsConstraints: string[] = [
  `create table if not exists webinars_selections (
     id bigint generated always as identity primary key,
     -- How they were chosen; null where they were picked one by one.
     filter jsonb,
     people int not null,
     -- Where all of them are of one session, that one.
     session_document_id text,
     made_at timestamptz not null,
     made_by text,
     -- Since when something is done with them: what nobody used is forgotten soon.
     used_at timestamptz
   )`,
  `create table if not exists webinars_selected (
     selection_id bigint not null references webinars_selections on delete cascade,
     -- The order in which they have their turn: session by session, first who waits in line, then by arrival.
     place int not null,
     registration_id int not null,
     registration_document_id text not null,
     session_document_id text not null,
     outcome text check (outcome in ('changed', 'left')),
     reason text,
     before text,
     after text,
     successor text,
     -- Of what is undone: where they stood before it, and where it brought them.
     undone jsonb,
     primary key (selection_id, place)
   )`,
  `create index if not exists webinars_selected_left on webinars_selected (selection_id, reason, place) where outcome = 'left'`,
  `create index if not exists webinars_selections_made on webinars_selections (made_at)`,
];
