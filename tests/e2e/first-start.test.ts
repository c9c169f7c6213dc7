import { startServer, stopAllServers } from '../harness/servers';
import { world } from '../harness/world';
import { closeBrowser, openInstance, openPage } from './browser';

const DAY = 86_400_000;
const MANAGER = '/admin/content-manager/collection-types';

afterAll(async () => {
  await closeBrowser();
  await stopAllServers();
});

describe('from the first start to a published session', () => {
  it('somebody gets by the browser alone, and visitors find it', async () => {
    const server = await startServer({ databaseUrl: await world.freshDatabase() });
    const page = await openInstance(server.url);
    const save = async () => {
      const saved = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().includes('/collection-types/api::'),
      );
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      expect((await saved).status()).toBe(201);
    };
    const choose = async (field: RegExp, option: RegExp, typed?: string) => {
      await page.getByRole('combobox', { name: field }).first().click();
      if (typed) await page.keyboard.type(typed);
      await page.getByRole('option', { name: option }).first().click();
    };

    // Whoever comes first to an instance nobody has an account at, makes one.
    await page.goto('/admin');
    await page.waitForURL(/register-admin/);
    await page.locator('input[name=firstname]').fill('Frida');
    await page.locator('input[name=lastname]').fill('First');
    await page.locator('input[name=email]').fill('frida@journey.example');
    await page.locator('input[name=password]').fill('Frida-password-1');
    await page.locator('input[name=confirmPassword]').fill('Frida-password-1');
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));

    await page.goto(`${MANAGER}/api::topic.topic/create?plugins[i18n][locale]=en`);
    await page.locator('input[name=title]').fill('Our Very First Topic');
    await choose(/^State/, /^Active$/);
    await save();

    await page.goto(`${MANAGER}/api::speaker.speaker/create?plugins[i18n][locale]=en`);
    await page.locator('input[name=firstName]').fill('Vera');
    await page.locator('input[name=lastName]').fill('Veryfirst');
    await page.locator('input[name=email]').fill('vera@journey.example');
    await save();

    await page.goto('/admin/plugins/webinars/sessions');
    await page.getByRole('link', { name: 'Plan a session' }).first().click();
    await page.locator('input[name=capacity]').waitFor();
    await choose(/^Topic/, /Our Very First Topic/, 'Our Very');
    await choose(/^Speaker/, /Veryfirst/, 'Veryfirst');
    await page.locator('input[name=capacity]').fill('25');
    const day = new Date(Date.now() + 20 * DAY);
    const start = page.getByRole('combobox', { name: 'Choose date' }).first();
    await start.fill(
      `${String(day.getUTCMonth() + 1).padStart(2, '0')}/${String(day.getUTCDate()).padStart(2, '0')}/${day.getUTCFullYear()}`,
    );
    await start.press('Enter');
    await save();
    await page.getByRole('link', { name: 'Page of this session' }).waitFor();

    await page.goto('/admin/plugins/webinars/sessions?search=Very+First');
    await page.getByRole('button', { name: 'Actions for “Our Very First Topic”' }).click();
    await page.getByRole('menuitem', { name: 'Publish …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It has no meeting address', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('The session is published. Visitors find it now.').first().waitFor();
    await page.getByRole('grid').getByText('Published', { exact: true }).waitFor();

    const { body } = await server.request.get('/api/webinars/catalog');
    expect(body.data).toMatchObject([{ title: 'Our Very First Topic' }]);
    const visitor = await openPage(`/webinars/${body.data[0].slug}`, {}, server.url);
    await visitor.getByRole('heading', { level: 1, name: 'Our Very First Topic' }).waitFor();
    await visitor.getByText('Vera Veryfirst').first().waitFor();
    await visitor.getByText('25 seats are left.').waitFor();
  });
});
