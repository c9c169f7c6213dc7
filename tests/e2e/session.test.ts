/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { aSession, aSpeaker, aTopic } from '../harness/builders';
import { drainJobs } from '../harness/drain-jobs';
import { sql } from '../harness/sql';
import { app, clock, strapi } from '../harness/world';
import { closeBrowser, DEMO, faultsIn, follow, LOOKS, openAdmin, type Look } from './browser';

afterAll(closeBrowser);

const DAY = 86_400_000;
const PEOPLE = 200;

type Made = { documentId: string; slug: string };

let made = 0;

// The builders number what they make anew in each file, and all files of a run share one database.
const aRun = async (data: Record<string, unknown> = {}): Promise<Made> => {
  made += 1;
  const topic = await aTopic({ slug: `run-sheet-topic-${made}`, title: `Engines, part ${made}` });
  const speaker = await aSpeaker({ slug: `run-sheet-speaker-${made}`, email: `speaker-${made}@journey.example` });
  return aSession({
    slug: `run-sheet-${made}`,
    topic: topic.documentId,
    speaker: speaker.documentId,
    datetime: new Date(+clock.now() + 20 * DAY).toISOString(),
    capacity: null,
    ...data,
  });
};

/** Many who are registered, past the public door: what they see there is tested elsewhere. */
const fill = async ({ documentId }: Made, people: number, state = 'confirmed'): Promise<void> => {
  await sql(
    `with session as (select id, document_id from sessions where document_id = $1),
     people as (
       insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, company, locale,
         registered_at, payment_status, created_at, updated_at, published_at)
       select $1 || $3 || n, upper($1 || $3 || n), $1, $3, 'Visitor', 'Number ' || lpad(n::text, 3, '0'), $3 || n || '-' || $1 || '@journey.example',
         'Example Ltd', 'en', now() - interval '10 days' + make_interval(mins => n), 'not_required', now(), now(), now()
         from generate_series(1, $2::int) n
       returning id, session_document_id)
     insert into registrations_session_lnk (registration_id, session_id) select p.id, s.id from people p, session s`,
    [documentId, people, state],
  );
};

const BASE = '/plugins/webinars/sessions';
const openSession = (session: Made, query = '', look: Look = {}, person = DEMO) =>
  openAdmin(`${BASE}/${session.documentId}${query}`, look, person);

const line = (page: Page, id: string) => page.locator(`[data-item="${id}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const deliver = async () => {
  await app.mail.delivery.deliverDue();
};

/** Somebody who works in the admin and may do these things only. */
const aColleague = async (...actions: string[]) => {
  made += 1;
  const email = `colleague-${made}@journey.example`;
  const role = await strapi.service('admin::role').create({ name: `Colleague ${made}`, description: '' });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    actions.map((action) => ({
      action: `plugin::webinars.${action}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  );
  const password = 'Colleague-password-1';
  await strapi
    .service('admin::user')
    .create({ email, firstname: 'Cora', lastname: 'Colleague', password, isActive: true, roles: [role.id] });
  return { email, password };
};

describe('the run sheet', () => {
  it('changes when a session with two hundred registrants moves, and counts whom it told', async () => {
    const session = await aRun();
    await fill(session, PEOPLE);
    const page = await openSession(session);
    const week = line(page, 'reminder:7-days');
    await week.getByText('As of now it would go to 200 people.').waitFor();
    const before = await week.locator('time').getAttribute('datetime');

    await press(page, 'Change');
    await page.getByRole('menuitem', { name: 'Move …' }).click();
    const dialog = page.getByRole('dialog');
    const start = await dialog.getByLabel('Start').inputValue();
    await dialog.getByLabel('Start').fill(new Date(Date.parse(`${start}Z`) + 10 * DAY).toISOString().slice(0, 16));
    await dialog.getByText('200 people get the mail “Session moved”').waitFor();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    const moved = page.locator('[data-item^="event:"]', { hasText: 'Session moved' });
    await moved.getByText('200 waiting').waitFor();
    expect(await week.locator('time').getAttribute('datetime')).not.toBe(before);
    await deliver();
    // Something is under way, so the sheet looks again by itself.
    await moved.getByText('200 sent').waitFor();
    await moved.getByRole('link', { name: '200 sent' }).click();
    await page.waitForURL(/\/mails\?.*kind=session_moved/);
  });

  it('holds a reminder and releases it', async () => {
    const session = await aRun();
    await fill(session, 3);
    const page = await openSession(session);
    await press(page, 'Hold: Reminder, two days before');
    await page.getByText('The reminder is held for this session.').first().waitFor();
    await line(page, 'reminder:2-days').getByText('Held', { exact: true }).waitFor();
    await press(page, 'Release: Reminder, two days before');
    await line(page, 'reminder:2-days').getByText('Planned', { exact: true }).waitFor();
  });

  it('moves a reminder for this session, and shows beforehand when it would go out', async () => {
    const session = await aRun();
    await fill(session, 3);
    const page = await openSession(session);
    await press(page, 'Move: Reminder, a week before');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('60');
    await dialog.getByText(/^That was on/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Move', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Amount').fill('5');
    await dialog.getByText(/^It goes out on/).waitFor();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await line(page, 'reminder:7-days')
      .getByText('5 days before the start · usually 7 days before the start')
      .waitFor();
  });

  it('tells the second of two who change one reminder, and keeps what they entered', async () => {
    const session = await aRun();
    await fill(session, 3);
    const page = await openSession(session);
    await press(page, 'Move: Reminder, a week before');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('5');
    const other = await openSession(session);
    await press(other, 'Move: Reminder, a week before');
    await other.getByRole('dialog').getByLabel('Amount').fill('9');
    await other.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await line(other, 'reminder:7-days')
      .getByText(/^.*9 days before the start/)
      .waitFor();

    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await dialog.getByText(/^Somebody has changed this reminder/).waitFor();
    expect(await dialog.getByLabel('Amount').inputValue()).toBe('5');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await line(page, 'reminder:7-days')
      .getByText(/5 days before the start/)
      .waitFor();
  });

  it('sends a reminder now, asks first, and shows how far it is', async () => {
    const session = await aRun();
    await fill(session, 12);
    const page = await openSession(session);
    await press(page, 'Send now: Reminder, a week before');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send to 12 people' }).click();
    await page.getByText('12 mails are on their way.').first().waitFor();
    const week = line(page, 'reminder:7-days');
    await week.getByText('12 waiting').waitFor();
    await deliver();
    await week.getByText('12 sent').waitFor();
    expect(await page.getByRole('button', { name: 'Send now: Reminder, a week before' }).count()).toBe(0);
  });

  it('shows a mail as somebody would get it, in either language', async () => {
    const session = await aRun();
    await fill(session, 1);
    const page = await openSession(session);
    await press(page, 'Preview: Reminder, a week before');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^As Visitor Number 001/).waitFor();
    const subject = dialog.locator('[data-preview-subject]');
    const english = await subject.textContent();
    await dialog.getByRole('combobox', { name: 'Language of the preview' }).click();
    await page.getByRole('option', { name: 'German' }).click();
    await dialog.locator(`[data-preview-subject]:not(:has-text(${JSON.stringify(english)}))`).waitFor();
    expect(await dialog.locator('iframe').first().getAttribute('sandbox')).toBe('');
  });

  it('keeps its view in the address', async () => {
    const session = await aRun();
    const page = await openSession(session, '?show=attention');
    await page.getByText('Nothing needs a look').waitFor();
    await page.getByRole('tab', { name: 'Links' }).click();
    await page.waitForURL(/tab=links/);
    await page.reload();
    await page
      .getByRole('link', { name: /\/webinars\/run-sheet-\d+/ })
      .first()
      .waitFor();
  });
});

describe('the seats', () => {
  it('are explained down to who holds them', async () => {
    const session = await aRun({ capacity: 30 });
    await fill(session, 12);
    const page = await openSession(session);
    await press(page, 'Explain this number');
    await page.getByText('12 taken = 12 Confirmed').waitFor();
    await page.getByText(/^Checked at .* agree\.$/).waitFor();
    await press(page, 'Confirmed: show 12 registrations');
    await page.getByText('Visitor Number 001').waitFor();
    await press(page, 'Next');
    await page.getByText('Visitor Number 012').waitFor();
  });
});

describe('the line', () => {
  it('gives one of those who wait a seat out of turn, for a reason', async () => {
    const session = await aRun({ capacity: 1 });
    await fill(session, 1);
    await fill(session, 3, 'waitlisted');
    const page = await openSession(session, '?tab=waitlist');
    await page.getByText('3 people wait').waitFor();
    await press(page, 'Give Visitor Number 003 a seat out of turn');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('its capacity goes from 1 to 2').waitFor();
    await dialog.getByRole('button', { name: 'Add a seat and give it' }).click();
    await dialog.getByText('Please say why').waitFor();
    await dialog.getByLabel('Reason').fill('Speaks for the sponsor');
    await dialog.getByRole('button', { name: 'Add a seat and give it' }).click();
    await page.getByText('Visitor Number 003 has a seat and is told by mail.').first().waitFor();
    await page.getByText('2 people wait').waitFor();
    await page.getByText('1 person who came later was given a seat out of turn').first().waitFor();
    const [kept] = await sql(
      `select data->>'reason' as reason from webinars_audit where session_document_id = $1 and action = 'registration.promoted'`,
      [session.documentId],
    );
    expect(kept).toEqual({ reason: 'Speaks for the sponsor' });
    await drainJobs();
  });
});

describe('somebody who may only look', () => {
  it('sees the run sheet and none of what can be done', async () => {
    const session = await aRun({ capacity: 1 });
    await fill(session, 1);
    const colleague = await aColleague('sessions.read');
    const page = await openSession(session, '', {}, colleague);
    await line(page, 'reminder:7-days').getByText('Planned', { exact: true }).waitFor();
    for (const name of [/^Hold/, /^Move/, /^Send now/, /^Preview/]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    }
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Run sheet', 'Seats', 'Links']);
  });
});

describe('the page of a session', () => {
  let session: Made;
  beforeAll(async () => {
    session = await aRun({ capacity: 20 });
    await fill(session, 20);
    await fill(session, 4, 'waitlisted');
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { datetime: new Date(+clock.now() + 21 * DAY).toISOString() } });
    await deliver();
  });

  it.each(LOOKS)('is usable by all, $theme and in $language', async (look) => {
    const page = await openSession(session, '', { ...look, height: 1600 });
    for (const tab of ['sheet', 'seats', 'waitlist', 'mails', 'partners', 'history', 'links']) {
      await follow(page, `${BASE}/${session.documentId}?tab=${tab}`);
      await page
        .locator('main[aria-busy="false"] [role="tabpanel"][data-state="active"] :is(h2, h3, table, dl)')
        .first()
        .waitFor();
      expect({ tab, faults: await faultsIn(page, 'main') }).toEqual({ tab, faults: [] });
    }
    await follow(page, `${BASE}/${session.documentId}`);
    for (const act of ['preview', 'move', 'send_now']) {
      const names = {
        preview: /^(Preview|Vorschau): /,
        move: /^(Move|Verschieben): /,
        send_now: /^(Send now|Jetzt senden): /,
      };
      await page
        .getByRole('button', { name: names[act as keyof typeof names] })
        .first()
        .click();
      const dialog = page.locator('[role="dialog"], [role="alertdialog"]');
      await dialog.waitFor();
      if (act === 'preview') await dialog.locator('iframe').first().waitFor();
      expect({ act, faults: await faultsIn(page, '[role="dialog"], [role="alertdialog"]') }).toEqual({
        act,
        faults: [],
      });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('fits on a phone', async () => {
    const page = await openSession(session);
    await page.setViewportSize({ width: 390, height: 800 });
    await line(page, 'starts').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
