import type { Page } from 'playwright-core';
import { sql } from '../harness/sql';
import { strapi } from '../harness/world';
import { closeBrowser, faultsIn, openAdmin } from './browser';

const SQUARE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

afterAll(async () => {
  await closeBrowser();
  const files = await strapi.db.query('plugin::upload.file').findMany({});
  for (const file of files) await strapi.plugin('upload').service('upload').remove(file);
});

const openTopic = async (look = {}): Promise<{ page: Page; documentId: string }> => {
  const [topic] = await sql<{ documentId: string }>(
    `select document_id as "documentId" from topics where locale = 'en' order by id limit 1`,
  );
  const page = await openAdmin(
    `/content-manager/collection-types/api::topic.topic/${topic!.documentId}?plugins[i18n][locale]=en`,
    look,
  );
  await page.getByRole('group', { name: /tags|schlagw/i }).waitFor();
  return { page, documentId: topic!.documentId };
};

const savedTags = async (documentId: string): Promise<string[]> => {
  const [topic] = await sql<{ tags: string }>(
    `select tags::text from topics where document_id = $1 and locale = 'en'`,
    [documentId],
  );
  return JSON.parse(topic!.tags) as string[];
};

const save = async (page: Page): Promise<void> => {
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await answer).status()).toBe(200);
};

const linesOf = (page: Page) =>
  page
    .getByRole('group', { name: /tags/i })
    .getByRole('textbox')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

describe('a list field', () => {
  it('is written, ordered and saved from the keyboard alone', async () => {
    const { page, documentId } = await openTopic();
    const before = await savedTags(documentId);
    const group = page.getByRole('group', { name: /tags/i });

    await group.getByRole('textbox').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await group
      .getByRole('status')
      .getByText(`${before[0]} is now entry 2 of ${before.length}.`, { exact: true })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Written in between');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');

    const expected = [before[1], before[0], 'Written in between', ...before.slice(2)];
    expect(await linesOf(page)).toEqual([...expected, '']);
    await save(page);
    expect(await savedTags(documentId)).toEqual(expected);
  });

  it('takes a pasted list apart, and keeps an entry once', async () => {
    const { page, documentId } = await openTopic();
    const before = await savedTags(documentId);
    const blank = page.getByRole('group', { name: /tags/i }).getByRole('textbox').last();
    await blank.focus();
    await blank.evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, `- Pasted one\n- Pasted two\n- ${before[0]}`);
    await page.getByText('This entry is in the list already. It is kept once.').waitFor();
    await save(page);
    expect(await savedTags(documentId)).toEqual([...before, 'Pasted one', 'Pasted two']);
  });

  it('takes back what was not saved', async () => {
    const { page, documentId } = await openTopic();
    const before = await savedTags(documentId);
    await page.getByRole('button', { name: `Remove “${before[0]}”` }).click();
    expect(await linesOf(page)).toEqual([...before.slice(1), '']);
    await page.goto('about:blank');
    expect(await savedTags(documentId)).toEqual(before);
  });
});

describe('an image field', () => {
  it('shows the image of a typed address, and says what is wrong with one that is none', async () => {
    const { page } = await openTopic();
    const address = page.locator('input[name=thumbnailUrl]');
    await address.fill('banner.png');
    await page.getByText('Not a complete address.').first().waitFor();
    await address.fill('/demo/topics/sustainability-report.svg');
    const preview = page.locator('img[src$="/demo/topics/sustainability-report.svg"]').first();
    await preview.waitFor();
    // There is room for it before it is there, and where it is broken.
    await preview.evaluate((image) => (image as HTMLImageElement).decode());
  });

  it('takes an image from the Media Library', async () => {
    const { page } = await openTopic();
    await page.evaluate(async (picture) => {
      const body = new FormData();
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      body.append('files', new Blob([bytes], { type: 'image/png' }), 'square.png');
      const token = /jwtToken=([^;]+)/.exec(document.cookie)?.[1];
      await fetch('/upload', { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } });
    }, SQUARE);
    await page.getByRole('button', { name: 'Choose from Media Library' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').last().click();
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('input[name=thumbnailUrl]').inputValue()).toMatch(/^\/uploads\/square_/);
  });
});

describe('our fields', () => {
  it.each(['light', 'dark'] as const)('are usable by all when it is %s', async (theme) => {
    const { page } = await openTopic({ theme, height: 3000 });
    await page.locator('[data-webinars-field]').first().waitFor();
    expect(await faultsIn(page, '[data-webinars-field]')).toEqual([]);
  });
});
