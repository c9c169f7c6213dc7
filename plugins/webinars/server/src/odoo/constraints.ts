/** What things in Odoo that our records point to by name are called there by number. Applied after Strapi's schema sync; idempotent. */
export const odooConstraints: string[] = [
  `create table if not exists webinars_odoo_names (
     kind text not null,
     name text not null,
     remote_id bigint not null,
     primary key (kind, name)
   )`,
  // Until when it was looked for words that an editor changed.
  `create table if not exists webinars_odoo_sweep (one boolean primary key default true check (one), until timestamptz not null)`,
];
