import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aForm, aSession } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { app, clock } from '../harness/world';
import { closeBrowser, faultsIn, openPage } from './browser';

const MINUTE = 60_000;
const START = new Date('2027-03-10T09:00:00Z');
const at = (minutes: number) => clock.set(new Date(START.getTime() + minutes * MINUTE));

afterEach(() => clock.reset());
afterAll(closeBrowser);

/** Somebody with a seat in a session that starts at START, and the paths of their pages. */
const somebody = async (fields: Record<string, unknown> = {}) => {
  at(-24 * 60);
  const session = await aSession({
    datetime: START.toISOString(),
    texts: [
      { locale: 'en', title: 'Steam, numbers and you' },
      { locale: 'de', title: 'Dampf, Zahlen und Sie' },
    ],
    recordingUrl: 'https://video.example.com/1',
  });
  const { body } = await request
    .post(`/api/webinars/sessions/${session.slug}/registrations`)
    .send({ data: aForm(fields) });
  const { reference } = body.data as { reference: string };
  const { links } = app;
  const pathOf = (link: string) => new URL(link).pathname + new URL(link).search;
  return {
    session,
    reference,
    manage: pathOf(links.manage(reference)),
    join: pathOf(links.join(reference)),
    feedback: pathOf(links.feedback(reference)),
    preferences: pathOf(links.preferences(reference)),
    unsubscribe: pathOf(links.unsubscribe(reference, 'reminders')),
    consent: pathOf(links.consent(reference)),
  };
};

describe('the pages behind the links in mails', () => {
  it.each([
    { language: 'en', theme: 'light' },
    { language: 'en', theme: 'dark' },
    { language: 'de', theme: 'light' },
    { language: 'de', theme: 'dark' },
  ] as const)('are usable by all, in $language and $theme', async ({ language, theme }) => {
    const person = await somebody({
      language,
      marketingConsent: true,
      timezone: 'Asia/Tokyo',
      specificQuestions: 'Why?',
    });
    const moments: [minutes: number, paths: string[]][] = [
      [
        -60,
        [
          person.manage,
          `${person.manage}?view=edit`,
          `${person.manage}?view=cancel`,
          `${person.manage}?done=saved`,
          person.join,
          person.feedback,
          person.preferences,
          person.unsubscribe,
          person.consent,
          '/webinars/manage/nobody',
        ],
      ],
      [-5, [person.join]],
      [90, [person.manage, person.feedback, person.join]],
    ];
    const page = await openPage('/webinars/manage/nobody', { language, theme });
    for (const [minutes, paths] of moments) {
      at(minutes);
      for (const path of paths) {
        await page.goto(path);
        expect([path, await faultsIn(page, 'html')]).toEqual([path, []]);
      }
    }
  });

  it('say accessibly which fields are faulty', async () => {
    const { manage } = await somebody();
    const page = await openPage(`${manage}?view=edit`);
    await page.getByLabel('First name').fill('x');
    await page.getByLabel('Website').fill('nowhere');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Website' }).waitFor();
    expect(await page.getByLabel('Website').getAttribute('aria-invalid')).toBe('true');
    expect(await faultsIn(page, 'html')).toEqual([]);
  });

  it('serve whoever has no script: details are changed, then the seat is given back', async () => {
    const { manage, reference } = await somebody();
    const page = await openPage(manage, { script: false });
    await page.getByRole('link', { name: 'Edit details' }).click();
    await page.getByRole('textbox', { name: 'Company' }).fill('Analytical Engines');
    await page.getByLabel('Your time zone').selectOption('Asia/Tokyo');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your details are saved.').waitFor();
    await page.getByText('Analytical Engines').waitFor();
    await page.getByText('18:00 – 19:00 GMT+9').waitFor();
    await page.getByRole('link', { name: 'Cancel this registration' }).click();
    await page.getByRole('link', { name: 'Keep it' }).waitFor();
    await page.getByRole('button', { name: 'Cancel registration' }).click();
    await page.getByText('Your registration is cancelled.').waitFor();
    expect(await sql('select state from registrations where reference = $1', [reference])).toEqual([
      { state: 'cancelled' },
    ]);
  });

  it('count down to the opening of the door, and open it', async () => {
    const { join } = await somebody();
    at(-16);
    const page = await openPage(join);
    await page
      .getByRole('timer')
      .getByText(/\d+ seconds to go$/)
      .waitFor();
    at(-15);
    // What the page waits for is a minute away; its own clock is moved there.
    await page.evaluate(() => {
      const shift = 61_000;
      const before = performance.now.bind(performance);
      performance.now = () => before() + shift;
    });
    await page.getByRole('button', { name: 'Join now' }).waitFor();
  });

  it('lead into the meeting on another host, past what forms may else do', async () => {
    const meeting = createServer((_, answer) => answer.end('The meeting')).listen(0, '127.0.0.1');
    await once(meeting, 'listening');
    try {
      const { port } = meeting.address() as AddressInfo;
      const { join, session } = await somebody();
      await sql('update sessions set meeting_url = $1 where document_id = $2', [
        `http://127.0.0.1:${port}/room`,
        session.documentId,
      ]);
      at(-5);
      const page = await openPage(join);
      await page.getByRole('button', { name: 'Join now' }).click();
      await page.getByText('The meeting').waitFor();
      expect(page.url()).toBe(`http://127.0.0.1:${port}/room`);
      expect(await page.evaluate(() => document.referrer)).toBe('');
    } finally {
      meeting.close();
    }
  });

  it('can be used from the keyboard, beginning with a way past the header', async () => {
    const { manage } = await somebody();
    const page = await openPage(manage);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash !== '');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go to the session');
  });
});
