import supertest from 'supertest';
import type { Page } from 'playwright-core';
import { aForm, aSession } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { strapi, world } from '../harness/world';
import { closeBrowser, openAdmin } from './browser';

afterAll(closeBrowser);

const BASE = '/plugins/webinars';

type Session = Awaited<ReturnType<typeof aSession>>;
type Person = { email: string; password: string };

let session: Session;
let registration: string;
let waiting: string;

const join = async ({ slug }: Session, fields: Record<string, unknown>): Promise<string> => {
  const { status, body } = await request
    .post(`/api/webinars/sessions/${slug}/registrations`)
    .send({ data: aForm(fields) });
  expect(status).toBe(201);
  const [row] = await sql<{ id: string }>('select document_id as id from registrations where reference = $1', [
    body.data.reference,
  ]);
  return row!.id;
};

beforeAll(async () => {
  session = await aSession({ texts: [{ locale: 'en', title: 'Seen by three roles' }] });
  registration = await join(session, { firstName: 'Rosa', lastName: 'Rolled' });
  const asking = await aSession({ requiresApproval: true });
  waiting = await join(asking, { firstName: 'Wilma', lastName: 'Waiting' });
});

const somebodyWho = async (name: string): Promise<Person> => {
  const role = await strapi.service('admin::role').findOne({ name });
  const person = { email: `${name.replace(/\W/g, '-').toLowerCase()}@roles.example`, password: 'Roles-password-1' };
  await strapi
    .service('admin::user')
    .create({ ...person, firstname: 'Sam', lastname: name, isActive: true, roles: [role.id] });
  return person;
};

/** What somebody may do, as the pages show it. */
type Sees = {
  role: string;
  navigation: string[];
  /** Addresses that lead to nothing but word of it. */
  closed: string[];
  tabs: string[];
  ofSession: string[];
  ofRegistration: string[];
  decides: boolean;
  /** What the pages keep from them, asked for directly. */
  refused: [method: 'get' | 'post' | 'put', path: () => string][];
  answered: [method: 'get' | 'post' | 'put', path: () => string][];
};

const cancel = () => `/registrations/${registration}/cancel`;
const approve = () => `/registrations/${waiting}/approve`;
const move = () => `/planning/sessions/${session.documentId}/move/preview`;
const replay = () => '/mails/replay';
const odoo = () => '/partners/odoo/settings';
const templates = () => '/mail-templates';
const list = () => '/registrations';

const ROLES: Sees[] = [
  {
    role: 'Webinar editor',
    navigation: ['Overview', 'Sessions', 'Registrations', 'Mails', 'History'],
    closed: ['messages', 'imports', 'templates', 'mail-settings', 'settings', 'integrations', 'integrations/odoo'],
    tabs: ['Run sheet', 'People', 'Seats', 'Waitlist', 'Mails', 'History', 'Links'],
    ofSession: ['Registrations', 'Change', 'Edit'],
    ofRegistration: [],
    decides: false,
    refused: [
      ['post', cancel],
      ['post', approve],
      ['post', replay],
      ['get', templates],
      ['get', odoo],
    ],
    answered: [
      ['get', list],
      ['post', move],
    ],
  },
  {
    role: 'Marketing',
    navigation: ['Overview', 'Sessions', 'Registrations', 'Mails', 'Messages', 'Integrations', 'History', 'Settings'],
    closed: ['imports', 'settings/programme', 'integrations/odoo'],
    tabs: ['Run sheet', 'People', 'Seats', 'Waitlist', 'Mails', 'Odoo', 'History', 'Links'],
    ofSession: ['Registrations', 'Write to registrants'],
    ofRegistration: ['Send confirmation again'],
    decides: false,
    refused: [
      ['post', cancel],
      ['post', approve],
      ['post', move],
      ['get', odoo],
    ],
    answered: [
      ['get', list],
      ['get', templates],
    ],
  },
  {
    role: 'Programme manager',
    navigation: ['Overview', 'Sessions', 'Registrations', 'Mails', 'Messages', 'Integrations', 'History', 'Settings'],
    closed: [],
    tabs: ['Run sheet', 'People', 'Seats', 'Waitlist', 'Mails', 'Odoo', 'History', 'Links'],
    ofSession: ['Registrations', 'Write to registrants', 'Change', 'Edit'],
    ofRegistration: ['Edit', 'Send confirmation again', 'Move to another session', 'Cancel registration'],
    decides: true,
    refused: [],
    answered: [
      ['get', list],
      ['get', templates],
      ['get', odoo],
      ['post', move],
    ],
  },
];

/** Everything that can be pressed or followed at the head of a page and in its parts, by these names. */
const offered = async (page: Page, names: string[]): Promise<string[]> => {
  const there: string[] = [];
  for (const name of names) {
    const parts = page
      .getByRole('main')
      .locator('button, a')
      .filter({ visible: true })
      .getByText(name, { exact: true });
    if ((await parts.count()) > 0) there.push(name);
  }
  return there;
};

const ALL_OF_SESSION = ['Registrations', 'Write to registrants', 'Change', 'Edit'];
const ALL_OF_REGISTRATION = ['Edit', 'Send confirmation again', 'Move to another session', 'Cancel registration'];

describe.each(ROLES)('somebody in the role $role', (sees) => {
  let person: Person;
  beforeAll(async () => {
    person = await somebodyWho(sees.role);
  });

  it('is led to the pages that are for them, and to no other', async () => {
    const page = await openAdmin(BASE, {}, person);
    await page.locator('main:not([aria-busy="true"]) h1').waitFor();
    const navigation = page.getByRole('navigation', { name: 'Webinars pages' });
    expect(await navigation.getByRole('link').allTextContents()).toEqual(sees.navigation);
    for (const address of sees.closed) {
      await page.goto(`/admin${BASE}/${address}`);
      await page.getByText('have the permissions to access that content', { exact: false }).waitFor();
    }
  });

  it('sees of a session and a registration what they may do, and nothing else', async () => {
    const page = await openAdmin(`${BASE}/sessions/${session.documentId}`, {}, person);
    await page.getByRole('tab').first().waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(sees.tabs);
    expect(await offered(page, ALL_OF_SESSION)).toEqual(sees.ofSession);

    await page.goto(`/admin${BASE}/registrations/${registration}`);
    await page.getByRole('heading', { level: 1, name: 'Rosa Rolled' }).waitFor();
    expect(await offered(page, ALL_OF_REGISTRATION)).toEqual(sees.ofRegistration);

    await page.goto(`/admin${BASE}/registrations/${waiting}`);
    await page.getByRole('heading', { level: 1, name: 'Wilma Waiting' }).waitFor();
    await page.getByText('waits for', { exact: false }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(sees.decides ? 1 : 0);
  });

  it('is refused by the server what the pages do not offer, and nothing happens', async () => {
    const agent = supertest(world.baseUrl);
    const { body } = await agent.post('/admin/login').send(person);
    const ask = async ([method, path]: Sees['refused'][number]) => {
      const { status } = await agent[method](`/webinars-admin${path()}`)
        .set('Authorization', `Bearer ${body.data.token}`)
        .send(method === 'get' ? undefined : {});
      return `${method} ${path()} ${status === 403 ? 'refused' : 'answered'}`;
    };
    for (const one of sees.refused) expect(await ask(one)).toBe(`${one[0]} ${one[1]()} refused`);
    for (const one of sees.answered) expect(await ask(one)).toBe(`${one[0]} ${one[1]()} answered`);
    expect(
      await sql('select state from registrations where document_id = any ($1) order by state', [
        [registration, waiting],
      ]),
    ).toEqual([{ state: 'confirmed' }, { state: 'pending_approval' }]);
  });
});
