// Parts of a test run inside the page.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { world } from '../harness/world';

export type Look = { theme?: 'light' | 'dark'; language?: 'en' | 'de'; width?: number; height?: number };

/** The demo administrator, as the banner of `npm start` prints it. */
export const DEMO = { email: 'demo@magnetiq.example', password: 'Demo-Webinars-2030' };

/** A browser that asks nobody anything by itself, so that every request it makes is the page's. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

let browser: Browser | undefined;
// Strapi counts log-ins per person and refuses the sixth within minutes, so each person logs in once.
const sessions = new Map<string, Session>();

/** Requests that left this machine, over the whole run. */
export const strays: string[] = [];

const watch = (page: Page): void => {
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strays.push(request.url());
  });
};

const logIn = async (page: Page, { email, password }: typeof DEMO): Promise<void> => {
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
};

/** A page of the admin, logged in, in the look one asks for. */
export const openAdmin = async (path: string, look: Look = {}, person = DEMO): Promise<Page> => {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: QUIET });
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    viewport: { width: look.width ?? 1440, height: look.height ?? 1000 },
    timezoneId: 'Europe/Berlin',
    storageState: sessions.get(person.email),
  });
  await context.addInitScript(
    ([theme, language]) => {
      localStorage.setItem('STRAPI_THEME', theme);
      localStorage.setItem('strapi-admin-language', language);
    },
    [look.theme ?? 'light', look.language ?? 'en'] as const,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  if (!sessions.has(person.email)) {
    await logIn(page, person);
    sessions.set(person.email, await context.storageState());
  }
  await page.goto(`/admin${path}`);
  return page;
};

/** A page of the public side, as somebody sees it who follows a link in a mail. */
export const openPage = async (
  path: string,
  { theme = 'light', language = 'en', width = 1000, height = 1000, script = true }: Look & { script?: boolean } = {},
): Promise<Page> => {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: QUIET });
  const context = await browser.newContext({
    baseURL: world.baseUrl,
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    javaScriptEnabled: script,
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  await page.goto(path);
  return page;
};

/** What axe finds wrong with a part of the page, and where. */
export const faultsIn = async (page: Page, part: string): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
};

export const closeBrowser = async (): Promise<void> => {
  await browser?.close();
  browser = undefined;
};
