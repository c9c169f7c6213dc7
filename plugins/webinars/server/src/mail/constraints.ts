import { sqlList } from '../kernel/text';
import { MAIL_CATEGORIES, MAIL_STATES } from '../../../contracts/mail';

/** How many mails of different registrations may leave at once, counted in lanes; a row's lane follows from its registration. */
export const LANES = 4;

/** The mails, the addresses they go to, and the templates that staff changed. Applied after Strapi's schema sync; idempotent. */
export const mailConstraints: string[] = [
  `create table if not exists webinars_mails (
     id bigint generated always as identity primary key,
     -- The reason, spelt: two mails of one reason are one mail.
     key text not null unique,
     kind text not null,
     locale text not null check (locale in ('en', 'de')),
     recipient text not null,
     registration_document_id text,
     session_document_id text,
     speaker_document_id text,
     -- What staff wrote to a group, where this mail is one of it.
     message_id bigint,
     schedule_version int,
     data jsonb not null default '{}',
     lane smallint not null generated always as (abs(hashtext(coalesce(registration_document_id, key)) % ${LANES})) stored,
     state text not null default 'queued' check (state in (${sqlList(MAIL_STATES)})),
     attempts smallint not null default 0,
     next_try_at timestamptz not null,
     created_at timestamptz not null,
     sent_at timestamptz,
     subject text,
     html text,
     text text,
     calendar text,
     smtp_message_id text,
     -- The mail server's last words, or why the mail was skipped.
     answer text,
     bounced_at timestamptz,
     bounce text
   )`,
  `create index if not exists webinars_mails_due on webinars_mails (lane, id) where state = 'queued'`,
  `create index if not exists webinars_mails_of_registration on webinars_mails (registration_document_id, id)
     where registration_document_id is not null`,
  `create index if not exists webinars_mails_of_session on webinars_mails (session_document_id, id)
     where session_document_id is not null`,
  `create index if not exists webinars_mails_of_message on webinars_mails (message_id, state) where message_id is not null`,
  `create index if not exists webinars_mails_not_delivered on webinars_mails (state, id) where state in ('failed', 'kept')`,
  `create index if not exists webinars_mails_by_message_id on webinars_mails (smtp_message_id) where smtp_message_id is not null`,
  `create index if not exists webinars_mails_by_recipient on webinars_mails (recipient text_pattern_ops, id)`,
  // An e-mail address, trimmed and in lower case: what its owner switched off, and whether it exists at all.
  `create table if not exists webinars_mail_addresses (
     email text primary key,
     switched_off text[] not null default '{}' check (switched_off <@ array[${sqlList(MAIL_CATEGORIES)}]),
     bounced_at timestamptz,
     bounce text,
     updated_at timestamptz not null
   )`,
  `create index if not exists webinars_bounced_addresses on webinars_mail_addresses (email) where bounced_at is not null`,
  // Marketing consent of an address. It counts while it is confirmed.
  `create table if not exists webinars_marketing_consents (
     email text primary key,
     state text not null check (state in ('requested', 'confirmed', 'withdrawn')),
     text_version text not null,
     requested_at timestamptz not null,
     requested_from text not null,
     confirmed_at timestamptz,
     confirmed_from text,
     withdrawn_at timestamptz
   )`,
  // In which language the wording was read; of old consents nobody knows.
  `do $$ begin
     if not exists (select from pg_attribute where attrelid = 'webinars_marketing_consents'::regclass and attname = 'text_locale') then
       alter table webinars_marketing_consents add column text_locale text check (text_locale in ('en', 'de'));
     end if;
   end $$`,
  `create table if not exists webinars_mail_templates (
     kind text not null,
     locale text not null check (locale in ('en', 'de')),
     subject text not null,
     preheader text not null,
     body text not null,
     -- Of the default that was edited: tells that a release has brought a newer one.
     default_hash text not null,
     updated_at timestamptz not null,
     updated_by text,
     primary key (kind, locale)
   )`,
];
