import type { Page } from 'playwright-core';
import { aForm } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app, smtp } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin } from './browser';

afterAll(closeBrowser);

const BASE = '/plugins/webinars';

type Session = { documentId: string; slug: string };

/** A session of the demo programme with seats left, and somebody in it. */
const anOpenSession = async (): Promise<Session> => {
  const [session] = await sql<Session>(
    `select document_id as "documentId", slug from sessions
      where state = 'published' and price = 0 and not requires_approval and waitlist_count = 0
        and capacity > registration_count + 20 and datetime > now() at time zone 'UTC' + interval '9 days'
        and coalesce(registration_opens_at, datetime - interval '1 year') < now() at time zone 'UTC'
        and coalesce(registration_closes_at, datetime) > now() at time zone 'UTC'
      order by datetime limit 1`,
  );
  return session!;
};

const join = async ({ slug }: Session, fields: Record<string, unknown>): Promise<string> => {
  const answer = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm(fields) });
  expect(answer.status).toBe(201);
  return answer.body.data.reference as string;
};

const deliver = () => app.mail.delivery.deliverDue();

const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

let session: Session;
beforeAll(async () => {
  session = await anOpenSession();
  await deliver();
  await join(session, { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@journey.example' });
  await deliver();
  smtp.refuseRecipients(({ to }) =>
    to === 'gone@journey.example' ? { code: 550, words: '5.1.1 There is no such mailbox' } : null,
  );
  await join(session, { firstName: 'Gustav', lastName: 'Gone', email: 'gone@journey.example' });
  await deliver();
  smtp.reset();
});

describe('the mailbox', () => {
  it('finds a mail by its recipient, keeps the filter in the address, and opens it as it was sent', async () => {
    const page = await openAdmin(`${BASE}/mails`);
    await titled(page, 'Mails');
    await page.getByLabel('Address begins with').fill('ada@journey');
    await page.waitForURL(/recipient=ada%40journey/);
    await page.reload();
    await page
      .getByRole('row', { name: /Ada Lovelace/ })
      .getByRole('link')
      .click();
    await page.getByRole('region', { name: 'Envelope' }).getByText('ada@journey.example').waitFor();
    const frame = page.locator('iframe[title="The mail as sent"]');
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await frame.getAttribute('srcdoc')).toContain('Ada');
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await page.getByRole('region', { name: 'Plain text' }).getByText('Ada').first().waitFor();
    await page.getByRole('tab', { name: 'Calendar' }).click();
    await page.getByText('METHOD:REQUEST').waitFor();
  });

  it('sends a failed mail again once its address works again', async () => {
    const page = await openAdmin(`${BASE}/mails?recipient=gone@journey`);
    const row = page.getByRole('row', { name: /Gustav Gone/ });
    await row.getByText('Failed').waitFor();
    await row.getByRole('link').click();
    await page.getByText('There is no such mailbox').first().waitFor();
    await page.getByRole('button', { name: 'The address works again' }).click();
    await page.getByText('gone@journey.example gets all mails again.').waitFor();
    await page.getByRole('link', { name: 'All mails' }).click();
    await page.getByLabel('Address begins with').fill('gone@journey');
    await page
      .getByRole('row', { name: /Gustav Gone/ })
      .getByRole('checkbox')
      .click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('1 mail goes out again.').waitFor();
    await deliver();
    expect(smtp.taken.map(({ to }) => to)).toContain('gone@journey.example');
  });
});

describe('a template', () => {
  const PATH = `${BASE}/templates/waitlisted/en`;

  it('is edited with its preview beside it, refused with the place of its fault, and saved', async () => {
    const page = await openAdmin(`${BASE}/templates`);
    await page.getByRole('link', { name: /^On the waitlist, English: / }).click();
    const subject = page.locator('input[name=subject]');
    const shown = page.locator('[data-preview-subject]');
    await shown.waitFor();
    await subject.fill('You are next, {{ recipient.firstName }}');
    await page.locator('[data-preview-subject]:has-text("You are next, ")').waitFor();
    expect(await shown.textContent()).not.toContain('{{');

    const body = page.locator('textarea[name=body]');
    const good = await body.inputValue();
    await body.fill(`Hello,\n\n{{ nobody }}\n\n${good}`);
    await page.getByText('Line 3, column 4: There is no variable “nobody”.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Not saved: the text has faults.').first().waitFor();
    await body.fill(good);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. The next mails go out with this text.').first().waitFor();
    const [kept] = await sql<{ subject: string }>(
      `select subject from webinars_mail_templates where kind = 'waitlisted' and locale = 'en'`,
    );
    expect(kept!.subject).toBe('You are next, {{ recipient.firstName }}');
  });

  it('takes a variable where the cursor is, and asks before it is left unsaved', async () => {
    const page = await openAdmin(PATH);
    const body = page.locator('textarea[name=body]');
    await body.fill('Dear !');
    await body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
    await page.getByLabel('Search', { exact: true }).fill('recipient.firstName');
    await page.getByRole('button', { name: 'Insert recipient.firstName' }).click();
    expect(await body.inputValue()).toBe('Dear {{ recipient.firstName }}!');
    await page.getByRole('link', { name: 'German', exact: true }).click();
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(await body.inputValue()).toBe('Dear {{ recipient.firstName }}!');
    await page.getByRole('link', { name: 'German', exact: true }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.waitForURL(/waitlisted\/de/);
  });

  it('is shown with somebody’s own registration, and sent as a test', async () => {
    const reference = await join(session, { firstName: 'Mary', lastName: 'Shelley', email: 'mary@journey.example' });
    const page = await openAdmin(`${BASE}/templates/confirmation/en`);
    // The list opens as somebody types, key by key.
    await page.getByRole('combobox', { name: 'Whose data' }).pressSequentially(reference);
    await page.getByRole('option', { name: /Mary Shelley/ }).click();
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await page.getByRole('region', { name: 'Plain text' }).getByText('Mary').first().waitFor();
    await page.getByLabel('Test to').fill('me@journey.example');
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText('The test is on its way to me@journey.example.').waitFor();
    expect(smtp.taken.map(({ to }) => to)).toContain('me@journey.example');
  });

  it('keeps what one wrote when somebody else was faster', async () => {
    const page = await openAdmin(PATH);
    const subject = page.locator('input[name=subject]');
    await subject.fill('Mine');
    await sql(`update webinars_mail_templates set subject = 'Theirs' where kind = 'waitlisted' and locale = 'en'`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('nothing was saved').first().waitFor();
    expect(await subject.inputValue()).toBe('Mine');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('dialog').getByText('Theirs').waitFor();
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Save mine in its place' }).click();
    await page.getByText('Saved. The next mails go out with this text.').first().waitFor();
  });

  it('goes back to the text of the release when asked twice', async () => {
    const page = await openAdmin(PATH);
    await page.getByRole('button', { name: 'Back to the release’s text' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Back to the release’s text' }).click();
    await page.getByText('The template follows the release again.').waitFor();
    expect(await sql(`select from webinars_mail_templates where kind = 'waitlisted' and locale = 'en'`)).toEqual([]);
  });
});

describe('the settings of mail', () => {
  const KEY = 'plugin_webinars_mail';
  const kept = async () =>
    (await sql<{ value: string }>('select value from strapi_core_store_settings where key = $1', [KEY]))[0]!.value;
  let before: string;
  beforeAll(async () => {
    before = await kept();
  });
  // Another rule would be on every session's run sheet, at which other journeys look.
  afterAll(() => sql('update strapi_core_store_settings set value = $1 where key = $2', [before, KEY]));

  it('are saved with a rule added, and a faulty entry is marked', async () => {
    const page = await openAdmin(`${BASE}/mail-settings`);
    await page.getByLabel('Website', { exact: true }).fill('nowhere');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is not valid.').waitFor();
    await page.getByLabel('Website', { exact: true }).fill('https://journey.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. The next mails follow these settings.').first().waitFor();
    await page.getByRole('navigation', { name: 'Sections of the settings' }).getByText('Reminders').click();
    const rules = page.getByRole('region', { name: 'Reminder plan' });
    await rules.getByRole('group').first().waitFor();
    const rulesBefore = await rules.getByRole('group').count();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    expect(await rules.getByRole('group').count()).toBe(rulesBefore + 1);
    // That the first was saved may still be told.
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await saved).status()).toBe(200);
    await page.getByText('Saved. The next mails follow these settings.').first().waitFor();
    await page.getByRole('button', { name: 'Save', disabled: true }).waitFor();
    const settings = JSON.parse(await kept());
    expect(settings).toMatchObject({ brand: { website: 'https://journey.example' } });
    expect(settings.reminders).toHaveLength(rulesBefore + 1);
  });
});

describe('a message', () => {
  it('is counted before it is sent, and its way is watched', async () => {
    const page = await openAdmin(`/content-manager/collection-types/api::session.session/${session.documentId}`);
    await page.getByRole('link', { name: 'Write to registrants' }).click();
    await page.getByText(/of \d+ registrants? gets? it|of \d+ registrants get it/).waitFor();
    await page.getByLabel('Subject, English').fill('The slides');
    await page.getByLabel('Text, English').fill('Here they are.');
    await page.locator('[data-preview-subject]:has-text("The slides")').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Send to \d+ people$/ })
      .click();
    await page.waitForURL(/messages\/\d+$/);
    await page.getByText('Being written').waitFor();
    await drainJobs();
    await page.getByText('Being sent').waitFor();
    smtp.reset();
    await deliver();
    await page.getByText('Done', { exact: true }).waitFor();
    expect((await smtp.read()).map(({ subject }) => subject)).toContain('The slides');
  });
});

describe('beside the Content Manager’s forms', () => {
  it('a registration has its mails, and a session how its mail stands', async () => {
    const [row] = await sql<{ documentId: string }>(
      `select document_id as "documentId" from registrations where email = 'ada@journey.example'`,
    );
    const page = await openAdmin(`/content-manager/collection-types/api::registration.registration/${row!.documentId}`);
    await page.getByRole('link', { name: 'Confirmation', exact: true }).waitFor();
    await page.goto(`/admin/content-manager/collection-types/api::session.session/${session.documentId}`);
    await page.getByText('Reminder, a week before').waitFor();
  });
});

describe('our pages of mail', () => {
  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    const [mail] = await sql<{ id: string }>('select id::text from webinars_mails order by id limit 1');
    const [message] = await sql<{ id: string }>('select id::text from webinars_messages order by id limit 1');
    const page = await openAdmin(`${BASE}/mails`, { ...look, height: 1600 });
    for (const path of [
      '/mails',
      `/mails/${mail!.id}`,
      '/templates',
      '/templates/confirmation/de',
      '/mail-settings',
      '/mail-settings/reminders',
      '/messages',
      `/messages/new?session=${session.documentId}`,
      `/messages/${message!.id}`,
    ]) {
      await follow(page, `${BASE}${path}`);
      await page.locator('main[aria-busy="false"] h1').waitFor();
      if (path.startsWith('/templates/c')) await page.locator('iframe').waitFor();
      expect({ path, faults: await faultsIn(page, 'main') }).toEqual({ path, faults: [] });
    }
    expect(await faultsIn(page, 'nav:has(a[href$="/webinars/mails"])')).toEqual([]);
  });
});
