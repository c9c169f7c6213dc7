import { CONSENTS } from '../../../contracts/consents';
import { sqlList } from '../kernel/text';

/** Every version of every text that people agree to, for ever. Applied after Strapi's schema sync; idempotent. */
export const consentsConstraints: string[] = [
  `create table if not exists webinars_consent_versions (
     consent text not null check (consent in (${sqlList(CONSENTS)})),
     number int not null check (number > 0),
     -- What consent records call it.
     version text not null,
     en text not null check (btrim(en) <> ''),
     de text not null check (btrim(de) <> ''),
     valid_from timestamptz not null,
     published_at timestamptz not null,
     published_by text,
     primary key (consent, number),
     unique (consent, version)
   )`,
  `create or replace function webinars_refuse_rewording() returns trigger language plpgsql as $$
   begin
     raise exception 'A published text stays as it is: people may have agreed to it. Publish a new version instead.'
       using errcode = '23514', constraint = 'webinars_consent_text_fixed';
   end $$`,
  `create or replace trigger webinars_consent_versions_fixed before update or delete on webinars_consent_versions
     for each row execute function webinars_refuse_rewording()`,
];
