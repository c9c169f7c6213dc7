import { closeBrowser, openAdmin } from './browser';

afterAll(closeBrowser);

const LISTS = [
  { path: 'registrations', field: 'Search', set: '?search=nobody' },
  { path: 'sessions', field: 'Search', set: '?search=nobody' },
  { path: 'mails', field: 'Address begins with', set: '?recipient=nobody' },
  { path: 'history', field: 'Who', set: '?actor=nobody' },
] as const;

describe('the filters of a list', () => {
  it.each(LISTS)('of $path are folded behind one button on a phone', async ({ path, field, set }) => {
    const page = await openAdmin(`/plugins/webinars/${path}${set}`, { width: 390, height: 844 });
    const fold = page.getByRole('button', { name: 'Filters (1 set)', exact: true });
    await fold.waitFor();
    const first = page.getByRole('search').getByLabel(field, { exact: true });
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(await first.isVisible()).toBe(false);

    await fold.focus();
    await page.keyboard.press('Enter');
    await first.waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('search').getByRole('button', { name: 'Clear filters' }).click();
    const none = page.getByRole('button', { name: 'Filters', exact: true });
    await none.waitFor();
    expect(await none.getAttribute('aria-expanded')).toBe('true');
    expect(await first.isVisible()).toBe(true);

    await page.setViewportSize({ width: 1024, height: 844 });
    await none.waitFor({ state: 'hidden' });
    expect(await first.isVisible()).toBe(true);
  });

  it('stay open while one filters', async () => {
    const page = await openAdmin('/plugins/webinars/registrations', { width: 390, height: 844 });
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('search').getByLabel('Search', { exact: true }).fill('nobody at all');
    await page.waitForURL(/search=nobody/);
    await page.getByRole('button', { name: 'Filters (1 set)', exact: true }).waitFor();
    await page.getByText('No registration', { exact: false }).first().waitFor();
    expect(await page.getByRole('search').getByLabel('Search', { exact: true }).inputValue()).toBe('nobody at all');
  });
});
