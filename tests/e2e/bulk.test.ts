import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { parse } from 'csv-parse/sync';
import { seedBulk } from '../../database/seed/bulk';
import { aForm, aSession } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { strapi } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin } from './browser';

afterAll(closeBrowser);

const BASE = '/plugins/webinars/registrations';
const MANY = 100_000;

const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
/** What the browser has saved, wherever it runs. */
const contentOf = async (download: Download): Promise<Buffer> => buffer(await download.createReadStream());
const settled = (page: Page) => page.locator('main[aria-busy="false"] h1').waitFor();

const statesOf = (session: string) =>
  sql<{ state: string; n: number }>(
    'select state, count(*)::int as n from registrations where session_document_id = $1 group by 1 order by 1',
    [session],
  );

let asking: Awaited<ReturnType<typeof aSession>>;
beforeAll(async () => {
  asking = await aSession({
    capacity: 8,
    requiresApproval: true,
    texts: [{ locale: 'en', title: 'Many wish to come' }],
  });
  for (let n = 1; n <= 12; n += 1) {
    const answer = await request.post(`/api/webinars/sessions/${asking.slug}/registrations`).send({
      data: aForm({
        firstName: 'Wilma',
        lastName: `Wish ${String(n).padStart(2, '0')}`,
        email: `wish-${n}@bulk.example`,
      }),
    });
    expect(answer.status).toBe(201);
  }
});

describe('many at once', () => {
  it('ten are approved: picked, foreseen, done and reported', async () => {
    const page = await openAdmin(
      `${BASE}?sessions=${asking.documentId}&states=pending_approval&sort=name&direction=asc`,
    );
    await page.getByRole('checkbox', { name: 'Pick Wilma Wish 01' }).click();
    await page.getByRole('checkbox', { name: 'Pick Wilma Wish 10' }).click({ modifiers: ['Shift'] });
    await page.getByText('10 picked').waitFor();
    await page.getByRole('region', { name: 'With those you picked' }).getByRole('button', { name: 'Approve' }).click();
    await titled(page, 'Approve 10 registrations');
    await page.getByText('8 people: “Confirmed” from then on').waitFor();
    await page.getByText('2 people: “On the waitlist” from then on').waitFor();
    await page.getByText('8 mails “Approved”').waitFor();
    await page.getByText('an approval cannot be taken back').waitFor();
    await page.getByRole('button', { name: 'Approve 10 registrations' }).dblclick();
    await page.getByText('Under way').waitFor();
    await drainJobs();
    await page.getByText('10 of 10 registrations changed').waitFor();
    await page
      .getByRole('row', { name: /Wilma Wish 09/ })
      .getByText('On the waitlist')
      .waitFor();
    expect(await statesOf(asking.documentId)).toEqual([
      { state: 'confirmed', n: 8 },
      { state: 'pending_approval', n: 2 },
      { state: 'waitlisted', n: 2 },
    ]);
  });

  it('one is cancelled, who waits moves up, and taking it back puts them at the end of the line', async () => {
    const page = await openAdmin(`${BASE}?sessions=${asking.documentId}&states=confirmed&sort=name&direction=asc`);
    await page.getByRole('checkbox', { name: 'Pick Wilma Wish 03' }).click();
    await page.getByRole('button', { name: 'Cancel registrations' }).click();
    await titled(page, 'Cancel 1 registration');
    await page.getByText('1 person moves up from the waitlist').waitFor();
    await page.getByRole('textbox', { name: 'Note for the history' }).fill('Asked for by telephone');
    await page.getByRole('button', { name: 'Cancel 1 registration' }).click();
    await page.getByText('Under way').waitFor();
    await drainJobs();
    await page.getByText('1 of 1 registration changed').waitFor();
    await page.getByText('Asked for by telephone').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await titled(page, 'Take back the cancellation of 1 registration');
    await page.getByText('1 person: “On the waitlist” from then on').waitFor();
    await page.getByRole('button', { name: 'Take back the cancellation of 1 registration' }).click();
    await page.getByText('Under way').waitFor();
    await drainJobs();
    await page.getByRole('link', { name: 'The new registration' }).click();
    await titled(page, 'Wilma Wish 03');
    await follow(page, '/plugins/webinars/bulk');
    await page
      .getByRole('row', { name: /Take back the cancellation/ })
      .getByText('Done')
      .waitFor();
  });

  it('those who match are all picked, and let go with another filter; a mail is written to them', async () => {
    const page = await openAdmin(`${BASE}?sessions=${asking.documentId}`);
    await page.getByRole('checkbox', { name: 'Pick Wilma Wish 01' }).click();
    await page.getByRole('button', { name: /Pick all 13 that match/ }).click();
    await page.getByText('All 13 that match are picked').waitFor();
    await page.getByRole('button', { name: 'Write a mail' }).click();
    await page.getByText('The 13 people you picked').waitFor();
    await page.goBack();
    await titled(page, 'Registrations');
    await settled(page);
    expect(await page.getByText('that match are picked').count()).toBe(0);
  });
});

describe('a list that leaves', () => {
  it(`of ${MANY.toLocaleString('en')} is saved by the browser, and all of them are in it`, async () => {
    await seedBulk(strapi, { sessions: 1000, registrations: MANY });
    const [count] = await sql<{ n: number }>('select count(*)::int as n from registrations');
    const page = await openAdmin(BASE);
    await settled(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /CSV file/ })
      .click();
    const download = page.waitForEvent('download', { timeout: 120_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Save file' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^registrations-\d{4}-\d\d-\d\d\.csv$/);
    expect(saved.url()).toMatch(/\/webinars-admin\/exports\/download$/);
    const file = await contentOf(saved);
    await page.getByText(`The file is complete: ${count!.n.toLocaleString('en')} people.`).waitFor();
    const rows: Record<string, string>[] = parse(file, { bom: true, columns: true });
    expect(rows).toHaveLength(count!.n);
    expect(new Set(rows.map((row) => row['E-mail'] ?? row['Address'])).size).toBeGreaterThan(1000);
    expect(count!.n).toBeGreaterThanOrEqual(MANY);
  });

  it('to sign is a click away from the session', async () => {
    const page = await openAdmin(`/plugins/webinars/sessions/${asking.documentId}`);
    await page.getByRole('button', { name: 'Attendance list' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Save file' }).click();
    expect((await download).suggestedFilename()).toMatch(/^attendance-list-.*\.pdf$/);
    const file = await contentOf(await download);
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('The file is complete: 8 people.').waitFor();
  });
});

describe('the pages of it', () => {
  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    const page = await openAdmin(`${BASE}?sessions=${asking.documentId}`, { ...look, height: 1300 });
    const german = look.language === 'de';
    const shoot = async (name: string) => {
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${look.theme}-${look.language}-bulk-${name}.png` });
    };
    const check = async (name: string, part = 'main') => {
      expect({ name, faults: await faultsIn(page, part) }).toEqual({ name, faults: [] });
      await shoot(name);
    };
    await settled(page);
    await page
      .getByRole('checkbox', { name: german ? 'Alle auf dieser Seite auswählen' : 'Pick everybody on this page' })
      .click();
    await page.getByRole('region', { name: german ? 'Mit den Ausgewählten' : 'With those you picked' }).waitFor();
    await check('picked');
    await page
      .getByRole('button', { name: german ? 'Exportieren' : 'Export', exact: true })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await check('export', '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: german ? 'Anmeldungen stornieren' : 'Cancel registrations' }).click();
    await page.getByText(german ? 'Was geschehen wird' : 'What will happen').waitFor();
    await page.locator('li').first().waitFor();
    await check('foreseen');
    const [done] = await sql<{ id: string }>(
      `select selection_id::text as id from webinars_bulk where state = 'done' and deed = 'cancel' limit 1`,
    );
    await follow(page, `/plugins/webinars/bulk/${done!.id}`);
    await page
      .getByText(german ? 'Was geschehen ist' : 'What happened')
      .first()
      .waitFor();
    await page.getByRole('row', { name: /Wilma/ }).first().waitFor();
    await check('report');
    await follow(page, '/plugins/webinars/bulk');
    await page.getByRole('row').nth(1).waitFor();
    await check('list');
  });
});
