// Parts of a test run inside the page.
/// <reference lib="dom" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import german from '../../plugins/webinars/admin/src/translations/de.json';
import { anEditor } from '../harness/an-editor';
import { aForm, aSession } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app, world } from '../harness/world';
import { closeBrowser, faultsIn, follow, openAdmin, type Look } from './browser';

afterAll(closeBrowser);

/** The pages there are, as the plugin's own list of routes has them: a new one is looked at by itself. */
const ROUTES = [
  ...fs
    .readFileSync(path.join(world.root, 'plugins/webinars/admin/src/pages/Pages.tsx'), 'utf8')
    .matchAll(/<Route\s+(?:index|path="([^"]+)")/g),
]
  .map(([, route = '']) => route)
  .filter((route) => route !== '*');

/** What to look at where an address has a variable part. */
const examples: Record<string, string> = {};

beforeAll(async () => {
  const session = await aSession({ texts: [{ locale: 'en', title: 'Looked at on every page' }] });
  const joined = await request
    .post(`/api/webinars/sessions/${session.slug}/registrations`)
    .send({ data: aForm({ firstName: 'Paula', lastName: 'Everypage' }) });
  expect(joined.status).toBe(201);
  await app.mail.delivery.deliverDue();
  const [made] = await sql<{ registration: string; mail: string }>(
    `select (select document_id from registrations where reference = $1) as registration, (select max(id)::text from webinars_mails) as mail`,
    [joined.body.data.reference],
  );
  const editor = await anEditor();
  const written = await editor.post('/webinars-admin/messages').send({
    key: 'looked-at-on-every-page',
    audience: { session: session.documentId },
    texts: { en: { subject: 'The slides', body: 'Here they are.' } },
  });
  expect(written.status).toBe(201);
  const brought = await editor
    .post(`/webinars-admin/imports?session=${session.documentId}`)
    .attach(
      'files',
      Buffer.from('First Name,Last Name,Email\r\nIda,Imported,ida@every-page.example\r\n'),
      'people.csv',
    );
  expect(brought.status).toBe(200);
  const chosen = await editor
    .post('/webinars-admin/bulk/places')
    .send({ deed: 'cancel', which: { ids: [made!.registration] } });
  expect(chosen.status).toBe(200);
  await drainJobs();
  await app.mail.delivery.deliverDue();
  Object.assign(examples, {
    'sessions/:documentId': `sessions/${session.documentId}`,
    'registrations/:documentId': `registrations/${made!.registration}`,
    'imports/:id': `imports/${brought.body.data.id}`,
    'bulk/:id': `bulk/${chosen.body.data.id}`,
    'mails/:id': `mails/${made!.mail}`,
    'messages/:id': `messages/${written.body.data.id}`,
    'templates/:kind/:locale': 'templates/confirmation/en',
  });
});

const addressOf = (route: string): string => {
  const address = route.includes(':') ? examples[route] : route;
  if (address === undefined) throw new Error(`${route} has a variable part: say above what to look at there.`);
  return `/plugins/webinars/${address}`.replace(/\/$/, '');
};

/** Knows which questions of a page have no answer yet. Frames are no questions: what is in a sandbox never tells that it is there. */
const watchRequests = (page: Page) => {
  const open = new Set<unknown>();
  let oneLess = () => {};
  const end = (request: unknown) => {
    open.delete(request);
    oneLess();
  };
  page.on('request', (request) => ['fetch', 'xhr', 'script'].includes(request.resourceType()) && open.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  // Nobody waits any more for what the document before has asked.
  page.on('domcontentloaded', () => open.clear());
  return async (): Promise<void> => {
    while (open.size > 0) await new Promise<void>((resolve) => (oneLess = resolve));
  };
};

/** Goes there, and waits until the page has all it asked for. */
const go = async (page: Page, address: string, answered: () => Promise<void>): Promise<void> => {
  await follow(page, address);
  await page.locator('main:not([aria-busy="true"]) h1').first().waitFor();
  await answered();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
};

const KEYS = new Set(Object.keys(german).filter((key) => key.includes('.')));

/** Names of texts that stand where the text itself should. */
const rawKeys = async (page: Page): Promise<string[]> => {
  const words = await page.evaluate(() => {
    const named = Array.from(document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')).flatMap(
      (element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    // What one may write into a template has names that are as such to be read.
    const code = new Set(Array.from(document.querySelectorAll('code'), ({ innerText }) => innerText));
    return [document.title, document.body.innerText, ...named]
      .join(' ')
      .split(/\s+/)
      .filter((word) => !code.has(word));
  });
  return words.filter((word) => /^webinars\.[a-z]/.test(word) || KEYS.has(word));
};

/** What is wider than there is room for: the page itself, and whatever of it scrolls as a whole. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide: string[] = [];
    for (let part = document.querySelector('main'); part; part = part.parentElement) {
      if (part.scrollWidth > part.clientWidth + 1) wide.push(`${part.tagName} ${part.scrollWidth}`);
    }
    return wide;
  });

/** Lists of pages whose chosen one is out of sight. */
const outOfSight = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('nav .active, [role="tab"][aria-selected="true"]'))
      .filter((item) => {
        const { left, right } = item.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((item) => item.textContent),
  );

const ALL_LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'de' },
  { theme: 'dark', language: 'de' },
] as const satisfies Look[];

describe('every page of ours', () => {
  it('is known', () => {
    expect(ROUTES).toEqual(expect.arrayContaining(['', 'sessions', 'sessions/:documentId', 'registrations', 'mails']));
  });

  it.each(ALL_LOOKS)('is usable by all, fits, and says everything in words, $theme and in $language', async (look) => {
    const page = await openAdmin('/', { ...look, width: 1280, height: process.env.SCREENSHOTS ? 1800 : 1000 });
    await page.locator('main h1').waitFor();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    const answered = watchRequests(page);
    const found: Record<string, unknown> = {};
    for (const route of ROUTES) {
      await go(page, addressOf(route), answered);
      const name = `${route.replace(/:\w+/g, 'one').replace(/\W+/g, '-') || 'overview'}-${look.language}-${look.theme}`;
      if (process.env.SCREENSHOTS) await page.screenshot({ path: path.join(process.env.SCREENSHOTS, `${name}.png`) });
      const wide = await tooWide(page);
      const keys = await rawKeys(page);
      const faults = await faultsIn(page, 'main', 'nav[aria-label]');
      const of = { faults, keys, wide, complaints: complaints.splice(0) };
      if (Object.values(of).some((list) => list.length > 0)) found[route] = of;
    }
    expect(found).toEqual({});
  });

  it('fits a phone, and shows where one is', async () => {
    const page = await openAdmin('/', { theme: 'dark', language: 'de', width: 390, height: 844 });
    await page.locator('main h1').waitFor();
    const answered = watchRequests(page);
    const session = examples['sessions/:documentId']!;
    const views = ['sessions?view=board', `${session}?tab=people`, 'sessions?view=calendar', `${session}?tab=links`];
    const found: Record<string, unknown> = {};
    for (const address of [...ROUTES.map(addressOf), ...views.map((view) => `/plugins/webinars/${view}`)]) {
      await go(page, address, answered);
      const of = { wide: await tooWide(page), outOfSight: await outOfSight(page) };
      if (Object.values(of).some((list) => list.length > 0)) found[address] = of;
    }
    expect(found).toEqual({});
  });
});
