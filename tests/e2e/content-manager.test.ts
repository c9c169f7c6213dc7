import type { Page } from 'playwright-core';
import { aForm } from '../harness/builders';
import { request } from '../harness/request';
import { sql } from '../harness/sql';
import { closeBrowser, openAdmin, type Look } from './browser';

afterAll(closeBrowser);

type Session = { documentId: string; slug: string; capacity: number; taken: number };

/** A session of the demo programme that takes registrations and has seats left. */
const anOpenSession = async (): Promise<Session> => {
  const [session] = await sql<Session>(
    `select document_id as "documentId", slug, capacity, registration_count as taken from sessions
      where state = 'published' and price = 0 and not requires_approval and waitlist_count = 0
        and capacity > registration_count + 10 and registration_count > 0
        and datetime > now() at time zone 'UTC' + interval '1 day'
        and coalesce(registration_opens_at, datetime - interval '1 year') < now() at time zone 'UTC'
        and coalesce(registration_closes_at, datetime) > now() at time zone 'UTC'
      order by datetime limit 1`,
  );
  return session!;
};

const openSession = async ({ documentId }: Session, look: Look = {}): Promise<Page> => {
  const page = await openAdmin(`/content-manager/collection-types/api::session.session/${documentId}`, look);
  await page.locator('input[name=capacity]').waitFor();
  return page;
};

const countersOf = async ({ documentId }: Session) =>
  (
    await sql<{ capacity: number; taken: number }>(
      'select capacity, registration_count as taken from sessions where document_id = $1',
      [documentId],
    )
  )[0];

describe("a session's form", () => {
  it.each([
    { language: 'en', label: 'Seats taken', hint: 'Counted by the system' },
    { language: 'de', label: 'Belegte Plätze', hint: 'Zählt das System' },
  ] as const)(
    'names its fields in $language, and keeps the counters out of reach',
    async ({ language, label, hint }) => {
      const session = await anOpenSession();
      const page = await openSession(session, { language });
      const counter = page.getByLabel(label, { exact: true });
      expect(await counter.inputValue()).toBe(String(session.taken));
      expect(await counter.isDisabled()).toBe(true);
      await page.getByText(hint, { exact: true }).first().waitFor();
    },
  );

  it('leaves the counters alone when it is saved after others have registered', async () => {
    const session = await anOpenSession();
    const page = await openSession(session);
    for (let person = 0; person < 3; person += 1) {
      const answer = await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
      expect(answer.status).toBe(201);
    }
    await page.locator('input[name=capacity]').fill(String(session.capacity + 5));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved document').waitFor();
    expect(await countersOf(session)).toEqual({ capacity: session.capacity + 5, taken: session.taken + 3 });
  });

  it('says in words why a session that people registered for cannot be deleted', async () => {
    const page = await openSession(await anOpenSession());
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Cancel it instead').first().waitFor();
  });
});
