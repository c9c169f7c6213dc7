// Parts of a test run inside the page.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { world } from '../harness/world';

export type Look = { theme?: 'light' | 'dark'; language?: 'en' | 'de'; width?: number; height?: number };

/** Both themes and both languages, for what a journey comes upon on its way. Every page as such is looked at in all four by another one. */
export const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'de' },
] as const satisfies Look[];

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
// What the browser has fetched and compiled for somebody in one look serves their next page in it as well.
const contexts = new Map<string, BrowserContext>();
let opened: { page: Page; test: string | undefined }[] = [];

const watch = (page: Page): void => {
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strays.push(request.url());
  });
};

const newContext = async (options: BrowserContextOptions): Promise<BrowserContext> => {
  browser ??= await chromium.connect(shared.browser.url);
  return browser.newContext({
    baseURL: world.baseUrl,
    timezoneId: 'Europe/Berlin',
    // What fades in is there at once: nothing is looked at halfway.
    reducedMotion: 'reduce',
    ...options,
  });
};

/** A page of its own for a test; what earlier tests have left open is closed, and asks for nothing any more. */
const newPage = async (context: BrowserContext): Promise<Page> => {
  const test = expect.getState().currentTestName;
  const isOver = (one: (typeof opened)[number]) => one.test !== undefined && one.test !== test;
  for (const { page } of opened.filter(isOver)) await page.close();
  opened = opened.filter((one) => !isOver(one));
  const page = await context.newPage();
  opened.push({ page, test });
  page.setDefaultTimeout(60_000);
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

const looking = async (
  { theme = 'light', language = 'en' }: Look,
  options: BrowserContextOptions,
): Promise<BrowserContext> => {
  const context = await newContext(options);
  await context.addInitScript(
    ([chosen, spoken]) => {
      // A mail in its sandbox has no storage, and needs none.
      if (window !== window.top) return;
      localStorage.setItem('STRAPI_THEME', chosen);
      localStorage.setItem('strapi-admin-language', spoken);
    },
    [theme, language] as const,
  );
  return context;
};

const WINDOW = { width: 1440, height: 1000 };

/** The admin of an instance at which nobody has an account yet. */
export const openInstance = async (baseURL: string): Promise<Page> =>
  newPage(await looking({}, { baseURL, viewport: WINDOW }));

/** A page of the admin, logged in, in the look one asks for. */
export const openAdmin = async (
  path: string,
  look: Look = {},
  person: Person = DEMO,
  baseURL = world.baseUrl,
): Promise<Page> => {
  const who = `${person.email} ${baseURL}`;
  const key = `${who} ${look.theme ?? 'light'} ${look.language ?? 'en'}`;
  const context = contexts.get(key) ?? (await looking(look, { baseURL, storageState: shared.logins.get(who) }));
  contexts.set(key, context);
  const page = await newPage(context);
  await page.setViewportSize({ width: look.width ?? WINDOW.width, height: look.height ?? WINDOW.height });
  if (!shared.logins.has(who)) {
    await logIn(page, person);
    shared.logins.set(who, await context.storageState());
  }
  await page.goto(`/admin${path}`);
  return page;
};

/**
 * Goes to another of our pages as its links do, without loading the whole admin anew. By way of an address where nothing is: it is there anew
 * although one came from the same page.
 */
export const follow = async (page: Page, path: string): Promise<void> => {
  await page.locator('main').first().waitFor();
  // Nothing lies under the pointer by chance.
  await page.mouse.move(0, 0);
  for (const to of ['/admin/plugins/webinars/nothing', `/admin${path}`]) {
    await page.evaluate((address) => {
      document.querySelector('main')!.dataset.left = '';
      history.pushState({}, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, to);
    await page.locator('main:not([data-left])').first().waitFor();
  }
};

/** A page of the public side, as somebody sees it who follows a link in a mail. */
export const openPage = async (
  path: string,
  { theme = 'light', language = 'en', width = 1000, height = 1000, script = true }: Look & { script?: boolean } = {},
  baseURL = world.baseUrl,
): Promise<Page> => {
  const page = await newPage(
    await newContext({
      baseURL,
      viewport: { width, height },
      locale: language,
      colorScheme: theme,
      javaScriptEnabled: script,
    }),
  );
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

/**
 * Takes out the mails that are shown in a sandbox: they run nothing, axe neither, and what is in them is their author's. Answers how many have
 * no name, and with what to put them back.
 */
const takeOutFrames = async (page: Page) => {
  const taken = await page.evaluateHandle(() =>
    Array.from(document.querySelectorAll('iframe'), (frame) => {
      const place = document.createComment('');
      frame.replaceWith(place);
      return { frame, place };
    }),
  );
  return {
    unnamed: await taken.evaluate((all) => all.filter(({ frame }) => !frame.title).length),
    putBack: () => taken.evaluate((all) => all.forEach(({ frame, place }) => place.replaceWith(frame))),
  };
};

/** What axe finds wrong with parts of the page, and where. */
export const faultsIn = async (page: Page, ...parts: string[]): Promise<string[]> => {
  await settled(page);
  const { unnamed, putBack } = await takeOutFrames(page);
  const { violations } = await parts
    .reduce((axe, part) => axe.include(part), new AxeBuilder({ page }))
    // Nobody reads the details of what is well.
    .options({ resultTypes: ['violations'] })
    // As no frame is within, nothing has to be put together from several: half the time.
    .setLegacyMode()
    .analyze();
  await putBack();
  return [
    ...(unnamed > 0 ? [`${unnamed} frames without a name`] : []),
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    ),
  ];
};

/** The address and the text of every page that is open, for whoever reads the report of a run that failed. */
const whatPagesShow = async (): Promise<string> => {
  const shown = opened.map(async ({ page }) => {
    const text = await page.locator('body').innerText({ timeout: 5_000 });
    return `${page.url()}\n${text.replaceAll(/\n+/g, '\n').slice(0, 4_000)}`;
  });
  const told = await Promise.allSettled(shown);
  return told.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))).join('\n\n');
};
Object.assign(globalThis, { whatPagesShow });

/** Closes every page this file has opened. The browser stays for the next one. */
export const closeBrowser = async (): Promise<void> => {
  await browser?.close();
  browser = undefined;
  contexts.clear();
  opened = [];
};
