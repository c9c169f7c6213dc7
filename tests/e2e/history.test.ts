import { sql } from '../harness/sql';
import { world } from '../harness/world';
import { closeBrowser, DEMO, faultsIn, openAdmin, type Look } from './browser';
import supertest from 'supertest';

afterAll(closeBrowser);

const HISTORY = '/plugins/webinars/history';

let session: string;
beforeAll(async () => {
  const [row] = await sql<{ id: string }>(
    `select document_id as id from sessions where state = 'published' and capacity > registration_count order by datetime limit 1`,
  );
  session = row!.id;
  const agent = supertest(world.baseUrl);
  const { body } = await agent.post('/admin/login').send(DEMO);
  const asDemo = (path: string) => agent.put(path).set('Authorization', `Bearer ${body.data.token}`);
  const path = `/content-manager/collection-types/api::session.session/${session}`;
  await asDemo(path).send({ capacity: 640, meetingPassword: 'open sesame' }).expect(200);
  const [person] = await sql<{ id: string }>(
    `select document_id as id from registrations where state = 'confirmed' and session_document_id <> $1 limit 1`,
    [session],
  );
  await asDemo(`/content-manager/collection-types/api::registration.registration/${person!.id}`)
    .send({ state: 'cancelled', company: 'Another Ltd' })
    .expect(200);
});

describe('the history', () => {
  it('shows who changed what, before and after, and keeps what is asked for in the address', async () => {
    const page = await openAdmin(HISTORY);
    const changed = page.getByRole('listitem').filter({ hasText: 'Session changed' }).first();
    await changed.getByText('Demo Administrator').or(changed.getByText(/Demo/)).first().waitFor();
    await changed.getByText('640').waitFor();
    await changed.getByText('Number of seats changed').waitFor();
    expect(await page.getByText('sesame').count()).toBe(0);
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Topic created' }).click();
    await page.waitForURL(/action=topic.created/);
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: 'Topic created' }).first().waitFor();
    expect(await page.getByText('Session changed').count()).toBe(0);
    await page.getByLabel('To').fill('2020-01-01');
    await page.getByText('Nothing is like that.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.getByRole('button', { name: 'Show older' }).click();
    await page.getByRole('listitem').nth(25).waitFor();
  });

  it.each([
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'de', width: 420 },
    { theme: 'dark', language: 'de' },
  ] satisfies Look[])('can be read by everybody: $theme, $language', async (look) => {
    const page = await openAdmin(HISTORY, look);
    await page.getByRole('listitem').nth(5).waitFor();
    await page.locator('main details summary').first().click();
    if (process.env.SCREENSHOTS) {
      await page.screenshot({
        path: `${process.env.SCREENSHOTS}/history-${look.theme}-${look.language}-${'width' in look ? look.width : 'wide'}.png`,
        fullPage: true,
      });
    }
    expect(await faultsIn(page, 'main')).toEqual([]);
  });
});
