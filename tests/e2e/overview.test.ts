import { strapi } from '../harness/world';
import { sql } from '../harness/sql';
import { closeBrowser, faultsIn, LOOKS, openAdmin, strays } from './browser';

afterAll(closeBrowser);

const PAGE = '/plugins/webinars';

const number = (value: number) => value.toLocaleString('en');

/** Somebody who may see the numbers of the programme and nothing else. */
const reader = { email: 'reader@overview.example', password: 'Reader-password-1' };
beforeAll(async () => {
  const role = await strapi.service('admin::role').create({ name: 'Reader of numbers', description: '' });
  await strapi
    .service('admin::role')
    .assignPermissions(role.id, [
      { action: 'plugin::webinars.overview.read', subject: null, properties: {}, conditions: [] },
    ]);
  await strapi
    .service('admin::user')
    .create({ ...reader, firstname: 'Rita', lastname: 'Reader', isActive: true, roles: [role.id] });
});

describe("the programme's page", () => {
  it('shows the numbers of the demo programme', async () => {
    const page = await openAdmin(PAGE);
    await page.getByRole('heading', { level: 1, name: 'Webinars' }).waitFor();
    const [upcoming] = await sql<{ count: number }>(
      `select count(*)::int as count from sessions
        where state in ('published', 'live') and datetime + make_interval(mins => duration) > now() at time zone 'UTC'`,
    );
    await page
      .locator('dl', { hasText: 'Upcoming sessions' })
      .getByText(number(upcoming!.count), { exact: true })
      .waitFor();
    expect(await page.getByRole('region', { name: 'Next sessions' }).getByRole('row').count()).toBe(9);
  });

  it('leads to a session, and from what needs attention to where one does something about it', async () => {
    const page = await openAdmin(PAGE);
    const title = page.getByRole('region', { name: 'Next sessions' }).getByRole('row').nth(1).getByRole('link');
    const name = await title.innerText();
    await title.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await page.getByRole('region', { name: 'Needs attention' }).getByRole('link', { name: 'Decide' }).click();
    await page.waitForURL(/registrations\?.*states=pending_approval/);
    const [waiting] = await sql<{ count: number }>(
      `select count(*)::int as count from registrations where state = 'pending_approval'`,
    );
    await page.getByText(`${number(waiting!.count)} registrations`, { exact: true }).waitFor();
  });

  it('leads from a task to the people and the session that it is about', async () => {
    const page = await openAdmin(PAGE);
    const tasks = page.getByRole('region', { name: 'To do next' });
    const task = tasks.getByRole('listitem').filter({ hasText: 'Decide about registrations' });
    await task.getByRole('link').first().click();
    await page.waitForURL(/states=pending_approval&sessions=\w+/);
    await page.getByRole('heading', { level: 1, name: 'Registrations' }).waitFor();
  });

  it('tells of the period that one chooses, which stays in the address', async () => {
    const page = await openAdmin(PAGE);
    const since = async (days: number) => {
      const [found] = await sql<{ count: number }>(
        `select count(*)::int as count from registrations
          where (registered_at at time zone 'UTC' at time zone 'Europe/Berlin')::date > (now() at time zone 'Europe/Berlin')::date - $1::int`,
        [days],
      );
      return number(found!.count);
    };
    const registrations = page.locator('dl', { hasText: 'Registrations' });
    await registrations.getByText(await since(30), { exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Registrations per day' }).waitFor();
    await page.getByRole('combobox', { name: 'Time' }).click();
    await page.getByRole('option', { name: 'Last 90 days' }).click();
    await page.waitForURL(/period=90/);
    await page.getByRole('heading', { level: 2, name: 'Registrations per week' }).waitFor();
    await registrations.getByText(await since(90), { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Registrations per week' }).waitFor();
    await page.getByRole('combobox', { name: 'Time' }).click();
    await page.getByRole('option', { name: 'Days of my choice' }).click();
    // One's own days begin as those that were shown.
    await page.waitForURL(/period=own&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    await registrations.getByText(await since(90), { exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL(/period=90/);
  });

  it('draws what it says, and shows it as a table to whoever asks', async () => {
    const page = await openAdmin(PAGE);
    const chart = page.getByRole('region', { name: 'Registrations per day' });
    const drawing = chart.getByRole('img', { name: 'Registrations per day' });
    await drawing.waitFor();
    const says = await chart.locator(`[id="${await drawing.getAttribute('aria-describedby')}"]`).innerText();
    const [, total] = /^([\d,]+) registrations/.exec(says)!;
    await chart.getByRole('button', { name: 'Show as table: Registrations per day' }).press('Enter');
    const cells = await chart.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
    expect(cells).toHaveLength(30);
    expect(number(cells.reduce((sum, cell) => sum + Number(cell.replace(/,/g, '')), 0))).toBe(total);
    await chart.getByRole('button', { name: 'Show as chart: Registrations per day' }).click();
    await drawing.waitFor();
  });

  it('names people and money only to those who may read registrations', async () => {
    const [newest] = await sql<{ last: string }>(
      'select last_name as last from registrations order by registered_at desc, id desc limit 1',
    );
    const page = await openAdmin(PAGE);
    await page.getByRole('region', { name: 'Newest registrations' }).getByText(newest!.last).first().waitFor();
    await page.locator('dt', { hasText: 'Revenue' }).waitFor();
    const other = await openAdmin(PAGE, {}, reader);
    const list = other.getByRole('region', { name: 'Newest registrations' });
    await list.getByRole('listitem').first().waitFor();
    await other.getByText('Attendance', { exact: true }).waitFor();
    expect(await list.getByText(newest!.last).count()).toBe(0);
    expect(await other.locator('dt', { hasText: 'Revenue' }).count()).toBe(0);
    expect(await other.getByRole('main').getByRole('link').count()).toBe(0);
  });

  it('checks seats, waitlists and registrations when asked, and remembers', async () => {
    const page = await openAdmin(PAGE);
    await page.getByText('Nobody has checked yet').waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^All is well: [\d,]+ sessions/).waitFor();
    await page.getByText('Seats, waitlists and registrations agree').waitFor();
  });

  it.each(LOOKS)('is usable by all, $theme and in $language', async (look) => {
    const page = await openAdmin(PAGE, { ...look, height: 1600 });
    const german = look.language === 'de';
    await page.getByRole('heading', { level: 1, name: german ? 'Webinare' : 'Webinars' }).waitFor();
    await page
      .getByRole('heading', { level: 2, name: german ? 'Neueste Anmeldungen' : 'Newest registrations' })
      .waitFor();
    await page.getByRole('img').first().waitFor();
    expect(await faultsIn(page, 'main')).toEqual([]);
    // Its name changes as it is pressed.
    const tables = page.getByRole('button', { name: german ? /^Als Tabelle/ : /^Show as table/ });
    for (let left = await tables.count(); left > 0; left -= 1) await tables.first().click();
    expect(await faultsIn(page, 'main')).toEqual([]);
  });

  it('is usable on a phone: nothing lies beside the screen', async () => {
    const page = await openAdmin(PAGE, { width: 390, height: 844 });
    await page.getByRole('img').first().waitFor();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });

  it('says so when the numbers cannot be read, and tries again when asked', async () => {
    const page = await openAdmin('/');
    await page.route('**/webinars-admin/overview?*', (route) => route.fulfill({ status: 503, json: { error: {} } }));
    await page.goto(`/admin${PAGE}`);
    await page.getByText('The numbers could not be read.').waitFor();
    await page.unroute('**/webinars-admin/overview?*');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('region', { name: 'Next sessions' }).waitFor();
  });

  it('keeps its other parts where one cannot be read', async () => {
    const page = await openAdmin('/');
    await page.route('**/webinars-admin/overview/period*', (route) =>
      route.fulfill({ status: 503, json: { error: {} } }),
    );
    await page.goto(`/admin${PAGE}`);
    await page.getByRole('region', { name: 'Next sessions' }).waitFor();
    await page.getByRole('region', { name: 'Newest registrations' }).waitFor();
    await page.unroute('**/webinars-admin/overview/period*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 2, name: 'Registrations per day' }).waitFor();
  });
});

describe("the people of a session's page", () => {
  const held = async () => {
    const [session] = await sql<{ id: string; attended: number }>(
      `select document_id as id, attendance_count as attended from sessions where state = 'completed' order by registration_count desc, id limit 1`,
    );
    return session!;
  };

  it('are counted, told by where they come from, and lead to the list of those who are meant', async () => {
    const { id, attended } = await held();
    const page = await openAdmin(`${PAGE}/sessions/${id}?tab=people`);
    await page.getByRole('region', { name: 'Industries' }).getByText('Manufacturing').waitFor();
    const states = page.getByRole('region', { name: 'Who is registered' });
    await states
      .getByRole('listitem')
      .filter({ hasText: 'Attended' })
      .getByRole('link', { name: number(attended) })
      .click();
    await page.waitForURL(new RegExp(`sessions=${id}&states=attended`));
    await page.getByText(`${number(attended)} registrations`, { exact: true }).waitFor();
  });

  it.each(LOOKS)('are readable by all, $theme and in $language', async (look) => {
    const { id } = await held();
    const page = await openAdmin(`${PAGE}/sessions/${id}?tab=people`, { ...look, height: 1600 });
    await page
      .getByRole('heading', { level: 2, name: look.language === 'de' ? 'Was zuletzt geschah' : 'What happened last' })
      .waitFor();
    expect(await faultsIn(page, 'main')).toEqual([]);
  });
});

describe('the admin', () => {
  it('asks no other server for anything', () => {
    expect(strays).toEqual([]);
  });
});
