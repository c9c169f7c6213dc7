import {
  configureContentManager,
  noteAdministratorsChanges,
} from '../../plugins/webinars/server/src/content/content-manager';
import { views } from '../../plugins/webinars/server/src/content/views';
import { emptyDatabase, resetData, sql, startServer, stopServer, strapi } from '../harness';
import pg from 'pg';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';

const SESSION = 'api::session.session';

type Requests = Awaited<ReturnType<typeof anAdministrator>>;
let administrator: Requests;

beforeAll(async () => {
  await resetData();
  administrator = await anAdministrator();
});

/** As after a restart: looked at before the Content Manager starts, arranged after. */
const restart = async () => {
  await noteAdministratorsChanges(strapi);
  await configureContentManager(strapi);
};

afterAll(async () => {
  await sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_content-manager'`);
  await restart();
  await removeAdministrators();
});

const read = async (uid: string): Promise<Wire> => {
  const kind = uid.includes('::') ? 'content-types' : 'components';
  const answer = await administrator.get(`/content-manager/${kind}/${uid}/configuration`);
  expect(answer.status).toBe(200);
  return answer.body.data[uid.includes('::') ? 'contentType' : 'component'];
};

// Strapi answers a relation's main field in the list's part too, and takes it in the form's only, as its own page sends it.
const asSent = (metadatas: Record<string, { list: object }>) =>
  Object.fromEntries(
    Object.entries(metadatas).map(([name, { list, ...meta }]) => {
      const { mainField: _, ...rest } = list as { mainField?: unknown };
      return [name, { ...meta, list: rest }];
    }),
  );

const save = async (uid: string, { settings, metadatas, layouts }: Wire) => {
  const answer = await administrator
    .put(`/content-manager/content-types/${uid}/configuration`)
    .send({ settings, metadatas: asSent(metadatas), layouts });
  expect(answer.body.error).toBeUndefined();
};

describe('the Content Manager', () => {
  it.each(Object.keys(views))('shows %s as our view says', async (uid) => {
    const view = views[uid]!;
    const { layouts, metadatas, settings } = await read(uid);
    const rows = layouts.edit.map((row: { name: string; size: number }[]) =>
      Object.fromEntries(row.map(({ name, size }) => [name, size])),
    );
    expect(rows).toEqual(view.rows);
    if (view.columns) expect(layouts.list).toEqual(view.columns);
    if (view.mainField) expect(settings.mainField).toBe(view.mainField);
    if (view.sort) expect(settings).toMatchObject({ defaultSortBy: view.sort.by, defaultSortOrder: view.sort.order });
    for (const name of Object.keys(Object.assign({}, ...view.rows))) {
      expect(metadatas[name].edit.label).not.toBe(name);
      expect(metadatas[name].list.label).toBe(metadatas[name].edit.label);
    }
  });

  it('names fields, explains them, and lets nobody type what the system keeps', async () => {
    const { metadatas } = await read(SESSION);
    expect(metadatas.datetime.edit).toMatchObject({
      label: 'Start',
      description: expect.stringContaining('time zone'),
      editable: true,
    });
    expect(metadatas.registrationCount.edit).toMatchObject({ label: 'Seats taken', editable: false });
    expect(metadatas.topic.edit.mainField).toBe('title');
  });

  it('keeps what it stores as it is when it starts again', async () => {
    const before = await sql(
      `select key, value from strapi_core_store_settings where key like 'plugin_c%' order by key`,
    );
    await noteAdministratorsChanges(strapi);
    await strapi.plugin('content-manager').service('components').syncConfigurations();
    await strapi.plugin('content-manager').service('content-types').syncConfigurations();
    await configureContentManager(strapi);
    expect(
      await sql(`select key, value from strapi_core_store_settings where key like 'plugin_c%' order by key`),
    ).toEqual(before);
  });

  it('leaves what an administrator has arranged, and only that', async () => {
    const { settings, metadatas, layouts } = await read(SESSION);
    const own = {
      settings: { ...settings, pageSize: 50 },
      metadatas,
      layouts: { ...layouts, list: ['slug', 'state'] },
    };
    own.metadatas.slug.edit.label = 'Address';
    await save(SESSION, own);
    await restart();
    expect(await read(SESSION)).toMatchObject(own);
  });

  it('brings what we have improved since to those who have not changed it', async () => {
    const uid = 'api::topic.topic';
    const ours = await read(uid);
    const older = { ...ours, layouts: { ...ours.layouts, list: ['title'] } };
    // As an earlier version of ours would have left it: stored, and noted as what we wrote.
    await save(uid, older);
    await sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_content-manager'`);
    await restart();
    expect((await read(uid)).layouts).toEqual(ours.layouts);
  });

  it('keeps a place for an attribute that we do not know', async () => {
    await sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_content-manager'`);
    const uid = 'api::speaker.speaker';
    const stored = await strapi.store({ type: 'plugin', name: 'content_manager' }).get({
      key: `configuration_content_types::${uid}`,
    });
    const configuration: Wire = structuredClone(stored);
    configuration.layouts.edit[0].push({ name: 'shoeSize', size: 4 });
    await strapi.store({ type: 'plugin', name: 'content_manager' }).set({
      key: `configuration_content_types::${uid}`,
      value: configuration,
    });
    await restart();
    expect((await read(uid)).layouts.edit.at(-1)).toEqual([{ name: 'shoeSize', size: 4 }]);
    await sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_content-manager'`);
    await strapi.store({ type: 'plugin', name: 'content_manager' }).set({
      key: `configuration_content_types::${uid}`,
      value: stored,
    });
  });
});

it('is arranged once where two instances start at the same moment on an empty database', async () => {
  const databaseUrl = await emptyDatabase();
  const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
  await Promise.all(servers.map(stopServer));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select key, count(*)::int as count from strapi_core_store_settings
      where key like 'plugin_content_manager_configuration%' or key like 'plugin_webinars%' group by key having count(*) > 1`,
  );
  const { rows: written } = await client.query(
    `select value::json as hashes from strapi_core_store_settings where key = 'plugin_webinars_content-manager'`,
  );
  await client.end();
  expect(rows).toEqual([]);
  expect(Object.keys(written[0].hashes).sort()).toEqual(Object.keys(views).sort());
});
