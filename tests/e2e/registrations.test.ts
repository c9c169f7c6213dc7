import type { Page } from 'playwright-core';
import { aForm, aSession } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app, smtp } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin } from './browser';

afterAll(closeBrowser);

const BASE = '/plugins/webinars/registrations';

const join = async (slug: string, fields: Record<string, unknown>): Promise<string> => {
  const answer = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm(fields) });
  expect(answer.status).toBe(201);
  const [row] = await sql<{ id: string }>('select document_id as id from registrations where reference = $1', [
    answer.body.data.reference,
  ]);
  return row!.id;
};
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const settled = (page: Page) => page.locator('main[aria-busy="false"] h1').waitFor();

let ada: string;
let session: Awaited<ReturnType<typeof aSession>>;
beforeAll(async () => {
  session = await aSession({ texts: [{ locale: 'en', title: 'The journey' }] });
  ada = await join(session.slug, {
    firstName: 'Ada',
    lastName: 'Byron-König',
    email: 'ada.byron@roster.example',
    company: 'Analytical Engines',
    specificQuestions: 'Can it compose music?',
  });
  await app.mail.delivery.deliverDue();
  smtp.reset();
});

describe('the list of registrations', () => {
  it('finds one person, keeps what was asked in the address, and sends their confirmation again', async () => {
    const page = await openAdmin(BASE);
    await titled(page, 'Registrations');
    await page.getByLabel('Search', { exact: true }).fill('konig analytical');
    await page.waitForURL(/search=konig/);
    await page.getByText('1 registration', { exact: true }).waitFor();
    await page.reload();
    await page
      .getByRole('row', { name: /Ada Byron-König/ })
      .getByRole('link')
      .click();
    await titled(page, 'Ada Byron-König');
    await page.getByText('Can it compose music?').waitFor();
    await page.getByRole('button', { name: 'Send confirmation again' }).dblclick();
    await page.getByText('The mail to ada.byron@roster.example is on its way.').first().waitFor();
    await app.mail.delivery.deliverDue();
    const mails = await smtp.read();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain('The journey');
    await page.goBack();
    await page.waitForURL(/search=konig/);
  });

  it('is sorted, narrowed and kept as a view, and opened again with one click', async () => {
    const page = await openAdmin(`${BASE}?sessions=${session.documentId}`);
    await page.getByRole('button', { name: 'Company' }).click();
    await page.waitForURL(/sort=company/);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Reference' }).click();
    await page.keyboard.press('Escape');
    await page.locator('thead').getByText('Reference', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Journey people');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The view “Journey people” is saved.').first().waitFor();
    await page.goto(`/admin${BASE}`);
    await settled(page);
    await page.getByRole('combobox', { name: 'View' }).click();
    await page.getByRole('option', { name: 'Journey people' }).click();
    await page.waitForURL(/sort=company/);
    await page.locator('thead').getByText('Reference', { exact: true }).waitFor();
    await page.getByText('1 registration', { exact: true }).waitFor();
  });
});

describe('one registration', () => {
  it('is cancelled after it was asked twice', async () => {
    const id = await join(session.slug, { firstName: 'Carl', lastName: 'Cancelled' });
    const page = await openAdmin(`${BASE}/${id}`);
    await page.getByRole('button', { name: 'Cancel registration' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel registration' }).click();
    await page.getByText('The registration of Carl Cancelled is cancelled.').first().waitFor();
    await page.getByText('By staff').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel registration' }).count()).toBe(0);
  });

  it('is approved where it waits', async () => {
    const asking = await aSession({ requiresApproval: true });
    const id = await join(asking.slug, { firstName: 'Wanda', lastName: 'Waiting' });
    const page = await openAdmin(`${BASE}?states=pending_approval&sessions=${asking.documentId}`);
    await page.getByRole('link', { name: 'Wanda Waiting' }).click();
    await page.getByText('This person waits for your decision').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Wanda Waiting is approved.').first().waitFor();
    await page.getByText('This person waits for your decision').waitFor({ state: 'detached' });
    const [row] = await sql<{ state: string }>('select state from registrations where document_id = $1', [id]);
    expect(row!.state).toBe('confirmed');
  });

  it('is moved to another session, and shown there', async () => {
    const other = await aSession({ texts: [{ locale: 'en', title: 'Elsewhere quite another' }] });
    const id = await join(session.slug, { firstName: 'Mona', lastName: 'Moving' });
    const page = await openAdmin(`${BASE}/${id}`);
    await page.getByRole('button', { name: 'Move to another session' }).click();
    await page.getByRole('dialog').getByRole('combobox').pressSequentially('Elsewhere');
    await page.getByRole('option', { name: /Elsewhere quite another/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText('Mona Moving is moved. This is the new registration.').first().waitFor();
    await page.getByText('Elsewhere quite another').first().waitFor();
    const rows = await sql<{ session: string; state: string }>(
      `select session_document_id as session, state from registrations where last_name = 'Moving' order by id`,
    );
    expect(rows).toEqual([
      { session: session.documentId, state: 'cancelled' },
      { session: other.documentId, state: 'confirmed' },
    ]);
  });

  it('says a country, found by a part of its name, and the size of a company', async () => {
    const id = await join(session.slug, { firstName: 'Cora', lastName: 'Country', country: 'DE' });
    const page = await openAdmin(`${BASE}/${id}`);
    await page.getByText('Germany').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const country = page.getByRole('combobox', { name: 'Country' });
    expect(await country.inputValue()).toBe('Germany');
    await country.fill('');
    await country.pressSequentially('zerl');
    await page.getByRole('option', { name: 'Switzerland' }).click();
    await page.getByRole('combobox', { name: 'Company size' }).click();
    await page.getByRole('option', { name: '50 to 249 people' }).click();
    await sql(
      `update registrations set phone = '+49 30 556', updated_at = now() at time zone 'UTC' + interval '1 second' where document_id = $1`,
      [id],
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'See what is new and go on' }).click();
    expect(await country.inputValue()).toBe('Switzerland');
    await page.getByRole('button', { name: 'Save' }).click();
    // The dialog says the same words, before they are saved.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('50 to 249 people').waitFor();
    const [row] = await sql<{ country: string; size: string }>(
      'select country, company_size as size from registrations where document_id = $1',
      [id],
    );
    expect(row).toEqual({ country: 'CH', size: 'upTo249' });
  });

  it('keeps what somebody typed when another was faster', async () => {
    const id = await join(session.slug, { firstName: 'Edda', lastName: 'Edited' });
    const page = await openAdmin(`${BASE}/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Internal notes' }).fill('Call back on Monday');
    await sql(
      `update registrations set phone = '+49 30 555', updated_at = now() at time zone 'UTC' + interval '1 second' where document_id = $1`,
      [id],
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('what you typed is still here').waitFor();
    await page.getByRole('button', { name: 'See what is new and go on' }).click();
    expect(await page.getByRole('textbox', { name: 'Phone' }).inputValue()).toBe('+49 30 555');
    expect(await page.getByRole('textbox', { name: 'Internal notes' }).inputValue()).toBe('Call back on Monday');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();
    const [row] = await sql<{ phone: string; notes: string }>(
      'select phone, internal_notes as notes from registrations where document_id = $1',
      [id],
    );
    expect(row).toEqual({ phone: '+49 30 555', notes: 'Call back on Monday' });
  });
});

describe('two editors of one registration', () => {
  const FORM = '/content-manager/collection-types/api::registration.registration';
  const first = (id: string, data: object) =>
    strapi.documents('api::registration.registration').update({ documentId: id, data: data as never });
  const saved = async (id: string) =>
    (
      await sql('select state, phone, company, internal_notes as notes from registrations where document_id = $1', [id])
    )[0];

  it('lose nothing: the second is told, and saves on top', async () => {
    const id = await join(session.slug, { firstName: 'Tilda', lastName: 'Twice', company: 'Old Works' });
    const page = await openAdmin(`${FORM}/${id}`);
    await page.locator('input[name=company]').waitFor();
    await first(id, { state: 'attended', company: 'New Works', phone: '+49 30 777' });
    await page.locator('input[name=company]').fill('My Works');
    await page.locator('textarea[name=internalNotes]').fill('Call back on Monday');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Somebody changed this registration on', { exact: false }).first().waitFor();
    await dialog.getByText('Your changes: Company and Internal notes').waitFor();
    await dialog.getByText('This was changed by both of you: Company.', { exact: false }).waitFor();
    expect(await saved(id)).toMatchObject({ state: 'attended', company: 'New Works', notes: null });
    await dialog.getByRole('button', { name: 'Save my changes on top' }).click();
    await page.getByText('Your changes are saved on top of theirs.').first().waitFor();
    expect(await saved(id)).toEqual({
      state: 'attended',
      phone: '+49 30 777',
      company: 'My Works',
      notes: 'Call back on Monday',
    });
  });

  it('keep their form where the server itself refuses', async () => {
    const id = await join(session.slug, { firstName: 'Rita', lastName: 'Refused' });
    const page = await openAdmin(`${FORM}/${id}`);
    await page.locator('textarea[name=internalNotes]').fill('Call back on Monday');
    // Somebody is first in the very moment between the look and the save.
    const save = page.waitForRequest((request) => request.method() === 'PUT');
    await page.route(`**${FORM}/${id}*`, async (route) => {
      if (route.request().method() === 'PUT') await first(id, { state: 'attended', phone: '+49 30 777' });
      await route.continue();
    });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await save;
    await page.getByText('Nothing of yours was saved', { exact: false }).first().waitFor();
    expect(await saved(id)).toMatchObject({ state: 'attended', phone: '+49 30 777', notes: null });
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=phone]')?.value === '+49 30 777',
    );
    expect(await page.locator('textarea[name=internalNotes]').inputValue()).toBe('Call back on Monday');
    await page.unroute(`**${FORM}/${id}*`);
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
    await page.getByText('Saved document').first().waitFor();
    expect(await saved(id)).toMatchObject({
      state: 'attended',
      phone: '+49 30 777',
      notes: 'Call back on Monday',
    });
  });

  it('save a form again and again where nobody else did', async () => {
    const id = await join(session.slug, { firstName: 'Anna', lastName: 'Again' });
    const page = await openAdmin(`${FORM}/${id}`);
    for (const phone of ['+49 30 1', '+49 30 2', '+49 30 3']) {
      await page.locator('input[name=phone]').fill(phone);
      const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
      await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
      expect((await answer).status()).toBe(200);
      // Nothing is left to be saved: what is in the form is what there is.
      await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
      expect(await saved(id)).toMatchObject({ phone });
    }
  });
});

describe('the pages of registrations', () => {
  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    const page = await openAdmin(BASE, { ...look, height: 1600 });
    for (const path of ['?locale=en', `?search=nobody-at-all`, `/${ada}`]) {
      await follow(page, `${BASE}${path}`);
      await settled(page);
      await page
        .locator('main')
        .getByText(/Ada|–|nobody|Keine|No registration/)
        .first()
        .waitFor();
      expect({ path, faults: await faultsIn(page, 'main') }).toEqual({ path, faults: [] });
      if (process.env.SCREENSHOTS) {
        const name = `${look.theme}-${look.language}-${path.replace(/\W+/g, '') || 'list'}`;
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
      }
    }
    await page.getByRole('button', { name: look.language === 'de' ? 'Bearbeiten' : 'Edit' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsIn(page, '[role=dialog]')).toEqual([]);
  });
});
