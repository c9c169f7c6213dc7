// Parts of a test run inside the page.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { world } from '../harness/world';

export type Look = { theme?: 'light' | 'dark'; language?: 'en' | 'de'; width?: number; height?: number };

/** The demo administrator, as the banner of `npm start` prints it. */
export const DEMO = { email: 'demo@magnetiq.example', password: 'Demo-Webinars-2030' };

type Person = typeof DEMO;
type Login = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What the set-up of the journeys hands over for all files: one browser, and who is logged in. */
const shared = world as unknown as {
  browser: { url: string };
  /** By instance and person. Strapi refuses somebody's sixth log-in within minutes, and a form filled in once is enough. */
  logins: Map<string, Login>;
  strays: string[];
};

/** Requests that left this machine, over the whole run. */
export const strays = shared.strays;

let browser: Browser | undefined;

const watch = (page: Page): void => {
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strays.push(request.url());
  });
};

const newPage = async (options: BrowserContextOptions): Promise<Page> => {
  browser ??= await chromium.connect(shared.browser.url);
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    timezoneId: 'Europe/Berlin',
    // What fades in is there at once: nothing is looked at halfway.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  return page;
};

const logIn = async (page: Page, { email, password }: Person): Promise<void> => {
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

/** The admin of an instance before anybody has logged in, in the look one asks for. */
export const openInstance = async (
  baseURL: string,
  { theme = 'light', language = 'en', width = 1440, height = 1000 }: Look = {},
  storageState?: Login,
): Promise<Page> => {
  const page = await newPage({ baseURL, viewport: { width, height }, storageState });
  await page.context().addInitScript(
    ([chosen, spoken]) => {
      localStorage.setItem('STRAPI_THEME', chosen);
      localStorage.setItem('strapi-admin-language', spoken);
    },
    [theme, language] as const,
  );
  return page;
};

/** A page of the admin, logged in, in the look one asks for. */
export const openAdmin = async (
  path: string,
  look: Look = {},
  person: Person = DEMO,
  baseURL = world.baseUrl,
): Promise<Page> => {
  const who = `${person.email} ${baseURL}`;
  const page = await openInstance(baseURL, look, shared.logins.get(who));
  if (!shared.logins.has(who)) {
    await logIn(page, person);
    shared.logins.set(who, await page.context().storageState());
  }
  await page.goto(`/admin${path}`);
  return page;
};

/** A page of the public side, as somebody sees it who follows a link in a mail. */
export const openPage = async (
  path: string,
  { theme = 'light', language = 'en', width = 1000, height = 1000, script = true }: Look & { script?: boolean } = {},
  baseURL = world.baseUrl,
): Promise<Page> => {
  const page = await newPage({
    baseURL,
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    javaScriptEnabled: script,
  });
  await page.goto(path);
  return page;
};

/** Waits for what still moves, but for what moves for ever. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );

/** What axe finds wrong with a part of the page, and where. */
export const faultsIn = async (page: Page, part: string): Promise<string[]> => {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
};

/** Closes every page this file has opened. The browser stays for the next one. */
export const closeBrowser = async (): Promise<void> => {
  await browser?.close();
  browser = undefined;
};
