/// <reference lib="dom" />
import { aForm, aSession, aSpeaker, aTopic } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { clock, strapi } from '../harness/world';
import { closeBrowser, faultsIn, openPage } from './browser';

const NOW = new Date('2027-03-01T09:00:00Z');
const START = '2027-03-10T09:00:00.000Z';

beforeEach(() => clock.set(NOW));
afterEach(() => clock.reset());
afterAll(closeBrowser);

const text = (words: string, marks = {}) => ({ type: 'text' as const, text: words, ...marks });

// The builders number what they make anew in each file, and all files of a run share one database.
let made = 0;
const named = (what: string) => `landing-${what}-${(made += 1)}`;

/** A session that has everything its page can show. */
const aFullSession = async (data: Record<string, unknown> = {}) => {
  const topic = await aTopic({
    slug: named('topic'),
    title: 'Steam, numbers and you',
    description: [
      { type: 'paragraph', children: [text('What an engine does, '), text('step by step', { bold: true }), text('.')] },
      { type: 'heading', level: 2, children: [text('The parts')] },
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('The mill')] },
          {
            type: 'list-item',
            children: [{ type: 'link', url: 'https://store.example.com', children: [text('The store')] }],
          },
        ],
      },
      { type: 'quote', children: [text('It weaves algebraical patterns.')] },
      { type: 'code', children: [text('10 operations_per_minute = multiply(columns, cards) + carry(anticipating)')] },
    ],
    learningObjectives: ['Read a table of operations', 'Write one'],
    targetAudience: 'Engineers, and whoever works with them',
    prerequisites: 'Nothing but curiosity',
    agenda: [
      { offset: 0, title: 'Welcome' },
      { offset: 10, title: 'The engine, part by part' },
      { offset: 45, title: 'Your questions' },
    ],
  });
  await strapi.documents('api::topic.topic').update({
    documentId: topic.documentId,
    locale: 'de',
    data: {
      title: 'Dampf, Zahlen und Sie',
      slug: `dampf-${topic.documentId}`,
      description: [{ type: 'paragraph', children: [text('Was eine Maschine tut, Schritt für Schritt.')] }],
    } as never,
  });
  const speaker = await aSpeaker({
    slug: named('anna'),
    firstName: 'Anna',
    lastName: 'Berg',
    position: 'Partner',
    company: 'Berg & Co',
  });
  const moderator = await aSpeaker({ slug: named('maud'), firstName: 'Maud', lastName: 'Moll' });
  return aSession({
    slug: named('session'),
    datetime: START,
    topic: topic.documentId,
    speaker: speaker.documentId,
    moderator: moderator.documentId,
    ...data,
  });
};

const registered = (slug: string) =>
  request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm() });

describe('the page of a session', () => {
  it.each([
    { language: 'en', theme: 'light' },
    { language: 'en', theme: 'dark' },
    { language: 'de', theme: 'light' },
    { language: 'de', theme: 'dark' },
  ] as const)('is usable by all, on wide and narrow screens, in $language and $theme', async ({ language, theme }) => {
    const open = await aFullSession({ price: 9900, earlyBirdPrice: 4900, earlyBirdEndsAt: '2027-03-05T09:00:00.000Z' });
    const waiting = await aFullSession({ capacity: 1 });
    await registered(waiting.slug);
    const full = await aFullSession({ capacity: 1, allowWaitlist: false });
    await registered(full.slug);
    const over = await aFullSession({ datetime: '2027-02-10T09:00:00.000Z' });
    const page = await openPage(`/webinars/${open.slug}`, { language, theme });
    for (const { slug } of [open, waiting, full, over]) {
      for (const width of [1000, 360]) {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(`/webinars/${slug}`);
        expect([slug, width, await faultsIn(page, 'html')]).toEqual([slug, width, []]);
        const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect([slug, width, overflows]).toEqual([slug, width, false]);
      }
    }
  });

  it('says accessibly which fields are faulty', async () => {
    const { slug } = await aFullSession();
    const page = await openPage(`/webinars/${slug}`);
    await page.getByLabel('First name').fill('x');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'I accept the terms of participation' }).click();
    await page.locator('#termsAccepted:focus').waitFor();
    expect(await page.getByLabel('First name').inputValue()).toBe('x');
    expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
    expect(await faultsIn(page, 'html')).toEqual([]);
  });

  it('serves whoever has no script, and whoever has only a keyboard, from the page to the seat', async () => {
    const { slug, documentId } = await aFullSession();
    const page = await openPage(`/webinars/${slug}`, { script: false });
    await page.getByRole('link', { name: 'Register' }).focus();
    await page.keyboard.press('Enter');
    const keys = ['Ada', 'Lovelace', 'ada@example.com', 'Analytical Engines', 'Countess', '50', 'Germ', 'Why?', ''];
    for (const typed of keys) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    for (let box = 0; box < 2; box += 1) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.getByText('You are registered.').waitFor();
    expect(await page.title()).toContain('Your registration');
    await page.getByText('Countess').waitFor();
    expect(
      await sql(
        `select first_name, company, company_size as size, country, state, marketing_consent as news from registrations where session_document_id = $1`,
        [documentId],
      ),
    ).toEqual([
      {
        first_name: 'Ada',
        company: 'Analytical Engines',
        size: 'upTo249',
        country: 'DE',
        state: 'confirmed',
        news: false,
      },
    ]);
    await page.goto(`/webinars/${slug}`);
    await page.getByText('9 seats are left.').waitFor();
  });
});
