import { prepareFirstStart } from '../../plugins/webinars/server/src/content/first-start';
import { freshDatabase, sql, startServer, stopServer, strapi } from '../harness';
import pg from 'pg';

const granted = () =>
  sql<{ action: string }>(
    `select p.action from up_permissions p join up_permissions_role_lnk l on l.permission_id = p.id
       join up_roles r on r.id = l.role_id where r.type = 'public' and p.action like 'api::%' order by p.action`,
  );

const advanced = () => strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });

it('is prepared once: what an administrator changes afterwards stays', async () => {
  const before = await granted();
  const settings = (await advanced().get({})) as object;
  await sql(`delete from up_permissions where action = 'api::speaker.speaker.find'`);
  await advanced().set({ value: { ...settings, email_confirmation: false } });
  try {
    await prepareFirstStart(strapi);
    expect((await granted()).map(({ action }) => action)).not.toContain('api::speaker.speaker.find');
    expect(await advanced().get({})).toMatchObject({ email_confirmation: false });
  } finally {
    await sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_prepared'`);
    await prepareFirstStart(strapi);
  }
  expect(await granted()).toEqual(before);
  expect(await advanced().get({})).toEqual({ ...settings, email_confirmation: true });
});

it('leaves a locale, a grant and an arranged list as they are when the instance starts again', async () => {
  const databaseUrl = await freshDatabase();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const list = `select value::json #>> '{layouts,list}' as list from strapi_core_store_settings
    where key = 'plugin_content_manager_configuration_content_types::api::topic.topic'`;
  try {
    await client.query(`delete from i18n_locale where code = 'de'`);
    await client.query(`delete from up_permissions where action = 'api::topic.topic.find'`);
    await client.query(
      `update strapi_core_store_settings set value = jsonb_set(value::jsonb, '{layouts,list}', '["state","title"]')::text
        where key = 'plugin_content_manager_configuration_content_types::api::topic.topic'`,
    );
    await stopServer(await startServer({ databaseUrl }));
    expect((await client.query(`select code from i18n_locale`)).rows).toEqual([{ code: 'en' }]);
    expect((await client.query(`select from up_permissions where action = 'api::topic.topic.find'`)).rows).toEqual([]);
    expect(JSON.parse((await client.query(list)).rows[0].list)).toEqual(['state', 'title']);
  } finally {
    await client.end();
  }
});
