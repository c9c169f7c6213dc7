// Parts of a test run inside the page.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { aForm, aSession, aSpeaker, aTopic } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { strapi } from '../harness/world';
import { closeBrowser, faultsIn, follow, LOOKS, openAdmin, type Look } from './browser';

afterAll(closeBrowser);

const PAGE = '/plugins/webinars/sessions';
const DAY = 86_400_000;
// On the minute, as people plan.
const inDays = (days: number, minutes = 0) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY + minutes * 60_000).toISOString();

type Made = { documentId: string; slug: string };

/** A session by a title that is found by searching. */
const titled = (title: string, fields: Record<string, unknown> = {}): Promise<Made> =>
  aSession({
    texts: [
      { locale: 'en', title },
      { locale: 'de', title },
    ],
    datetime: inDays(40),
    capacity: 500,
    ...fields,
  });

const register = async ({ slug }: Made, people: number) => {
  for (let person = 0; person < people; person += 1) {
    const answer = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm() });
    expect(answer.status).toBe(201);
  }
};

const openSessions = async (query: string, look: Look = {}): Promise<Page> => {
  const page = await openAdmin(`${PAGE}${query}`, look);
  await page.getByRole('tab', { name: /^(List|Liste)$/ }).waitFor();
  return page;
};

const actOn = async (page: Page, title: string, item: string) => {
  await page.getByRole('button', { name: `Actions for “${title}”` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const openForm = async ({ documentId }: Made, look: Look = {}): Promise<Page> => {
  const page = await openAdmin(`/content-manager/collection-types/api::session.session/${documentId}`, look);
  await page.locator('input[name=capacity]').waitFor();
  return page;
};

const row = async ({ documentId }: Made) =>
  (
    await sql<{ state: string; capacity: number; slug: string; datetime: Date }>(
      `select state, capacity, slug, datetime at time zone 'UTC' as datetime from sessions where document_id = $1`,
      [documentId],
    )
  )[0]!;

describe('the sessions of the programme', () => {
  it('are shown as a list, a board and a calendar, all of it in the address', async () => {
    const datetime = inDays(2);
    await titled('Seen In Three Ways', { datetime });
    const page = await openSessions('?search=Seen+In+Three');
    await page.getByRole('link', { name: 'Seen In Three Ways' }).waitFor();
    await page.getByRole('tab', { name: 'Board' }).click();
    await page.getByRole('region', { name: 'Published' }).getByRole('link', { name: 'Seen In Three Ways' }).waitFor();
    expect(page.url()).toContain('view=board');
    await page.getByRole('tab', { name: 'Calendar' }).click();
    // As the programme's clock has it, where it may be the next month already.
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' })
      .format(new Date(datetime))
      .slice(0, 7);
    await page.goto(`/admin${PAGE}?search=Seen+In+Three&view=calendar&month=${month}`);
    await page.getByRole('table').getByRole('link', { name: 'Seen In Three Ways' }).waitFor();
    await page.goBack();
    await page.getByRole('tab', { name: 'Calendar', selected: true }).waitFor();
  });

  it('are found by words, and nothing found says so with a way back', async () => {
    const page = await openSessions('');
    await page.getByLabel('Search').fill('no session is called this');
    await page.getByText('No session fits these filters.').waitFor();
    await page
      .getByRole('button', { name: /Clear|filters/i })
      .last()
      .click();
    await page.getByRole('grid').waitFor();
  });

  it.each(LOOKS)('are usable by all, $theme and in $language', async (look) => {
    await titled('Looked At Closely', {
      datetime: inDays(1, 30),
      meetingUrl: null,
      speaker: (await aSpeaker()).documentId,
    });
    const page = await openSessions('', look);
    for (const query of ['', '?view=board', '?view=calendar']) {
      await follow(page, `${PAGE}${query}`);
      await page.getByRole('link', { name: /./ }).first().waitFor();
      await page.locator('main[aria-busy=false]').waitFor();
      expect([query, await faultsIn(page, 'main')]).toEqual([query, []]);
    }
  });
});

describe('a session with 200 registrants', () => {
  it('is moved once it is seen who is told and which reminders change', async () => {
    const session = await titled('Two Hundred People');
    await register(session, 200);
    await drainJobs();
    const page = await openSessions('?search=Two+Hundred');
    await actOn(page, 'Two Hundred People', 'Move …');
    const dialog = page.getByRole('dialog');
    const move = dialog.getByRole('button', { name: 'Move', exact: true });
    await dialog.getByLabel('Start').waitFor();
    expect(await move.isDisabled()).toBe(true);
    const start = await dialog.getByLabel('Start').inputValue();
    const later = `${new Date(Date.parse(`${start}Z`) + DAY).toISOString().slice(0, 16)}`;
    await dialog.getByLabel('Start').fill(later);
    await dialog.getByText('200 people get the mail “Session moved”').waitFor();
    await dialog.getByText('Reminder, a week before').waitFor();
    await dialog.locator('[aria-busy=false]').waitFor();
    expect(await faultsIn(page, '[role=dialog]')).toEqual([]);
    const before = await row(session);
    await move.click();
    await page.getByText('The session is moved.').first().waitFor();
    expect(+(await row(session)).datetime - +before.datetime).toBe(DAY);
    const [mails] = await sql(
      `select count(*)::int as count from webinars_mails where kind = 'session_moved' and session_document_id = $1`,
      [session.documentId],
    );
    expect(mails).toEqual({ count: 200 });
  });

  it('is not moved by its form before that is seen as well, by button or by keyboard', async () => {
    const session = await titled('Moved By Form', { capacity: 5 });
    await register(session, 3);
    const page = await openForm(session);
    await page.locator('input[name=duration]').fill('95');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('3 people get the mail “Session moved”').waitFor();
    await dialog.getByRole('button', { name: 'Back to the form' }).click();
    expect(await page.locator('input[name=duration]').inputValue()).toBe('95');

    await page.keyboard.press('Control+Enter');
    await dialog.getByText('3 people get the mail “Session moved”').waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    expect(await sql(`select duration from sessions where document_id = $1`, [session.documentId])).toEqual([
      { duration: 95 },
    ]);
    // What concerns nobody is saved without a question.
    const again = await openForm(session);
    await again.locator('input[name=capacity]').fill('6');
    const saved = again.waitForResponse((response) => response.request().method() === 'PUT');
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await saved).status()).toBe(200);
    expect((await row(session)).capacity).toBe(6);
  });
});

describe('two editors of one session', () => {
  it('lose nothing: the second is told who came first and what both changed, and saves on top', async () => {
    const session = await titled('Edited By Two', { capacity: 10 });
    const [other] = await sql<{ id: number }>('select id from admin_users order by id limit 1');
    const page = await openForm(session);
    await strapi.documents('api::session.session').update({
      documentId: session.documentId,
      data: { capacity: 30, duration: 45, updatedBy: other!.id } as never,
    });
    await page.locator('input[name=capacity]').fill('20');
    await page.locator('input[name=slug]').fill('edited-by-the-second');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('changed this session on', { exact: false }).first().waitFor();
    await dialog.getByText('This was changed by both of you: Seats', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Back to the form' }).click();
    expect(await page.locator('input[name=capacity]').inputValue()).toBe('20');
    expect(await row(session)).toMatchObject({ capacity: 30, slug: session.slug });

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save my changes on top' }).click();
    await page.getByText('Your changes are saved on top of theirs.').first().waitFor();
    expect(await row(session)).toMatchObject({ capacity: 20, slug: 'edited-by-the-second' });
    expect(await sql('select duration from sessions where document_id = $1', [session.documentId])).toEqual([
      { duration: 45 },
    ]);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=duration]')?.value === '45');
  });

  it('keep their form where the server itself refuses', async () => {
    const session = await titled('Refused By The Server', { capacity: 10 });
    const page = await openForm(session);
    // Somebody is first in the very moment between the look and the save.
    await page.route('**/save/preview*', (route) => route.abort());
    await strapi.documents('api::session.session').update({
      documentId: session.documentId,
      data: { capacity: 30, slug: 'changed-by-the-first' },
    });
    await page.locator('input[name=capacity]').fill('20');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Nothing of yours was saved', { exact: false }).first().waitFor();
    expect(await page.locator('input[name=capacity]').inputValue()).toBe('20');
    expect((await row(session)).capacity).toBe(30);
    // On top of what the other has saved, which is in the form now as well.
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=slug]')?.value === 'changed-by-the-first',
    );
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
    await page.getByText('Saved document').first().waitFor();
    expect(await row(session)).toMatchObject({ capacity: 20, slug: 'changed-by-the-first' });
  });

  it('keeps a form whose entries cannot be, and says which', async () => {
    const session = await titled('Closes Too Early', {
      registrationOpensAt: inDays(10),
      registrationClosesAt: inDays(20),
      capacity: 10,
    });
    const page = await openForm(session);
    await page.locator('input[name=capacity]').fill('20');
    await page.locator('input[name=timezone]').fill('Mars/Base');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('This is not an IANA time zone', { exact: false }).waitFor();
    expect(await page.locator('input[name=capacity]').inputValue()).toBe('20');
    await page.locator('input[name=timezone]').fill('Europe/Vienna');
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
    await page.getByText('Saved document').first().waitFor();
    expect((await row(session)).capacity).toBe(20);
  });
});

describe('beside the forms of the Content Manager', () => {
  it('a session shows its seats, warns of conflicts while it is edited, and offers its deeds', async () => {
    const speaker = (await aSpeaker({ firstName: 'Connie', lastName: 'Conflict' })).documentId;
    const topic = (await aTopic({ category: 'of one session only' })).documentId;
    // On the hour: what is typed below is then one of the times that the field offers.
    const start = Math.floor(Date.parse(inDays(50)) / 3_600_000) * 3_600_000;
    await titled('In The Way', { speaker, datetime: new Date(start).toISOString() });
    const datetime = new Date(start + 95 * 60_000).toISOString();
    const session = await titled('Has A Panel', { speaker, topic, datetime, capacity: 10 });
    await register(session, 2);
    const page = await openForm(session);
    await page.getByText('2 of 10', { exact: true }).first().waitFor();
    await page.getByText('Nobody on stage is double-booked', { exact: false }).waitFor();
    const time = page.getByRole('combobox', { name: 'Choose time' }).first();
    const [hours, minutes] = (await time.inputValue()).split(':').map(Number);
    const earlier = (hours! * 60 + minutes! + 1440 - 20) % 1440;
    await time.fill(`${String(Math.floor(earlier / 60)).padStart(2, '0')}:${String(earlier % 60).padStart(2, '0')}`);
    await time.press('Enter');
    await page.getByText('Connie Conflict would have only 15 minutes', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'In The Way' }).waitFor();
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Cancel the session …' }).click();
    await page.getByRole('dialog').getByText('This form has changes that are not saved', { exact: false }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'a topic and a speaker show their sessions, usable by all when it is %s',
    async (theme) => {
      const topic = await aTopic({ title: `Topic with sessions ${theme}` });
      const speaker = await aSpeaker();
      const title = `Beside Topic ${theme}`;
      await titled(title, { topic: topic.documentId, speaker: speaker.documentId });
      for (const [uid, { documentId }] of [
        ['api::topic.topic', topic],
        ['api::speaker.speaker', speaker],
      ] as const) {
        const page = await openAdmin(
          `/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=en`,
          { theme },
        );
        await page.getByRole('link', { name: title }).waitFor();
        await page.getByRole('link', { name: 'All its sessions' }).waitFor();
        await page.close();
      }
    },
  );
});
