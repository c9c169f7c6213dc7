import { INTAKE_SOURCES, INTAKE_STATES, VERDICTS } from '../../../contracts/intake';
import { sqlList } from '../kernel/text';

/** Files of registrants that staff brought in, and their lines. Idempotent. */
export const intakeConstraints: string[] = [
  `create table if not exists webinars_intakes (
     id bigint generated always as identity primary key,
     state text not null default 'open' check (state in (${sqlList(INTAKE_STATES)})),
     -- Raised when the file is read anew or its settings change: what was foreseen before no longer holds.
     revision int not null default 1,
     file_name text not null,
     source text not null check (source in (${sqlList(INTAKE_SOURCES)})),
     dialect jsonb not null,
     headings jsonb not null,
     settings jsonb not null,
     session_document_id text,
     total int not null,
     -- How many lines are looked at, and the last of them: where work that was cut short goes on.
     done int not null default 0,
     done_up_to int not null default 0,
     counts jsonb not null default '{}',
     taken_back int not null default 0,
     trouble text,
     created_at timestamptz not null,
     created_by text,
     -- Whoever started what is under way, for the audit log.
     by_whom jsonb not null
   )`,
  `create index if not exists webinars_intakes_by_time on webinars_intakes (created_at)`,
  `create table if not exists webinars_intake_lines (
     intake_id bigint not null references webinars_intakes (id) on delete cascade,
     line int not null,
     -- Null once they are not needed any more: personal data do not linger.
     cells jsonb,
     email text,
     verdict text check (verdict in (${sqlList(VERDICTS)})),
     -- The line with the same address.
     twin int,
     registration_document_id text,
     primary key (intake_id, line)
   )`,
  `create index if not exists webinars_intake_lines_by_verdict on webinars_intake_lines (intake_id, verdict, line)`,
  `create index if not exists webinars_intake_lines_by_email on webinars_intake_lines (intake_id, email, line) where email is not null`,
  `create index if not exists webinars_intake_lines_brought_in on webinars_intake_lines (intake_id, line)
     where registration_document_id is not null`,
  `create index if not exists webinars_intake_lines_kept on webinars_intake_lines (intake_id) where cells is not null`,
];
