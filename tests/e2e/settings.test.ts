import type { Page } from 'playwright-core';
import { aForm, aSession, aSpeaker } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin, openPage } from './browser';

afterAll(async () => {
  // What was given up, and what was published, is no other journey's matter.
  await sql(`delete from graphile_worker._private_jobs where key like 'journey %'`);
  await sql('truncate webinars_consent_versions');
  await app.consents.begin();
  await closeBrowser();
});

const BASE = '/plugins/webinars';
const SECTIONS = 'Sections of the settings';

const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: SECTIONS }).getByRole('link', { name, exact: true }).click();

const dead = async (name: string, payload: object): Promise<void> => {
  await sql(`select graphile_worker.add_job($1, $2::json, max_attempts := 1, job_key := $3)`, [
    name,
    JSON.stringify(payload),
    `journey ${Math.random()}`,
  ]);
  await sql(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'connect ECONNREFUSED 127.0.0.1:1', updated_at = now()
      where key like 'journey %' and attempts = 0`,
  );
};

let session: Awaited<ReturnType<typeof aSession>>;
beforeAll(async () => {
  await aSpeaker({ firstName: 'Quinn', lastName: 'Journey', email: 'quinn@journey.example' });
  session = await aSession({ texts: [{ locale: 'en', title: 'Set and settled' }] });
  await request
    .post(`/api/webinars/sessions/${session.slug}/registrations`)
    .send({ data: aForm({ email: 'settings@journey.example', language: 'en' }) });
});

afterEach(() => sql(`delete from strapi_core_store_settings where key = 'plugin_webinars_programme'`));

describe('the settings', () => {
  it('have one entrance, and every section a way to each other', async () => {
    const page = await openAdmin(BASE);
    await page.getByRole('navigation', { name: 'Webinars pages' }).getByRole('link', { name: 'Settings' }).click();
    await titled(page, 'Programme');
    for (const [name, title] of [
      ['Brand', 'Brand'],
      ['Reminders', 'Reminders'],
      ['Templates', 'Templates'],
      ['Consent texts', 'Consent texts'],
      ['Odoo', 'Odoo'],
      ['Queue', 'Queue'],
      ['Checks', 'Checks'],
    ] as const) {
      await section(page, name);
      await titled(page, title);
    }
  });

  it('of the programme are saved, begin a new session’s form, and are not lost when somebody was faster', async () => {
    const page = await openAdmin(`${BASE}/settings/programme`);
    await titled(page, 'Programme');
    await page.getByRole('radio', { name: 'One of the speakers' }).click();
    await page.getByRole('combobox', { name: 'Speaker' }).pressSequentially('Quinn');
    await page.getByRole('option', { name: /Quinn Journey/ }).click();
    await page.getByRole('checkbox', { name: 'New registrations, once a day' }).click();
    await page.getByLabel('Seats').fill('33');
    await page.getByLabel('Time zone').fill('Europe/Vienna');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. This counts from now on').first().waitFor();
    const {
      manager,
      newSessions,
      timezone,
      revision,
      defaults: _,
      speaker,
      next: __,
      ...rest
    } = await app.programme.view();
    expect({ timezone, seats: newSessions.capacity, wants: manager.newRegistrations, name: speaker?.name }).toEqual({
      timezone: 'Europe/Vienna',
      seats: 33,
      wants: true,
      name: 'Quinn Journey',
    });

    await app.programme.save({ ...rest, manager, timezone, revision, newSessions: { ...newSessions, duration: 25 } });
    await page.getByLabel('Seats').fill('44');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Save mine in their place' }).waitFor();
    expect(await page.getByLabel('Seats').inputValue()).toBe('44');
    await page.getByRole('button', { name: 'Load the other ones' }).click();
    expect(await page.getByLabel('Length in minutes').inputValue()).toBe('25');

    await page.goto('/admin/content-manager/collection-types/api::session.session/create');
    await page.locator('input[name=capacity]').waitFor();
    expect(await page.locator('input[name=capacity]').inputValue()).toBe('33');
    expect(await page.locator('input[name=timezone]').inputValue()).toBe('Europe/Vienna');
  });
});

describe('a consent text', () => {
  it('is written, looked at, published, shown to visitors, and the one before stays with who agreed to it', async () => {
    const page = await openAdmin(`${BASE}/settings/consents`);
    const terms = page.getByRole('region', { name: 'Terms', exact: true });
    await terms.getByRole('button', { name: /^Write a new version/ }).click();
    await terms.getByLabel('English').fill('I accept the **rules** of [the house](https://house.example)');
    await terms.getByLabel('German').fill('Ich akzeptiere die **Hausregeln**');
    await terms.getByRole('link', { name: 'the house' }).waitFor();
    await terms.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Forms show this version').first().waitFor();
    await terms.getByText('Version 2', { exact: false }).first().waitFor();

    const form = await openPage(`/webinars/${session.slug}?lang=en`);
    await form.getByText('I accept the rules of the house').waitFor();

    const [row] = await sql<{ id: string }>(
      `select document_id as id from registrations where email = 'settings@journey.example'`,
    );
    await page.goto(`/admin${BASE}/registrations/${row!.id}`);
    await page.locator('q', { hasText: 'I accept the terms of participation' }).waitFor();
  });
});

describe('the queue', () => {
  it('shows what was given up, tries one again, and discards the rest for a reason', async () => {
    await dead('registration.release-seats', { session: session.documentId });
    await dead('reminders.plan', {});
    await dead('reminders.plan', {});
    const page = await openAdmin(`${BASE}/settings/queue`);
    const row = page.getByRole('row', { name: /Give free seats to the waitlist/ });
    await row.getByRole('link', { name: 'Set and settled' }).waitFor();
    await row.getByText('Somebody did not answer').waitFor();
    await row.getByRole('button', { name: /^Try again/ }).click();
    await page.getByText('1 is tried again').first().waitFor();
    await page.getByRole('combobox', { name: 'Kind of work' }).click();
    await page.getByRole('option', { name: 'Write due reminders' }).click();
    await page.waitForURL(/kind=reminders\.plan/);
    await page.getByRole('button', { name: 'Discard all 2' }).click();
    const discard = page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true });
    expect(await discard.isDisabled()).toBe(true);
    await page.getByRole('dialog').getByLabel('Why').fill('Of a journey');
    await discard.click();
    await page.getByText('2 discarded').first().waitFor();
    await page.getByText('Nothing of this kind was given up.').waitFor();
    expect(await sql(`select data->>'reason' as reason from webinars_audit where action = 'job.discarded'`)).toEqual([
      { reason: 'Of a journey' },
      { reason: 'Of a journey' },
    ]);
  });
});

describe('the checks', () => {
  it('find what is wrong, show what a repair would do, and repair it', async () => {
    await sql('alter table sessions disable trigger webinars_guard_session');
    await sql('update sessions set registration_count = 9 where document_id = $1', [session.documentId]);
    await sql('alter table sessions enable trigger webinars_guard_session');
    const page = await openAdmin(`${BASE}/settings/checks`);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByRole('link', { name: 'Set and settled' }).waitFor();
    await page.getByText('seats 9, waiting 0, attended 0').waitFor();
    await page.getByRole('button', { name: 'Repair 1…' }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/Seats are counted right · Set and settled/)
      .waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Repair', exact: true }).click();
    await page.getByText('All is well: every rule below holds.').waitFor();
    expect(
      await sql('select registration_count as seats from sessions where document_id = $1', [session.documentId]),
    ).toEqual([{ seats: 1 }]);
  });
});

describe('the pages of the settings', () => {
  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    await dead('reminders.plan', {});
    const page = await openAdmin(`${BASE}/settings/programme`, { ...look, height: 1600 });
    for (const path of ['programme', 'consents', 'queue', 'checks']) {
      await follow(page, `${BASE}/settings/${path}`);
      await page.locator('main[aria-busy="false"] h1').waitFor();
      if (path === 'consents') {
        await page.locator('main section button').first().click();
        await page.locator('main textarea').first().waitFor();
      }
      if (path === 'queue') await page.locator('main tbody input, main tbody [role=checkbox]').first().waitFor();
      const faults = await faultsIn(page, 'main', 'nav:has(a[href$="/settings/programme"])');
      expect({ path, faults }).toEqual({ path, faults: [] });
    }
  });
});
