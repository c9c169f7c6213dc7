import pg from 'pg';
import { aForm, aSession, freshDatabase, request, resetData, sql, startServer, stopServer, strapi } from '../harness';
import { staffInRole } from './staff';

type Requests = Awaited<ReturnType<typeof staffInRole>>;
type Role = 'manager' | 'editor' | 'marketing';

const NAMES: Record<Role, string> = {
  manager: 'Programme manager',
  editor: 'Webinar editor',
  marketing: 'Marketing',
};
const ROLES = Object.keys(NAMES) as Role[];

const ALL = 'manager editor marketing';
const MANAGER = 'manager';

/** Every endpoint of the admin, and who may: a new one is written in here by whoever makes it. */
const ENDPOINTS: Record<string, string> = {
  'GET /overview': ALL,
  'GET /overview/period': ALL,
  'GET /overview/activity': ALL,
  'POST /verifications': MANAGER,
  'GET /history': ALL,
  'GET /history/choices': ALL,
  'GET /registrations': ALL,
  'GET /registrations/choices': ALL,
  'GET /registrations/sessions': ALL,
  'GET /registrations/views': ALL,
  'POST /registrations/views': ALL,
  'PUT /registrations/views/:id': ALL,
  'DELETE /registrations/views/:id': ALL,
  'GET /registrations/:documentId': ALL,
  'PUT /registrations/:documentId': MANAGER,
  'POST /registrations/:documentId/mails': 'manager marketing',
  'POST /registrations/:documentId/cancel': MANAGER,
  'POST /registrations/:documentId/attendance': MANAGER,
  'POST /registrations/:documentId/move': MANAGER,
  'POST /registrations/:documentId/approve': MANAGER,
  'POST /registrations/:documentId/reject': MANAGER,
  'GET /imports': MANAGER,
  'GET /imports/sessions': MANAGER,
  'POST /imports': MANAGER,
  'GET /imports/:id': MANAGER,
  'PUT /imports/:id/file': MANAGER,
  'POST /imports/:id/check': MANAGER,
  'GET /imports/:id/lines': MANAGER,
  'GET /imports/:id/faulty': MANAGER,
  'POST /imports/:id/run': MANAGER,
  'POST /imports/:id/stop': MANAGER,
  'POST /imports/:id/discard': MANAGER,
  'GET /imports/:id/take-back': MANAGER,
  'POST /imports/:id/take-back': MANAGER,
  'GET /bulk': ALL,
  'GET /bulk/:id': ALL,
  'GET /bulk/:id/preview': ALL,
  'GET /bulk/:id/people': ALL,
  'POST /bulk/places': MANAGER,
  'POST /bulk/places/:id/begin': MANAGER,
  'POST /bulk/places/:id/stop': MANAGER,
  'POST /bulk/places/:id/resume': MANAGER,
  'POST /bulk/places/:id/undo': MANAGER,
  'POST /bulk/decisions': MANAGER,
  'POST /bulk/decisions/:id/begin': MANAGER,
  'POST /bulk/decisions/:id/stop': MANAGER,
  'POST /bulk/decisions/:id/resume': MANAGER,
  'POST /bulk/decisions/:id/undo': MANAGER,
  'POST /exports': 'manager marketing',
  'GET /exports/:id': 'manager marketing',
  'POST /exports/download': ALL,
  'GET /sessions': ALL,
  'GET /planning/board': ALL,
  'GET /planning/calendar': ALL,
  'GET /planning/topics': ALL,
  'GET /planning/speakers': ALL,
  'GET /planning/categories': ALL,
  'GET /planning/of-topic/:documentId': ALL,
  'GET /planning/of-speaker/:documentId': ALL,
  'GET /planning/sessions/:documentId': ALL,
  'POST /planning/conflicts': ALL,
  'POST /planning/sessions/:documentId/save/preview': ALL,
  'POST /planning/sessions/:documentId/move/preview': 'manager editor',
  'POST /planning/sessions/:documentId/move': 'manager editor',
  'POST /planning/sessions/:documentId/capacity/preview': 'manager editor',
  'POST /planning/sessions/:documentId/capacity': 'manager editor',
  'POST /planning/sessions/:documentId/cancel/preview': 'manager editor',
  'POST /planning/sessions/:documentId/cancel': 'manager editor',
  'POST /planning/sessions/:documentId/publish/preview': 'manager editor',
  'POST /planning/sessions/:documentId/publish': 'manager editor',
  'POST /planning/sessions/:documentId/duplicate/preview': 'manager editor',
  'POST /planning/sessions/:documentId/duplicate': 'manager editor',
  'GET /sessions/:session/page': ALL,
  'GET /sessions/:session/run-sheet': ALL,
  'GET /sessions/:session/run-sheet/preview': ALL,
  'POST /sessions/:session/reminders/:rule/hold': 'manager editor',
  'POST /sessions/:session/reminders/:rule/release': 'manager editor',
  'GET /sessions/:session/reminders/:rule/move': ALL,
  'POST /sessions/:session/reminders/:rule/move': 'manager editor',
  'POST /sessions/:session/reminders/:rule/send-now': 'manager marketing',
  'GET /sessions/:session/people': ALL,
  'GET /sessions/:session/seats': ALL,
  'GET /sessions/:session/seats/rows': ALL,
  'GET /sessions/:session/waitlist': ALL,
  'POST /sessions/:session/waitlist/:registration/promote': MANAGER,
  'POST /sessions/:session/waitlist/:registration/add-seat': MANAGER,
  'GET /mails': ALL,
  'GET /mails/status': ALL,
  'GET /mails/sessions': ALL,
  'GET /mails/sessions/:session': ALL,
  'GET /mails/:id': ALL,
  'POST /mails/replay': 'manager marketing',
  'POST /mail-addresses/forget-bounce': 'manager marketing',
  'GET /mail-settings': 'manager marketing',
  'PUT /mail-settings': 'manager marketing',
  'GET /mail-templates': 'manager marketing',
  'GET /mail-templates/registrations': 'manager marketing',
  'GET /mail-templates/:kind/:locale': 'manager marketing',
  'PUT /mail-templates/:kind/:locale': 'manager marketing',
  'DELETE /mail-templates/:kind/:locale': 'manager marketing',
  'POST /mail-templates/:kind/:locale/preview': 'manager marketing',
  'POST /mail-templates/:kind/:locale/test': 'manager marketing',
  'GET /messages': 'manager marketing',
  'POST /messages': 'manager marketing',
  'POST /messages/count': 'manager marketing',
  'POST /messages/preview': 'manager marketing',
  'POST /messages/selections': 'manager marketing',
  'GET /messages/sessions': 'manager marketing',
  'GET /messages/:id': 'manager marketing',
  'POST /messages/:id/cancel': 'manager marketing',
  'GET /partners': 'manager marketing',
  'GET /partners/records': 'manager marketing',
  'POST /partners/:partner/test': MANAGER,
  'POST /partners/:partner/dry-run': MANAGER,
  'POST /partners/:partner/reconcile': MANAGER,
  'GET /partners/:partner/differences': 'manager marketing',
  'POST /partners/:partner/repair': MANAGER,
  'GET /partners/:partner/failures': 'manager marketing',
  'POST /partners/:partner/replay': MANAGER,
  'GET /programme-settings': MANAGER,
  'PUT /programme-settings': MANAGER,
  'GET /programme-settings/speakers': MANAGER,
  'GET /consents': MANAGER,
  'POST /consents': MANAGER,
  'GET /queue': MANAGER,
  'GET /queue/dead-letters': MANAGER,
  'POST /queue/replay': MANAGER,
  'POST /queue/discard': MANAGER,
  'GET /verifications': MANAGER,
  'GET /verifications/:at': MANAGER,
  'POST /verifications/repair': MANAGER,
  'GET /partners/odoo/settings': MANAGER,
  'PUT /partners/odoo/settings': MANAGER,
};

/** Who asks here shows a ticket, which only those get who may; without one there is nothing. */
const BY_TICKET = 'POST /exports/download';

const PREFIX = '/webinars-admin';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The endpoints of the running instance, as its router has them. */
const endpoints = (): string[] =>
  strapi.server
    .listRoutes()
    .filter(({ path }) => path.startsWith(PREFIX))
    .flatMap(({ methods, path }) =>
      methods
        .filter((method: string) => method !== 'HEAD')
        .map((method: string) => `${method} ${path.slice(PREFIX.length)}`),
    )
    .sort();

const ask = (who: Requests, endpoint: string) => {
  const [method, path] = endpoint.split(' ') as [string, string];
  // Nothing is called "none": who may ask is told so, and nothing is changed.
  return who[method.toLowerCase() as Method](`${PREFIX}${path.replace(/:\w+/g, 'none')}`);
};

const staff = {} as Record<Role, Requests>;
beforeAll(async () => {
  for (const role of ROLES) staff[role] = await staffInRole(NAMES[role]);
});
beforeEach(resetData);

it('has no endpoint in the admin of which it is not said who may', () => {
  expect(endpoints()).toEqual(Object.keys(ENDPOINTS).sort());
});

it('answers nobody who is not logged in', async () => {
  for (const endpoint of Object.keys(ENDPOINTS)) {
    const status = endpoint === BY_TICKET ? 400 : 401;
    expect(`${endpoint} ${(await ask(request as Requests, endpoint)).status}`).toBe(`${endpoint} ${status}`);
  }
});

describe.each(ROLES)('the role of %s', (role) => {
  it('may do its own over the API, and nothing else', async () => {
    const told: string[] = [];
    const expected: string[] = [];
    for (const [endpoint, who] of Object.entries(ENDPOINTS)) {
      const { status } = await ask(staff[role], endpoint);
      expect(status).toBeLessThan(500);
      told.push(`${endpoint}: ${status === 403 || status === 401 ? 'refused' : 'answered'}`);
      expected.push(`${endpoint}: ${who.split(' ').includes(role) ? 'answered' : 'refused'}`);
    }
    expect(told).toEqual(expected);
  });
});

describe('in the Content Manager', () => {
  const CONTENT = '/content-manager/collection-types';
  const SESSIONS = `${CONTENT}/api::session.session`;
  const REGISTRATIONS = `${CONTENT}/api::registration.registration`;

  it('all three read, editors change the programme, and only managers change registrations', async () => {
    const session = await aSession();
    await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
    const [registration] = await sql<{ id: string }>('select document_id as id from registrations');
    for (const role of ROLES) {
      for (const path of [SESSIONS, REGISTRATIONS, `${CONTENT}/api::topic.topic`, `${CONTENT}/api::speaker.speaker`]) {
        expect(`${role} ${path} ${(await staff[role].get(path)).status}`).toBe(`${role} ${path} 200`);
      }
      const saved = await staff[role].put(`${SESSIONS}/${session.documentId}`).send({ duration: 45 });
      expect(`${role} ${saved.status}`).toBe(`${role} ${role === 'marketing' ? 403 : 200}`);
      const changed = await staff[role].put(`${REGISTRATIONS}/${registration!.id}`).send({ company: 'Another Ltd' });
      expect(`${role} ${changed.status}`).toBe(`${role} ${role === 'manager' ? 200 : 403}`);
    }
  });

  it('a topic is written in both languages by who may write it', async () => {
    const text = { slug: 'roles', category: 'strategy', difficultyLevel: 'beginner', state: 'active' };
    const made = await staff.editor.post(`${CONTENT}/api::topic.topic?locale=en`).send({ ...text, title: 'Roles' });
    expect(made.status).toBe(201);
    const german = await staff.editor
      .put(`${CONTENT}/api::topic.topic/${made.body.data.documentId}?locale=de`)
      .send({ ...text, slug: 'rollen', title: 'Rollen' });
    expect(german).toMatchObject({ status: 200, body: { data: { locale: 'de', title: 'Rollen' } } });
  });
});

it('leaves the roles as an administrator has made them, when the instance starts again', async () => {
  const databaseUrl = await freshDatabase();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const names = async () =>
    (await client.query(`select name from admin_roles where code like 'webinars-%' order by name`)).rows;
  const granted = async () =>
    (
      await client.query(
        `select p.action from admin_permissions p join admin_permissions_role_lnk l on l.permission_id = p.id
           join admin_roles r on r.id = l.role_id where r.code = 'webinars-editor' and p.action like 'plugin::webinars.%' order by 1`,
      )
    ).rows.map(({ action }) => action);
  try {
    expect(await names()).toEqual([{ name: 'Marketing' }, { name: 'Programme manager' }, { name: 'Webinar editor' }]);
    expect(await granted()).toContain('plugin::webinars.sessions.manage');
    await client.query(`delete from admin_roles where code = 'webinars-marketing'`);
    await client.query(`update admin_roles set name = 'Schedulers' where code = 'webinars-manager'`);
    await client.query(`delete from admin_permissions p using admin_permissions_role_lnk l, admin_roles r
      where l.permission_id = p.id and r.id = l.role_id and r.code = 'webinars-editor' and p.action = 'plugin::webinars.sessions.manage'`);
    await stopServer(await startServer({ databaseUrl }));
    expect(await names()).toEqual([{ name: 'Schedulers' }, { name: 'Webinar editor' }]);
    expect(await granted()).not.toContain('plugin::webinars.sessions.manage');
  } finally {
    await client.end();
  }
});
