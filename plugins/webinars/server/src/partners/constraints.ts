import { sqlList } from '../kernel/text';
import { LINK_STATES, PARTNER_DIFFERENCES } from '../../../contracts/partners';

/** What of ours is kept in step with whom, how each partner stands, and what the last reconciliation found. Applied after Strapi's schema sync; idempotent. */
export const partnersConstraints: string[] = [
  `create table if not exists webinars_links (
     partner text not null,
     kind text not null,
     -- Our record's document id.
     record text not null,
     session_document_id text,
     -- The partner's id. Null where it has none of it, as far as we know.
     remote_id text,
     state text not null default 'waiting' check (state in (${sqlList(LINK_STATES)})),
     -- Raised by every change here; what was sent says of which change it was, so that one that comes meanwhile is not lost.
     wanted int not null default 1,
     -- Something was sent once: where no answer came, it may be there all the same.
     is_tried boolean not null default false,
     attempts smallint not null default 0,
     waiting_since timestamptz not null,
     next_try_at timestamptz not null,
     -- A digest of each field as it was last sent: no personal datum is kept twice.
     sent jsonb not null default '{}',
     sent_at timestamptz,
     -- The last trouble: what kind, and in the partner's words.
     trouble text,
     words text,
     troubled_at timestamptz,
     primary key (partner, kind, record)
   )`,
  `create index if not exists webinars_links_waiting on webinars_links (partner, kind, waiting_since, record) where state = 'waiting'`,
  `create index if not exists webinars_links_open on webinars_links (partner, kind) where state <> 'done'`,
  `create index if not exists webinars_links_left on webinars_links (partner, troubled_at desc) where state in ('failed', 'gone')`,
  `create index if not exists webinars_links_of_session on webinars_links (session_document_id, partner, kind)`,
  // What is counted is counted as it happens: a look at a partner's card must not count a million rows.
  `create table if not exists webinars_partner_days (
     partner text not null,
     kind text not null,
     day date not null,
     sent bigint not null default 0,
     failed bigint not null default 0,
     -- Records that have a place there since, less those that lost it: over all days, as many as are there.
     kept bigint not null default 0,
     primary key (partner, kind, day)
   )`,
  `create table if not exists webinars_partners (
     partner text primary key,
     -- Which credentials all of this is about; others begin anew.
     fingerprint text not null,
     -- Where it is. Elsewhere the numbers we know mean other records.
     place text not null,
     failures int not null default 0,
     paused_until timestamptz,
     -- It refuses our credentials. Nothing is sent until a test succeeds or others are given.
     stopped_at timestamptz,
     trouble text,
     words text,
     troubled_at timestamptz,
     last_success_at timestamptz,
     checked jsonb,
     key_expires_at timestamptz,
     reconciling_since timestamptz,
     reconciled jsonb,
     differences int not null default 0
   )`,
  `create table if not exists webinars_partner_differences (
     id bigint generated always as identity primary key,
     partner text not null,
     kind text not null,
     -- Null for what was made there.
     record text,
     remote_id text,
     session_document_id text,
     difference text not null,
     fields jsonb not null default '[]',
     found_at timestamptz not null
   )`,
  `alter table webinars_partner_differences drop constraint if exists webinars_partner_differences_difference_check,
     add constraint webinars_partner_differences_difference_check check (difference in (${sqlList(PARTNER_DIFFERENCES)}))`,
  `create index if not exists webinars_partner_differences_of_partner on webinars_partner_differences (partner, id)`,
  `create index if not exists webinars_partner_differences_of_record on webinars_partner_differences (record) where record is not null`,
];
