import pg from 'pg';
import { startServer, stopAllServers, type Server } from '../harness/servers';
import { smtp, world } from '../harness/world';
import { closeBrowser, openAdmin } from './browser';

const STAFF = { email: 'million@journey.example', password: 'Million-password-1' };

let server: Server;
let database: pg.Client;

beforeAll(async () => {
  const databaseUrl = await world.aMillion();
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  server = await startServer({ databaseUrl });
  const registered = await server.request
    .post('/admin/register-admin')
    .send({ ...STAFF, firstname: 'Milly', lastname: 'Million' });
  expect(registered.status).toBe(200);
}, 600_000);

afterAll(async () => {
  await closeBrowser();
  await database?.end();
  await stopAllServers();
});

describe('among a million registrations', () => {
  it('one person is found by what one remembers, and their confirmation is sent again', async () => {
    const { rows } = await database.query<{ count: string }>('select count(*) from registrations');
    expect(rows).toEqual([{ count: '1000000' }]);
    // Somebody in the middle of the list, who is coming to a session that many others come to as well.
    const {
      rows: [someone],
    } = await database.query<{ first: string; last: string; email: string; company: string; reference: string }>(
      `select r.first_name as first, r.last_name as last, r.email, r.company, r.reference
         from registrations r join sessions s on s.document_id = r.session_document_id
        where r.id > (select min(id) + 500000 from registrations) and r.state = 'confirmed' and s.state = 'published'
        order by r.id limit 1`,
    );
    const { first, last, email, company, reference } = someone!;

    const page = await openAdmin('/plugins/webinars/registrations', {}, STAFF, server.url);
    await page.getByRole('heading', { level: 1, name: 'Registrations' }).waitFor();
    const search = page.getByLabel('Search', { exact: true });
    await search.fill(`${last} ${company}`);
    await page.waitForURL(/search=/);
    await page
      .getByRole('link', { name: `${first} ${last}` })
      .first()
      .waitFor();
    // Several have this name and work there: what they wrote from is theirs alone.
    await search.fill(email);
    await page.waitForURL((url) => url.searchParams.get('search') === email);
    await page
      .getByRole('row', { name: new RegExp(email) })
      .first()
      .waitFor();
    await search.fill(reference);
    await page.getByText('1 registration', { exact: true }).waitFor();
    await page.getByRole('link', { name: `${first} ${last}` }).click();

    await page.getByRole('heading', { level: 1, name: `${first} ${last}` }).waitFor();
    smtp.reset();
    await page.getByRole('button', { name: 'Send confirmation again' }).click();
    await page.getByText(`The mail to ${email} is on its way.`).first().waitFor();
    // At a full hour others of the million are reminded of what they go to.
    const theirs = () => smtp.taken.findIndex(({ to }) => to === email);
    while (theirs() < 0) await smtp.until(smtp.taken.length + 1);
    expect((await smtp.read())[theirs()]!.text).toContain(reference);
    expect(smtp.taken.filter(({ to }) => to === email)).toHaveLength(1);
  });
});
