import { app, aSession, clock, request, resetData, smtp, sql } from '../harness';
import { aForm, register } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');
const TOKEN = 'test-mail-bounce-token-0000000000000';

const report = (token: string | null = TOKEN) => {
  const asked = request.post('/api/webinars/mail/bounces');
  return token === null ? asked : asked.set('Authorization', `Bearer ${token}`);
};

/** A returned mail as Postfix writes it. RFC 3464. */
const returned = (messageId: string, { action = 'failed', status = '5.1.1', to = 'gone@example.com' } = {}) =>
  [
    'From: MAILER-DAEMON@mx.example.net',
    'To: webinars@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${to}>: Recipient address rejected:`,
    '    User unknown',
    '',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: Your seat',
    '',
    '--part--',
    '',
  ].join('\r\n');

const asMail = (raw: string) => report().set('Content-Type', 'message/rfc822').send(raw);

const marks = async () => ({
  mails: await sql(`select recipient, bounce from webinars_mails where bounced_at is not null`),
  addresses: await sql(`select email, bounce from webinars_mail_addresses where bounced_at is not null`),
});

let messageId: string;
let slug: string;

beforeEach(async () => {
  await resetData();
  clock.set(START);
  ({ slug } = await aSession());
  await register(slug, aForm({ email: 'gone@example.com' }));
  await app.mail.delivery.deliverDue();
  messageId = (await smtp.read())[0]!.messageId!;
});

describe('a mail that comes back', () => {
  it('may say what no row can keep', async () => {
    const words = `no\u0000thing ${'.'.repeat(491)}🙃`;
    const { status, body } = await report().send({
      data: { type: 'hard', messageId: `${messageId}\u0000`, email: '\ud800@example.com', words },
    });
    expect([status, body.data]).toEqual([200, { mails: 1, addresses: 1 }]);
    expect((await marks()).mails).toEqual([
      { recipient: 'gone@example.com', bounce: expect.stringMatching(/^nothing \.+$/) },
    ]);
  });

  it('is marked with its address, and the address gets only what belongs to a registration', async () => {
    const { status, body } = await asMail(returned(messageId));
    expect([status, body.data]).toEqual([200, { mails: 1, addresses: 1 }]);
    const bounce = expect.stringContaining('User unknown');
    expect(await marks()).toEqual({
      mails: [{ recipient: 'gone@example.com', bounce }],
      addresses: [{ email: 'gone@example.com', bounce }],
    });
    await sql(
      `insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, schedule_version, next_try_at, created_at)
       select k || document_id, k, 'en', email, document_id, session_document_id, 0, $1, $1
         from registrations, unnest(array['reminder_7d', 'confirmation']) k`,
      [clock.now()],
    );
    smtp.taken.length = 0;
    await app.mail.delivery.deliverDue();
    expect(await sql(`select kind, state, answer from webinars_mails where id > 1 order by kind`)).toEqual([
      { kind: 'confirmation', state: 'sent', answer: expect.any(String) },
      { kind: 'reminder_7d', state: 'skipped', answer: 'address_bounced' },
    ]);
  });

  it('marks nothing when it is only late, and not the address when it may arrive another time', async () => {
    expect((await asMail(returned(messageId, { action: 'delayed' }))).body.data).toEqual({ mails: 0, addresses: 0 });
    expect((await asMail(returned(messageId, { status: '4.2.2' }))).body.data).toEqual({ mails: 1, addresses: 0 });
    expect((await marks()).addresses).toEqual([]);
  });

  it('is believed about mails and addresses of ours only', async () => {
    const raw = returned('<nobody@elsewhere>', { to: 'stranger@example.com' });
    expect((await asMail(raw)).body.data).toEqual({ mails: 0, addresses: 0 });
    expect((await asMail('This is no report.')).body.data).toEqual({ mails: 0, addresses: 0 });
    expect(await marks()).toEqual({ mails: [], addresses: [] });
  });

  it('can be told as JSON by a provider', async () => {
    const { body } = await report().send({
      data: { email: 'Gone@Example.com ', type: 'hard', words: '550 No such user' },
    });
    expect(body.data).toEqual({ mails: 0, addresses: 1 });
    expect((await marks()).addresses).toEqual([{ email: 'gone@example.com', bounce: '550 No such user' }]);
  });

  it('is heard from nobody without the token', async () => {
    for (const token of [null, '', 'wrong', `${TOKEN}x`]) {
      const { status, body } = await report(token).send({ data: { email: 'gone@example.com', type: 'hard' } });
      expect([status, body.error.details.code]).toEqual([403, 'WRONG_TOKEN']);
    }
    expect(await marks()).toEqual({ mails: [], addresses: [] });
  });
});
