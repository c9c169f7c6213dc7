import type { MessageCount, MessageView } from '../../plugins/webinars/contracts/messages';
import { anEditor, app, aSession, clock, drainJobs, request, resetData, smtp, sql } from '../harness';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  clock.set(new Date('2026-03-02T10:00:00Z'));
});

const TEXTS = {
  en: { subject: 'The slides', body: 'Here they are.' },
  de: { subject: 'Die Folien', body: 'Hier sind sie.' },
};

let drafts = 0;
const aMessage = (session: string, fields: Record<string, unknown> = {}) => ({
  audience: { session },
  texts: TEXTS,
  key: `draft-of-a-test-${(drafts += 1)}`,
  ...fields,
});

const joined = async (slug: string, email: string, fields: Record<string, unknown> = {}) =>
  expect((await register(slug, aForm({ email, ...fields }))).status).toBe(201);

const switchOff = (email: string, category: string) =>
  sql(
    `insert into webinars_mail_addresses (email, switched_off, updated_at) values ($1, array[$2], now())
     on conflict (email) do update set switched_off = excluded.switched_off`,
    [email, category],
  );
const bounce = (email: string) =>
  sql(`insert into webinars_mail_addresses (email, bounced_at, updated_at) values ($1, now(), now())`, [email]);
const consent = (email: string) =>
  sql(
    `insert into webinars_marketing_consents (email, state, text_version, requested_at, requested_from)
     values ($1, 'confirmed', '1', now(), 'test')`,
    [email],
  );

const count = async (audience: object, category = 'follow_up'): Promise<MessageCount> => {
  const answer = await editor.post('/webinars-admin/messages/count').send({ audience, category });
  expect(answer.status).toBe(200);
  return answer.body.data;
};

const send = (message: object) => editor.post('/webinars-admin/messages').send(message);
const read = async (id: string): Promise<MessageView> => (await editor.get(`/webinars-admin/messages/${id}`)).body.data;

/** The confirmations are out of the way: what follows is the message's. */
const settled = async () => {
  await app.mail.delivery.deliverDue();
  smtp.reset();
};

describe('who may write to registrants', () => {
  it('is asked for at every endpoint', async () => {
    const others = await staffWho('mail.read', 'mail.settings');
    const allowed = await staffWho('mail.send');
    for (const [method, path] of [
      ['get', '/webinars-admin/messages'],
      ['get', '/webinars-admin/messages/sessions'],
      ['get', '/webinars-admin/messages/1'],
      ['post', '/webinars-admin/messages'],
      ['post', '/webinars-admin/messages/count'],
      ['post', '/webinars-admin/messages/preview'],
      ['post', '/webinars-admin/messages/1/cancel'],
    ] as const) {
      const told = (status: number) => `${method} ${path} ${status}`;
      expect(told((await others[method](path)).status)).toBe(told(403));
      expect(told((await request[method](path)).status)).toBe(told(401));
      expect([200, 400, 404]).toContain((await allowed[method](path)).status);
    }
  });
});

describe('the audience', () => {
  it('is counted with who is left out, and why', async () => {
    const { slug, documentId } = await aSession();
    for (const name of ['reached', 'off', 'bounced']) await joined(slug, `${name}@example.com`);
    await switchOff('off@example.com', 'follow_up');
    await bounce('bounced@example.com');
    expect(await count({ session: documentId })).toEqual({
      registered: 3,
      reached: 1,
      switchedOff: 1,
      withoutConsent: 0,
      bounced: 1,
    });
    await consent('reached@example.com');
    await switchOff('off@example.com', 'news');
    expect(await count({ session: documentId }, 'news')).toMatchObject({
      reached: 1,
      switchedOff: 1,
      withoutConsent: 1,
    });
  });

  it('is narrowed by state, company, language and wish for a consultation', async () => {
    const { slug, documentId: session } = await aSession({ capacity: 3 });
    await joined(slug, 'a@example.com', { company: 'Acme GmbH' });
    await joined(slug, 'b@example.com', { language: 'de' });
    await joined(slug, 'c@example.com', { consultationInterest: true });
    await joined(slug, 'd@example.com');
    expect(await count({ session })).toMatchObject({ registered: 3 });
    expect(await count({ session, states: ['waitlisted'] })).toMatchObject({ registered: 1 });
    expect(await count({ session, states: ['confirmed', 'waitlisted'] })).toMatchObject({ registered: 4 });
    expect(await count({ session, company: 'acme' })).toMatchObject({ registered: 1 });
    expect(await count({ session, company: '%' })).toMatchObject({ registered: 0 });
    expect(await count({ session, locale: 'de' })).toMatchObject({ registered: 1 });
    expect(await count({ session, wantsConsultation: true })).toMatchObject({ registered: 1 });
  });

  it('is of a session one finds by its title', async () => {
    await aSession({ texts: [{ locale: 'en', title: 'Clouds' }] });
    await aSession({ texts: [{ locale: 'en', title: 'Sunshine' }] });
    const { body } = await editor.get('/webinars-admin/messages/sessions').query({ search: 'cloud' });
    expect(body.data).toMatchObject([{ title: 'Clouds', registered: 0, timezone: 'Europe/Berlin' }]);
  });
});

describe('a message', () => {
  it('is previewed in both languages, as somebody of the audience would read it', async () => {
    const { slug, documentId } = await aSession();
    await joined(slug, 'ada.messages@example.com', { firstName: 'Ada' });
    const preview = async (locale: string) =>
      (
        await editor
          .post('/webinars-admin/messages/preview')
          .send({ audience: { session: documentId }, texts: TEXTS, locale })
      ).body.data;
    expect(await preview('en')).toMatchObject({
      subject: 'The slides',
      text: expect.stringContaining('Here they are.'),
    });
    expect(await preview('de')).toMatchObject({
      subject: 'Die Folien',
      text: expect.stringContaining('Hier sind sie.'),
    });
  });

  it('goes to everyone who may get it in their own language, and to nobody else', async () => {
    const { slug, documentId } = await aSession({ capacity: 4 });
    await joined(slug, 'en@example.com');
    await joined(slug, 'de@example.com', { language: 'de' });
    await joined(slug, 'off@example.com');
    await joined(slug, 'bounced@example.com');
    await joined(slug, 'waiting@example.com');
    await settled();
    await switchOff('off@example.com', 'follow_up');
    await bounce('bounced@example.com');
    const answer = await send(aMessage(documentId));
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ state: 'writing', total: 4, written: 0, createdBy: 'Edith Editor' });
    const { id } = answer.body.data;
    await drainJobs();
    expect(await read(id)).toMatchObject({ state: 'sending', written: 4, waiting: 4 });
    await app.mail.delivery.deliverDue();
    expect(await read(id)).toMatchObject({ state: 'done', sent: 2, skipped: 2, failed: 0, waiting: 0 });
    const arrived = (await smtp.read()).map(({ subject }, index) => [smtp.taken[index]!.to, subject]);
    expect(arrived.sort()).toEqual([
      ['de@example.com', 'Die Folien'],
      ['en@example.com', 'The slides'],
    ]);
    const skipped = await editor.get(`/webinars-admin/mails?message=${id}&state=skipped`);
    expect(skipped.body.data.map((mail: { answer: string }) => mail.answer).sort()).toEqual([
      'address_bounced',
      'unsubscribed',
    ]);
  });

  it('of news goes only to those who confirmed that they want news', async () => {
    const { slug, documentId } = await aSession();
    await joined(slug, 'yes@example.com');
    await joined(slug, 'no@example.com');
    await settled();
    await consent('yes@example.com');
    await send(aMessage(documentId, { category: 'news' }));
    await drainJobs();
    await app.mail.delivery.deliverDue();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['yes@example.com']);
    expect((await smtp.read())[0]!.headers.has('list')).toBe(true);
  });

  it('is one message however often it is sent', async () => {
    const { slug, documentId } = await aSession();
    await joined(slug, 'ada.messages@example.com');
    await settled();
    const message = aMessage(documentId);
    const answers = await Promise.all([send(message), send(message), send(message)]);
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    await drainJobs();
    await app.mail.delivery.deliverDue();
    await send(message);
    await drainJobs();
    await app.mail.delivery.deliverDue();
    expect(smtp.taken).toHaveLength(1);
  });

  it('is stopped: what has not left does not leave', async () => {
    const { slug, documentId } = await aSession();
    await joined(slug, 'ada.messages@example.com');
    await settled();
    const { id } = (await send(aMessage(documentId))).body.data;
    await drainJobs();
    const cancel = () => editor.post(`/webinars-admin/messages/${id}/cancel`);
    expect((await cancel()).body.data).toMatchObject({ state: 'cancelled', cancelled: 1, waiting: 0 });
    expect((await cancel()).status).toBe(200);
    await app.mail.delivery.deliverDue();
    expect(smtp.taken).toEqual([]);
    expect((await editor.post('/webinars-admin/messages/999/cancel')).status).toBe(404);
  });

  it('that nobody would get is refused, and so is one without words', async () => {
    const { documentId } = await aSession();
    const nobody = await send(aMessage(documentId));
    expect(nobody.status).toBe(409);
    expect(nobody.body.error.details.code).toBe('NOBODY_REACHED');
    expect((await send(aMessage(documentId, { texts: {} }))).status).toBe(400);
    expect((await send(aMessage(documentId, { texts: { en: { subject: 'a\nb', body: 'c' } } }))).status).toBe(400);
    expect((await send(aMessage(documentId, { key: 'short' }))).status).toBe(400);
    expect((await editor.get('/webinars-admin/messages')).body.data).toEqual([]);
  });

  it('is listed with those before it, the newest first, of one session or of all', async () => {
    const one = await aSession();
    const other = await aSession();
    for (const { slug, documentId } of [one, other]) {
      await joined(slug, 'ada.messages@example.com');
      await send(aMessage(documentId));
    }
    const list = async (query = '') =>
      (await editor.get(`/webinars-admin/messages${query}`)).body.data.map((m: MessageView) => m.session?.documentId);
    expect(await list()).toEqual([other.documentId, one.documentId]);
    expect(await list(`?session=${one.documentId}`)).toEqual([one.documentId]);
  });
});
