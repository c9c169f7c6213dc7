import pg from 'pg';
import {
  app,
  aSession,
  clock,
  drainJobs,
  freshDatabase,
  request,
  resetData,
  smtp,
  sql,
  startServer,
  stopServer,
  strapi,
} from '../harness';
import { aForm, register } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');

type Row = { kind: string; state: string; attempts: number; answer: string | null; recipient: string };

const mails = () => sql<Row>('select kind, state, attempts::int, answer, recipient from webinars_mails order by id');

const deliver = () => app.mail.delivery.deliverDue();

/** Lets the clock run in steps, and sends what is due after each. */
const deliverFor = async (minutes: number, step = 10) => {
  for (let passed = 0; passed < minutes; passed += step) {
    clock.advance({ minutes: step });
    await deliver();
  }
};

const kindsTo = async (to: string) =>
  (await smtp.read())
    .filter((mail) => (Array.isArray(mail.to) ? mail.to[0]! : mail.to!).text === to)
    .map(({ subject }) => subject);

const registered = async (slug: string, email: string): Promise<string> =>
  (await register(slug, aForm({ email }))).body.data.manageToken as string;

const cancel = (token: string) => request.post(`/api/webinars/registrations/${token}/cancel`).expect(200);

beforeEach(async () => {
  await resetData();
  clock.set(START);
});

describe('a mail', () => {
  it('is a row in the transaction of its cause, and leaves once with a message id of its own', async () => {
    const { slug } = await aSession();
    await registered(slug, 'delivered@example.com');
    expect(await mails()).toEqual([
      { kind: 'confirmation', state: 'queued', attempts: 0, answer: null, recipient: 'delivered@example.com' },
    ]);
    await deliver();
    await deliver();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['delivered@example.com']);
    const [row] = await sql<{ state: string; id: string; html: string }>(
      'select state, smtp_message_id as id, html from webinars_mails',
    );
    const [mail] = await smtp.read();
    expect(row).toMatchObject({ state: 'sent', id: mail!.messageId });
    expect(row!.html.replace(/\s+/g, ' ')).toBe((mail!.html as string).replace(/\s+/g, ' ').trim());
  });

  it('follows every other of its registration, in the order in which they were written', async () => {
    const { slug } = await aSession({ capacity: 1 });
    const first = await registered(slug, 'delivered-first@example.com');
    const second = await registered(slug, 'delivered-second@example.com');
    await deliver();
    await cancel(first);
    await cancel(second);
    await deliver();
    const rows = await mails();
    expect(
      rows
        .filter(({ recipient }) => recipient === 'delivered-second@example.com')
        .map(({ kind, state }) => [kind, state]),
    ).toEqual([
      ['waitlisted', 'sent'],
      ['promoted', 'skipped'],
      ['cancelled', 'sent'],
    ]);
    expect(rows.filter(({ recipient }) => recipient === 'delivered-first@example.com').map(({ kind }) => kind)).toEqual(
      ['confirmation', 'cancelled'],
    );
  });

  it('goes to everyone who has a place when the session moves, and to nobody when only its description changes', async () => {
    const session = await aSession({ capacity: 1 });
    await registered(session.slug, 'seated@example.com');
    await registered(session.slug, 'waiting@example.com');
    await deliver();
    smtp.taken.length = 0;
    const change = (data: Record<string, unknown>) =>
      strapi.documents('api::session.session').update({ documentId: session.documentId, data: data as never });
    await change({ texts: [{ locale: 'en', title: 'New title', description: 'Other words' }] });
    await drainJobs();
    await deliver();
    expect(smtp.taken).toHaveLength(0);
    await change({ datetime: new Date(START.getTime() + 20 * 24 * 60 * 60_000).toISOString() });
    await deliver();
    expect(smtp.taken.map(({ to }) => to).sort()).toEqual(['seated@example.com', 'waiting@example.com']);
  });
});

describe('a mail server that refuses', () => {
  it('is asked again later where it said 4xx, and holds back the later mails of that registration only', async () => {
    const { slug } = await aSession();
    const token = await registered(slug, 'slow@example.com');
    await registered(slug, 'quick@example.com');
    smtp.refuseRecipients(({ to, tries }) =>
      to === 'slow@example.com' && tries <= 3 ? { code: 451, words: '4.7.1 Greylisted, come back' } : null,
    );
    await deliver();
    await registered(slug, 'delivered-third@example.com');
    await cancel(token);
    await deliver();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['quick@example.com', 'delivered-third@example.com']);
    expect(await mails()).toContainEqual(
      expect.objectContaining({ kind: 'confirmation', state: 'queued', answer: expect.stringContaining('Greylisted') }),
    );
    await deliverFor(60);
    // The registration was cancelled meanwhile: its confirmation would no longer be true.
    expect((await mails()).filter(({ recipient }) => recipient === 'slow@example.com')).toMatchObject([
      { kind: 'confirmation', state: 'skipped' },
      { kind: 'cancelled', state: 'sent' },
    ]);
  });

  it('is believed at once where it said 5xx; the mail can be sent again by hand', async () => {
    const { slug } = await aSession();
    await registered(slug, 'refused@example.com');
    smtp.refuseRecipients(() => ({ code: 550, words: '5.1.1 No such user here' }));
    await deliver();
    await deliverFor(120);
    expect(await mails()).toEqual([
      expect.objectContaining({ state: 'failed', attempts: 1, answer: expect.stringContaining('No such user here') }),
    ]);
    expect(await sql('select email, bounce from webinars_mail_addresses')).toEqual([
      { email: 'refused@example.com', bounce: expect.stringContaining('5.1.1') },
    ]);
    smtp.reset();
    const [{ id }] = (await sql<{ id: string }>('select id::text from webinars_mails')) as [{ id: string }];
    await sql(`update webinars_mails set state = 'queued', attempts = 0, next_try_at = $2 where id = $1`, [
      id,
      clock.now(),
    ]);
    await deliver();
    expect(smtp.taken).toHaveLength(1);
  });

  it.each([
    ['451 4.2.0', 'queued'],
    ['550 5.7.1', 'failed'],
  ])('says what no row can keep (%s), and the mails behind it leave', async (code, state) => {
    const { slug } = await aSession();
    await registered(slug, 'odd@example.com');
    await registered(slug, 'plain@example.com');
    // An answer is kept up to its five hundredth character, which is half of one here.
    const words = `${code.slice(4)} Nothing `.padEnd(495, '.');
    smtp.refuseRecipients(({ to }) =>
      to === 'odd@example.com' ? { code: Number(code.slice(0, 3)), words: words + '🙃'.repeat(20) } : null,
    );
    await deliver();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['plain@example.com']);
    expect(await mails()).toContainEqual(
      expect.objectContaining({ recipient: 'odd@example.com', state, answer: expect.stringMatching(/Nothing \.+$/) }),
    );
  });

  it('takes each mail once and in order although it stutters, refuses, drops connections and is away for an hour', async () => {
    const { slug } = await aSession({ capacity: 1000 });
    const people = Array.from({ length: 40 }, (_, n) => `p${n}@example.com`);
    const tokens = await Promise.all(people.map((email) => registered(slug, email)));
    const nth = (to: string) => Number(/\d+/.exec(to)![0]);
    smtp.refuseRecipients(({ to, tries }) => {
      if (nth(to) % 10 === 9) return { code: 550, words: '5.7.1 Not wanted here' };
      return tries <= nth(to) % 4 ? { code: 421, words: '4.3.2 Busy, try later' } : null;
    });
    smtp.refuseMails(({ to, tries }) => (nth(to) % 7 === 3 && tries <= 5 ? 'drop' : null));
    await deliver();
    smtp.goAway(true);
    await deliverFor(60);
    const whileAway = smtp.taken.length;
    smtp.goAway(false);
    await Promise.all(tokens.slice(0, 20).map(cancel));
    await deliverFor(24 * 60, 30);
    expect(smtp.taken.length).toBeGreaterThan(whileAway);
    const taken = new Map<string, string[]>();
    for (const { to } of smtp.taken) taken.set(to, []);
    for (const mail of await smtp.read()) taken.get((mail.to as { text: string }).text)!.push(mail.messageId!);
    for (const [to, ids] of taken) expect([to, new Set(ids).size]).toEqual([to, ids.length]);
    const left = (await mails()).filter(({ state }) => state === 'queued');
    expect(left).toEqual([]);
    const failed = (await mails()).filter(({ state }) => state === 'failed');
    expect(new Set(failed.map(({ recipient }) => nth(recipient) % 10))).toEqual(new Set([9]));
    for (const { answer } of failed) expect(answer).toContain('Not wanted here');
    const sent = (await mails()).filter(({ state }) => state === 'sent');
    expect(sent).toHaveLength(smtp.taken.length);
    expect(await kindsTo('p25@example.com')).toHaveLength(1);
  });
});

describe('an instance without a mail server', () => {
  it('puts mails into words and keeps them to be looked at, and sends none', async () => {
    const databaseUrl = await freshDatabase();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const server = await startServer({ databaseUrl, env: { SMTP_URL: '' } });
    try {
      await client.query(
        `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, allow_waitlist,
           requires_approval, created_at, updated_at, published_at)
         values ('kept', 'kept', 'published', now() + interval '9 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', true, false,
           now(), now(), now())`,
      );
      await server.request.post('/api/webinars/sessions/kept/registrations').send({ data: aForm() }).expect(201);
      const kept = async () =>
        (await client.query(`select state, subject, text, sent_at from webinars_mails where state <> 'queued'`)).rows;
      while ((await kept()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await kept()).toEqual([
        {
          state: 'kept',
          subject: expect.stringMatching(/\S/),
          text: expect.stringContaining('Europe/Berlin'),
          sent_at: null,
        },
      ]);
      expect(smtp.taken).toHaveLength(0);
    } finally {
      await stopServer(server);
      await client.end();
    }
  });
});
