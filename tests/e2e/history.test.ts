import type { Page } from 'playwright-core';
import supertest from 'supertest';
import { sql } from '../harness/sql';
import { world } from '../harness/world';
import { closeBrowser, DEMO, faultsIn, openAdmin, type Look } from './browser';

afterAll(closeBrowser);

const HISTORY = '/plugins/webinars/history';
// Other journeys look at later days, and what happens there stands above what happens today.
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format();

let session: string;
beforeAll(async () => {
  const [row] = await sql<{ id: string }>(
    `select document_id as id from sessions where state = 'published' and capacity > registration_count order by datetime limit 1`,
  );
  session = row!.id;
  const agent = supertest(world.baseUrl);
  const { body } = await agent.post('/admin/login').send(DEMO);
  const asDemo = (method: 'post' | 'put', path: string, data: object) =>
    agent[method](`/content-manager/collection-types/${path}`)
      .set('Authorization', `Bearer ${body.data.token}`)
      .send(data)
      .expect((answer) => expect(answer.status).toBeLessThan(300));
  for (let more = 0; more < 20; more += 1) {
    await asDemo('put', `api::session.session/${session}`, { capacity: 640 + more });
  }
  const [person] = await sql<{ id: string }>(
    `select document_id as id from registrations where state = 'confirmed' and session_document_id <> $1 limit 1`,
    [session],
  );
  await asDemo('put', `api::registration.registration/${person!.id}`, { state: 'cancelled', company: 'Another Ltd' });
  await asDemo('post', 'api::topic.topic?locale=en', {
    title: 'A topic with a history',
    slug: 'a-topic-with-a-history',
    category: 'strategy',
    difficultyLevel: 'beginner',
    state: 'active',
  });
  await asDemo('put', `api::session.session/${session}`, { meetingPassword: 'open sesame' });
});

const entries = (page: Page, text?: string) => page.locator('main ol > li').filter(text ? { hasText: text } : {});

describe('the history', () => {
  it('shows who changed what, before and after, and keeps what is asked for in the address', async () => {
    const page = await openAdmin(`${HISTORY}?to=${today()}`);
    const changed = entries(page, 'Session changed').filter({ hasText: 'Meeting password' }).first();
    await changed.getByText('Demo Magnetiq').waitFor();
    await changed.getByText('another one now; not shown').waitFor();
    expect(await page.getByText('sesame').count()).toBe(0);

    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Registration changed' }).click();
    await page.waitForURL(/action=registration.changed/);
    await page.reload();
    await entries(page, 'Another Ltd').first().waitFor();
    expect(await entries(page, 'Session changed').count()).toBe(0);

    await page.goto(`/admin${HISTORY}?to=2020-01-01`);
    await page.getByText('Nothing is like that.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await entries(page).nth(19).waitFor();
    await page.getByRole('button', { name: 'Show older' }).click();
    await entries(page).nth(21).waitFor();
  });

  it('tells the story of one session with what came of each change', async () => {
    const page = await openAdmin(`${HISTORY}?session=${session}`);
    await entries(page, 'Number of seats changed').first().waitFor();
    await page.getByRole('checkbox', { name: 'Only of this session' }).click();
    await page.waitForURL((url) => !url.search.includes('session'));
    await entries(page, 'Topic created').first().waitFor();
  });

  it.each([
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'de', width: 420 },
    { theme: 'dark', language: 'de' },
  ] satisfies Look[])('can be read by everybody: $theme, $language', async (look) => {
    const page = await openAdmin(HISTORY, look);
    await entries(page).nth(5).waitFor();
    await page.locator('main details summary').first().click();
    if (process.env.SCREENSHOTS) {
      const width = 'width' in look ? look.width : 'wide';
      await page.screenshot({
        path: `${process.env.SCREENSHOTS}/history-${look.theme}-${look.language}-${width}.png`,
        fullPage: true,
      });
    }
    expect(await faultsIn(page, 'main')).toEqual([]);
  });
});
