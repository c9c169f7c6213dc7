import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { aSession } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { sql } from '../harness/sql';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin } from './browser';

afterAll(closeBrowser);

const BASE = '/plugins/webinars/imports';
const HEADINGS = ['First Name', 'Last Name', 'Email', 'Organization', 'Registration Time', 'Approval Status'];

const person = (n: number): string[] => [
  'Given',
  `Imported ${n}`,
  `imported-${n}@journey.example`,
  'Example Ltd',
  '"Mar 1, 2026 09:00 AM"',
  'approved',
];

/** Zoom's report of five hundred people, twenty of whom nobody could write to, or of whom something is missing. */
const report = (): string => {
  const rows = Array.from({ length: 500 }, (_, n) => person(n));
  for (let n = 0; n < 10; n += 1) rows[n * 40]![2] = `imported-${n * 40} at journey.example`;
  for (let n = 0; n < 10; n += 1) rows[n * 40 + 7]![3] = '';
  return ['Registration Report', 'Topic,Webinar ID', 'Journey,812 3456 7890', '', 'Attendee Details', HEADINGS.join()]
    .concat(rows.map((row) => row.join()))
    .join('\r\n');
};

const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

const choose = (page: Page, name: string, content: string) =>
  page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

const agree = async (page: Page) => {
  await page.getByRole('checkbox', { name: /Everybody in this file accepted/ }).click();
  await page.getByLabel('Where did they agree?').fill('Zoom registration page');
  await page.getByLabel('To which wording did they agree?').fill('2026-03');
};

const check = async (page: Page) => {
  await page.getByRole('button', { name: 'Check the file' }).click();
  await titled(page, 'Checking each line');
  await drainJobs();
  await titled(page, 'What would happen');
};

const bringIn = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
  await titled(page, 'Bringing people in');
  await drainJobs();
  await titled(page, 'Finished');
};

const states = async (session: string) =>
  sql<{ state: string; people: number }>(
    'select state, count(*)::int as people from registrations where session_document_id = $1 group by state order by state',
    [session],
  );

describe('five hundred registrants of whom twenty are faulty', () => {
  it('come in from the session’s page; the faulty ones are downloaded, mended, and come in afterwards', async () => {
    const session = await aSession({ capacity: 1000, texts: [{ locale: 'en', title: 'Imported crowd' }] });
    const page = await openAdmin(`/plugins/webinars/sessions/${session.documentId}`);
    await page.getByRole('link', { name: 'Import registrants' }).click();
    await titled(page, 'Import a file');
    await page.locator('input[role=combobox][value^="Imported crowd"]').waitFor();
    await choose(page, 'zoom.csv', report());
    await page.getByRole('button', { name: 'Read the file' }).click();

    await titled(page, 'zoom.csv');
    await page.getByText(/^Zoom's registration report · UTF-8 · Comma · headings in line 6 · 500 lines$/).waitFor();
    await page.getByText('That everybody accepted the terms and the privacy notice').waitFor();
    expect(await page.getByRole('button', { name: 'Check the file' }).isDisabled()).toBe(true);
    await agree(page);
    await check(page);
    await page.getByText('480 mails go out. 20 lines have to be mended first').waitFor();
    await page.getByText('There it says: imported-0 at journey.example').waitFor();
    expect(await states(session.documentId)).toEqual([]);
    await bringIn(page, 'Bring in 480 people');
    await page.getByText('480 people were brought in.').waitFor();
    expect(await states(session.documentId)).toEqual([{ state: 'confirmed', people: 480 }]);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download 20 lines to mend' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('zoom-faulty.csv');
    const faulty = await text(await download.createReadStream());
    const mended = faulty.replace(/ at journey/g, '@journey').replace(/(@journey\.example),,/g, '$1,Example Ltd,');

    await page.getByRole('link', { name: 'Import another file' }).click();
    await titled(page, 'Import a file');
    await choose(page, 'zoom-mended.csv', mended);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await titled(page, 'zoom-mended.csv');
    await agree(page);
    await check(page);
    await bringIn(page, 'Bring in 20 people');
    expect(await states(session.documentId)).toEqual([{ state: 'confirmed', people: 500 }]);

    await page.getByRole('link', { name: 'See who came by import' }).click();
    await page.getByText('500 registrations', { exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('20 registrations are cancelled. Those who go are told by mail.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
    await titled(page, 'Taking the import back');
    await drainJobs();
    await page.getByText('20 registrations were cancelled again.').waitFor();
    expect(await states(session.documentId)).toEqual([
      { state: 'cancelled', people: 20 },
      { state: 'confirmed', people: 480 },
    ]);
  });

  it('is told what is no table, and keeps what was chosen', async () => {
    const session = await aSession({ texts: [{ locale: 'en', title: 'Not imported' }] });
    const page = await openAdmin(`${BASE}?session=${session.documentId}`);
    await page.locator('input[role=combobox][value^="Not imported"]').waitFor();
    await choose(page, 'people.xlsx', 'PK\u0003\u0004 a workbook');
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.getByText('This is not a CSV file.').first().waitFor();
    await choose(page, 'people.csv', 'Max;Muster;max@journey.example;Firma\nEva;Muster;eva@journey.example;Firma\n');
    await page.getByRole('button', { name: 'Read the file' }).click();
    await titled(page, 'people.csv');
    await page.getByText('Which column holds the e-mail address', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: '“#3” is imported as' }).click();
    await page.getByRole('option', { name: 'E-mail address' }).click();
    await page.getByText('Which column holds the e-mail address', { exact: true }).waitFor({ state: 'detached' });
  });
});

describe('the pages of an import', () => {
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const session = await aSession({ capacity: 3, texts: [{ locale: 'en', title: 'Looked at' }] });
    for (const state of ['open', 'checked', 'done']) {
      const page = await openAdmin(`${BASE}?session=${session.documentId}`);
      await page.locator('input[role=combobox][value^="Looked at"]').waitFor();
      await choose(page, `${state}.csv`, report().split('\r\n').slice(0, 20).join('\r\n'));
      await page.getByRole('button', { name: 'Read the file' }).click();
      await titled(page, `${state}.csv`);
      if (state !== 'open') {
        await agree(page);
        await check(page);
      }
      if (state === 'done') await bringIn(page, 'Bring in 12 people');
      ids[state] = new URL(page.url()).pathname.split('/').at(-1)!;
      await page.close();
    }
  });

  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    const page = await openAdmin(BASE, { ...look, height: 2400 });
    for (const name of ['', 'open', 'checked', 'done']) {
      await follow(page, `${BASE}${name && `/${ids[name]}`}`);
      await page.locator('main[aria-busy="false"] table').first().waitFor();
      expect({ name, faults: await faultsIn(page, 'main') }).toEqual({ name, faults: [] });
      if (process.env.SCREENSHOTS) {
        await page.screenshot({
          path: `${process.env.SCREENSHOTS}/import-${name || 'list'}-${look.theme}-${look.language}.png`,
        });
      }
    }
  });
});
