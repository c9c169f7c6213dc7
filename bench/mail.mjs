import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addSession, connect, freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const REMINDERS = 10_000;
/** As many as an instance of ours opens to its mail server. */
const CONNECTIONS = 5;

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<any>} */
const said = async (child) => (await once(child, 'message'))[0];

/**
 * A session whose reminder of two hours is due once it is published, and everyone who comes.
 * @param {import('pg').Client} sql
 * @param {number} round
 */
const addReminded = async (sql, round) => {
  const name = `reminded-${round}`;
  await addSession(sql, name, {
    state: 'draft',
    startsIn: '119 minutes',
    meetingUrl: 'https://meet.example.com/room',
  });
  await sql.query(
    `insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, company, locale, registered_at,
            payment_status, terms_accepted, privacy_consent, created_at, updated_at, published_at)
     select $1 || '-' || n, 'R' || $2 || 'N' || n, $1, 'confirmed', 'Visitor', 'Number ' || n, 'visitor-' || n || '@visitors.example', 'Example Ltd',
            'en', now() - interval '10 days', 'not_required', true, true, now(), now(), now()
       from generate_series(1, $3::int) n`,
    [name, round, REMINDERS],
  );
  return name;
};

/** @param {{ serverUrl: string, rounds: number }} options */
export const benchMail = async ({ serverUrl, rounds }) => {
  const sink = fork(path.join(here, 'smtp-sink.mjs'));
  const smtpUrl = `smtp://127.0.0.1:${(await said(sink)).port}`;
  const taken = (/** @type {number} */ amount) => {
    sink.send({ await: amount });
    return said(sink);
  };
  const url = await freshDatabase(serverUrl, 'webinars_bench_mail');
  const instance = await startInstance(url, {
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'webinars@example.com',
    MAIL_PER_SECOND: '0',
  });
  const sql = await connect(url);
  // The plan of an instance begins with its first start; this one has been running for ever.
  await sql.query(`delete from strapi_core_store_settings where key = 'plugin_webinars_mail'`);
  let letter = { subject: '', html: '', text: '' };
  let round = 0;

  const ours = async () => {
    round += 1;
    const name = await addReminded(sql, round);
    const all = taken(REMINDERS);
    const since = Date.now();
    await sql.query(`update sessions set state = 'published' where document_id = $1`, [name]);
    instance.send('remind');
    const { at } = await all;
    const { rows } = await sql.query(
      `select subject, html, text from webinars_mails where session_document_id = $1 and state = 'sent' limit 1`,
      [name],
    );
    letter = rows[0];
    // What was sent last is noted a moment later.
    for (let left = 1; left > 0;) {
      const counted = await sql.query(
        `select count(*)::int as left from webinars_mails where session_document_id = $1 and state <> 'sent'`,
        [name],
      );
      left = counted.rows[0].left;
    }
    return REMINDERS / ((at - since) / 1000);
  };

  const bare = async (/** @type {boolean} */ isAtOnce) => {
    const mailer = fork(path.join(here, 'bare-mailer.mjs'));
    const all = taken(REMINDERS);
    mailer.send({
      url: smtpUrl,
      amount: REMINDERS,
      connections: CONNECTIONS,
      isAtOnce,
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    });
    const { since } = await said(mailer);
    const { at } = await all;
    mailer.kill();
    return REMINDERS / ((at - since) / 1000);
  };

  // The first round is nobody's: code that V8 has not compiled, templates that are not read yet.
  await ours();
  const measured = await sideBySide(
    rounds,
    { ours, bare: () => bare(false), bareAtOnce: () => bare(true) },
    (n, name, perSecond) => console.log(`  round ${n}  ${name.padEnd(10)} ${perSecond.toFixed(0)} mails/s`),
  );
  const size = Buffer.byteLength(letter.html) + Buffer.byteLength(letter.text);
  await sql.end();
  await instance.stop();
  sink.kill();
  return [
    `${REMINDERS} reminders from the minute in which they become due until the mail server has taken the last one: planned, written, put into words, sent and noted. Bare nodemailer sends the same text (${(size / 1024).toFixed(1)} KiB of HTML and plain text) to the same server over as many connections (${CONNECTIONS}).`,
    table(
      ['What', 'mails per second'],
      [
        ['ours, end to end', median(measured.ours).toFixed(0)],
        ['bare nodemailer', median(measured.bare).toFixed(0)],
        [
          'bare nodemailer, its connections told not to wait (TCP_NODELAY), as ours are',
          median(measured.bareAtOnce).toFixed(0),
        ],
      ],
    ),
    table(VERDICT_HEADS, [
      verdict('ours / bare nodemailer', { atLeast: 0.8 }, measured.ours, measured.bare),
      verdict('ours / bare nodemailer that does not wait', {}, measured.ours, measured.bareAtOnce),
    ]),
  ].join('\n\n');
};
