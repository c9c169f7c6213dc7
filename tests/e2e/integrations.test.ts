import type { Page } from 'playwright-core';
import { aForm, aSession, aTopic } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app, odoo, strapi } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin, type Look } from './browser';

// What goes wrong here is asked of the fake; a real Odoo has a suite of its own.
const fake = odoo.fake!;

const PAGE = '/plugins/webinars/integrations';
const MANAGER = '/content-manager/collection-types';

type Session = Awaited<ReturnType<typeof aSession>>;
type Person = { documentId: string; reference: string };

const join = async ({ slug }: Session, fields: Record<string, unknown> = {}): Promise<Person> => {
  const { status, body } = await request
    .post(`/api/webinars/sessions/${slug}/registrations`)
    .send({ data: aForm(fields) });
  expect(status).toBe(201);
  const [row] = await sql<{ documentId: string }>(
    `select document_id as "documentId" from registrations where reference = $1`,
    [body.data.reference],
  );
  return { documentId: row!.documentId, reference: body.data.reference };
};

const send = () => app.partners.sendDue();

const attendeeOf = async ({ reference }: Person) =>
  (
    await odoo.staff<{ id: number }[]>('event.registration', 'search_read', {
      domain: [['barcode', '=', reference]],
      fields: ['barcode'],
    })
  )[0];

const openPage = async (look: Look = {}): Promise<Page> => {
  const page = await openAdmin(PAGE, look);
  await page.locator('main h1').waitFor();
  return page;
};

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Asks for a comparison, does it, and waits until the page tells what it found. */
const reconcile = async (page: Page, found: RegExp): Promise<void> => {
  await region(page, 'Reconciliation').getByRole('button', { name: 'Reconcile now' }).click();
  await region(page, 'Reconciliation').getByText('Comparing what is here with what is there').first().waitFor();
  await drainJobs();
  await region(page, 'Reconciliation').getByText(found).waitFor();
};

/** Waits until what is called so has the focus: it comes there once all that changed is read, which may be after what one sees of it. */
const untilFocused = (page: Page, name: string) =>
  page.waitForFunction(
    (expected) =>
      [document.activeElement?.getAttribute('aria-label'), document.activeElement?.textContent].includes(expected),
    name,
  );

let session: Session;
let ada: Person;

beforeAll(async () => {
  await fake.reset();
  // The programme's products are of another Odoo.
  await sql('update topics set odoo_product_id = null');
  // The demo programme was filled in after the books were begun.
  await app.partners.begin();
  await app.partners.takeAlong();
  session = await aSession({ topic: (await aTopic({ title: 'Journeys of Data' })).documentId });
  ada = await join(session, { firstName: 'Ada', lastName: 'Journey', email: 'ada@odoo-journey.example' });
  await send();
});

afterAll(async () => {
  await fake.reset();
  await closeBrowser();
});

describe('the page of integrations', () => {
  it('says that Odoo is on, what is in step, and what a test call finds', async () => {
    const page = await openPage();
    await region(page, 'Odoo').getByText('On', { exact: true }).waitFor();
    const [counted] = await sql<{ count: string }>(
      `select count(*) from webinars_links where kind = 'attendee' and state = 'done'`,
    );
    expect(Number(counted!.count)).toBeGreaterThan(0);
    await region(page, 'What waits, and what is in step')
      .getByRole('row', { name: /^Attendees/ })
      .getByText(Number(counted!.count).toLocaleString('en'), { exact: true })
      .waitFor();

    const button = page.getByRole('button', { name: 'Test the connection' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Odoo 19\.0 answered; we are webinar-sync there\./)
      .waitFor();
    await region(page, 'Odoo').getByText(fake.url, { exact: true }).waitFor();
  });

  it('warns weeks before the key expires', async () => {
    fake.setKeyExpiry(new Date(Date.now() + 10.5 * 24 * 60 * 60 * 1000));
    const page = await openPage();
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await page.getByText(/^The key expires in 10 days, on /).waitFor();
    fake.setKeyExpiry(null);
  });

  it('says why work has stopped, keeps it, and goes on after a test that succeeds', async () => {
    fake.expireKey();
    const late = await join(session);
    await send();
    const page = await openPage();
    await region(page, 'Odoo').getByText('Stopped', { exact: true }).waitFor();
    await page.getByText('Odoo does not accept our key: it is wrong, has expired or was withdrawn.').waitFor();
    await page.getByText('In Odoo’s own words: Invalid apikey').waitFor();
    fake.setKeyExpiry(null);
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await region(page, 'Odoo').getByText('On', { exact: true }).waitFor();
    await send();
    expect(await attendeeOf(late)).toBeDefined();
  });

  it('says that Odoo does not answer, and when it is tried again', async () => {
    await fake.goDown();
    const late = await join(session);
    await send();
    const page = await openPage();
    await region(page, 'Odoo').getByText('Paused', { exact: true }).waitFor();
    await page.getByText('Odoo cannot be reached, or does not answer in time.').waitFor();
    await page.getByText(/^The next try is at /).waitFor();
    await fake.comeUp();
    await page.getByRole('button', { name: 'Test the connection' }).click();
    await region(page, 'Odoo').getByText('On', { exact: true }).waitFor();
    await send();
    expect(await attendeeOf(late)).toBeDefined();
  });

  it('lists what Odoo did not take, in plain words and its own, and sends it again from the keyboard', async () => {
    const refused = await aSession({ topic: (await aTopic({ title: 'A Refused Session' })).documentId });
    const message = 'The <b>zone</b> is unknown here.';
    // Refused once, names are looked for again, and it is sent a second time.
    fake.fault({ model: 'event.event', method: 'load', status: 422, message, times: 2 });
    await send();
    const page = await openPage();
    const failures = region(page, 'What Odoo did not take');
    const row = failures.getByRole('row', { name: /A Refused Session/ });
    await row.getByText(/^Odoo does not accept what was sent\./).waitFor();
    // Their words are text, whatever they look like.
    await row.getByText('In Odoo’s own words: The <b>zone</b> is unknown here.').waitFor();

    // A table is one stop of the tabulator; the arrows go on from cell to cell.
    await failures.getByRole('button', { name: 'Send all again' }).focus();
    await page.keyboard.press('Tab');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    const dialog = page.getByRole('alertdialog', { name: 'Send it again?' });
    await dialog.getByText(/“A Refused Session” is sent to Odoo again/).waitFor();
    await dialog.locator(':focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('1 record is sent again.').first().waitFor();
    await send();
    await failures.getByText('Odoo took all that was sent.').waitFor();
    await untilFocused(page, 'What Odoo did not take');
    const [link] = await sql<{ state: string }>('select state from webinars_links where record = $1', [
      refused.documentId,
    ]);
    expect(link!.state).toBe('done');
  });

  it('compares on request, shows both values, and repairs one difference or all', async () => {
    const page = await openPage();
    await reconcile(page, /^No difference in \d/);

    const [link] = await sql<{ id: string }>(
      `select remote_id as id from webinars_links where kind = 'event' and record = $1`,
      [session.documentId],
    );
    await odoo.staff('event.event', 'write', { ids: [Number(link!.id)], vals: { name: 'By hand' } });
    await odoo.staff('event.registration', 'unlink', { ids: [(await attendeeOf(ada))!.id] });
    await reconcile(page, /^2 differences in \d/);
    await untilFocused(page, 'Reconciliation');

    const report = region(page, 'Reconciliation');
    const changed = report.getByRole('row', { name: /Journeys of Data Event/ });
    await changed.getByText('Somebody changed in Odoo what is kept here:').waitFor();
    await changed.getByText('here: Journeys of Data · in Odoo: By hand').waitFor();
    const there = changed.getByRole('link', { name: /^Open in Odoo.*opens in a new window/ });
    expect(await there.getAttribute('href')).toContain(odoo.url);
    expect(await there.getAttribute('target')).toBe('_blank');
    await report
      .getByRole('row', { name: /Ada Journey/ })
      .getByText('Somebody deleted it in Odoo.')
      .waitFor();

    await changed.getByRole('button', { name: 'Repair: Journeys of Data' }).click();
    const one = page.getByRole('alertdialog', { name: 'Repair this?' });
    await one.getByText(/overwritten with what stands here: Name\./).waitFor();
    await one.getByRole('button', { name: 'Repair', exact: true }).click();
    await page
      .getByText(/^1 record goes to Odoo again\./)
      .first()
      .waitFor();

    await report.getByRole('button', { name: 'Repair all' }).click();
    const all = page.getByRole('alertdialog', { name: 'Repair all differences?' });
    await all.getByText(/what is missing in Odoo or was deleted there is made anew/).waitFor();
    // That the first goes there again may still be told, or no more.
    const repaired = page.waitForResponse((answer) => answer.url().endsWith('/repair'));
    await all.getByRole('button', { name: 'Repair all' }).click();
    expect(await (await repaired).json()).toMatchObject({ data: { queued: 1 } });
    await send();
    await reconcile(page, /^No difference in \d/);
    expect(await attendeeOf(ada)).toBeDefined();
    const [event] = fake.records('event.event').filter(({ id }) => id === Number(link!.id));
    expect(event!.name).toBe('Journeys of Data');
  });

  it('shows the calls it would make, and makes none', async () => {
    await join(session, { lastName: 'Rehearsed' });
    const before = fake.records('event.registration').length;
    const page = await openPage();
    const dryRun = region(page, 'Dry run');
    await dryRun.getByRole('button', { name: 'Show what would be sent' }).click();
    await dryRun
      .getByRole('status')
      .getByText(/^Nothing was sent\. /)
      .waitFor();
    const call = dryRun.getByRole('button', { name: /^event\.registration\/create · Attendees · writes 1 record/ });
    expect(await call.getAttribute('aria-expanded')).toBe('false');
    await call.click();
    await dryRun
      .getByRole('region', { name: 'What event.registration/create would say' })
      .getByText('vals_list')
      .waitFor();
    expect(fake.records('event.registration')).toHaveLength(before);
    await send();
  });

  it('says what is missing where Odoo is off, and offers nothing that needs it', async () => {
    const page = await openAdmin('/');
    const [card] = await app.partners.cards();
    const off = { ...card, state: 'off', missing: ['ODOO_URL', 'ODOO_API_KEY'], address: null, check: null, queue: [] };
    await page.route('**/webinars-admin/partners', (route) => route.fulfill({ json: { data: [off], meta: {} } }));
    await page.goto(`/admin${PAGE}`);
    await page.getByText('Odoo is not connected').waitFor();
    await page.getByText('ODOO_API_KEY', { exact: true }).waitFor();
    await page.getByText('docs/odoo.md', { exact: true }).waitFor();
    expect(await page.locator('main').getByRole('region').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Test the connection' }).count()).toBe(0);
  });
});

describe('what Odoo gets', () => {
  const SETTINGS = `${PAGE}/odoo`;
  const kept = async () =>
    JSON.parse(
      (
        await sql<{ value: string }>(`select value from strapi_core_store_settings where key = 'plugin_webinars_odoo'`)
      )[0]!.value,
    );

  it('is decided with rules that are added, moved by keyboard and saved', async () => {
    const page = await openAdmin(SETTINGS);
    const rules = region(page, 'When a lead is made');
    await rules.getByRole('button', { name: 'Add a rule' }).click();
    // The new rule's name has the focus.
    await rules.locator('input:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Asked us');
    const rule = rules.getByRole('group', { name: '2. Asked us' });
    await rule.getByRole('combobox', { name: 'When' }).click();
    await page.getByRole('option', { name: 'A consultation was asked for' }).click();
    await rule.getByRole('textbox', { name: 'Tags' }).fill('Hot, Berlin,');
    await rule.getByRole('button', { name: 'Move “Asked us” up' }).focus();
    await page.keyboard.press('Enter');
    await rules.getByRole('group', { name: '1. Asked us' }).waitFor();
    await rules.getByText('Asked us is now entry 1 of 2.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. What is sent from now on follows these settings.').first().waitFor();
    expect((await kept()).rules).toMatchObject([
      { name: 'Asked us', trigger: 'consultation', tags: ['Hot', 'Berlin'], isActive: true },
      { id: 'registered' },
    ]);
  });

  it('marks what is not valid, and saves nothing of it', async () => {
    const page = await openAdmin(SETTINGS);
    await page.getByLabel('Source', { exact: false }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is not valid. Correct it.').waitFor();
    expect((await kept()).source).toBe('Webinar');
  });

  it('keeps what one entered when somebody else was faster, and asks before it is left unsaved', async () => {
    const page = await openAdmin(SETTINGS);
    const medium = page.locator('input[name=medium]');
    await medium.fill('Mine');
    const current = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...current, medium: 'Theirs' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else has changed these settings meanwhile. Nothing was saved.').waitFor();
    expect(await medium.inputValue()).toBe('Mine');
    await page.getByRole('link', { name: 'Mails', exact: true }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Save mine in their place' }).click();
    await page.getByText('Saved. What is sent from now on follows these settings.').first().waitFor();
    expect((await kept()).medium).toBe('Mine');
  });
});

describe('beside the Content Manager’s forms', () => {
  it('a session and a registration say what is in Odoo, with a way there', async () => {
    const page = await openAdmin(`${MANAGER}/api::session.session/${session.documentId}`);
    await page.getByRole('heading', { name: 'In Odoo' }).waitFor();
    const there = page.getByRole('link', { name: /^Open in Odoo.*Event \(opens in a new window\)/ });
    expect(await there.getAttribute('href')).toContain(odoo.url);
    await page.getByText('Its registrations').waitFor();
    await page.goto(`/admin${MANAGER}/api::registration.registration/${ada.documentId}`);
    await page.getByRole('link', { name: /^Open in Odoo.*Attendee/ }).waitFor();
    await page.getByRole('link', { name: /^Open in Odoo.*Lead/ }).waitFor();
  });

  it('say nothing to those who may not see it, and the page opens for none of them', async () => {
    const editor = await strapi.service('admin::role').findOne({ code: 'strapi-editor' });
    const person = { email: 'editor@odoo-journey.example', password: 'Editor-password-1' };
    await strapi
      .service('admin::user')
      .create({ ...person, firstname: 'Edith', lastname: 'Editor', isActive: true, roles: [editor.id] });
    const page = await openAdmin(PAGE, {}, person);
    await page.getByText("You don't have the permissions to access that content").waitFor();
    await page.goto(`/admin${MANAGER}/api::session.session/${session.documentId}`);
    await page.locator('input[name=capacity]').waitFor();
    expect(await page.getByRole('heading', { name: 'In Odoo' }).count()).toBe(0);
  });
});

describe('our pages of integrations', () => {
  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    // Something of everything there is to show.
    fake.fault({ model: 'event.event', method: 'load', status: 422, message: 'Not like this.', times: 2 });
    await aSession({ topic: (await aTopic()).documentId });
    await send();
    await odoo.staff('event.registration', 'unlink', { ids: [(await attendeeOf(await joined()))!.id] });
    await app.partners.reconcile({ partner: 'odoo' });
    const page = await openAdmin(PAGE, { ...look, height: 2000 });
    for (const path of ['', '/odoo']) {
      await follow(page, `${PAGE}${path}`);
      await page.locator('main[aria-busy="false"] h1').waitFor();
      if (path === '') await page.locator('main table').nth(2).waitFor();
      // A text that was not given its values shows their names.
      expect(await page.locator('main').innerText()).not.toMatch(/\{\w+\}/);
      expect({ path, faults: await faultsIn(page, 'main') }).toEqual({ path, faults: [] });
    }
  });

  const joined = async (): Promise<Person> => {
    const person = await join(session);
    await send();
    return person;
  };
});
