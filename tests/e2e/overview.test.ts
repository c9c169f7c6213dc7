import { sql } from '../harness/sql';
import { closeBrowser, faultsIn, openAdmin, strays } from './browser';

afterAll(closeBrowser);

const PAGE = '/plugins/webinars';

describe("the programme's page", () => {
  it('shows the numbers of the demo programme', async () => {
    const page = await openAdmin(PAGE);
    await page.getByRole('heading', { level: 1, name: 'Webinars' }).waitFor();
    const [upcoming] = await sql<{ count: string }>(
      `select count(*) from sessions
        where state in ('published', 'live') and datetime + make_interval(mins => duration) > now() at time zone 'UTC'`,
    );
    await page.locator('dl', { hasText: 'Upcoming sessions' }).getByText(upcoming!.count, { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Next sessions' }).getByRole('row').count()).toBe(9);
  });

  it('leads to a session in the Content Manager', async () => {
    const page = await openAdmin(PAGE);
    const link = page.getByRole('region', { name: 'Next sessions' }).getByRole('link').nth(2);
    await link.click();
    await page.waitForURL(/content-manager\/collection-types\/api::session\.session\/[a-z0-9]+/);
    await page.getByRole('button', { name: 'Save' }).waitFor();
  });

  it('checks seats, waitlists and registrations when asked, and remembers', async () => {
    const page = await openAdmin(PAGE);
    await page.getByText('Nobody has checked yet').waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^All is well: \d+ sessions/).waitFor();
    await page.getByText('Seats, waitlists and registrations agree').waitFor();
  });

  it.each([
    { theme: 'light', language: 'en', title: 'Webinars' },
    { theme: 'dark', language: 'de', title: 'Webinare' },
  ] as const)('is usable by all, $theme and in $language', async ({ theme, language, title }) => {
    const page = await openAdmin(PAGE, { theme, language, height: 1600 });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await faultsIn(page, 'main')).toEqual([]);
  });

  it('says so when the numbers cannot be read, and tries again when asked', async () => {
    const page = await openAdmin('/');
    await page.route('**/webinars-admin/overview*', (route) => route.fulfill({ status: 503, json: { error: {} } }));
    await page.goto(`/admin${PAGE}`);
    await page.getByText('The numbers could not be read.').waitFor();
    await page.unroute('**/webinars-admin/overview*');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('region', { name: 'Next sessions' }).waitFor();
  });
});

describe('the admin', () => {
  it('asks no other server for anything', () => {
    expect(strays).toEqual([]);
  });
});
