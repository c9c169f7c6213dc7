/** The manager used to be one of the settings of mail, and takes what was set along. Idempotent. */
export const programmeConstraints: string[] = [
  `insert into strapi_core_store_settings (key, value, type)
   select 'plugin_webinars_programme', jsonb_build_object('manager', value::jsonb->'programmeManager')::text, 'object'
     from strapi_core_store_settings
    where key = 'plugin_webinars_mail' and jsonb_exists(value::jsonb, 'programmeManager')
      and not exists (select from strapi_core_store_settings where key = 'plugin_webinars_programme')`,
  `update strapi_core_store_settings set value = (value::jsonb - 'programmeManager')::text
    where key = 'plugin_webinars_mail' and jsonb_exists(value::jsonb, 'programmeManager')`,
];
