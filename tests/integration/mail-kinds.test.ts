import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';
import { MAIL_KINDS, mailSettings, type MailKind } from '../../plugins/webinars/contracts/mail';
import { app, aSession, aSpeaker, aTopic, clock, resetData, smtp, sql, strapi, world } from '../harness';
import { setSettings } from './reminding';

const START = new Date('2026-03-02T10:00:00Z');
const DAY = 24 * 60 * 60_000;

type Locale = 'en' | 'de';

/** The state a registration has when it gets a mail of this kind. */
const STATE: Partial<Record<MailKind, string>> = {
  waitlisted: 'waitlisted',
  approval_pending: 'pending_approval',
  payment_link: 'pending_payment',
  cancelled: 'cancelled',
  rejected: 'cancelled',
  session_cancelled: 'cancelled',
  refund: 'cancelled',
  certificate: 'attended',
  follow_up: 'attended',
};

const DATA: Partial<Record<MailKind, object>> = {
  session_moved: { from: { datetime: '2026-03-20T09:00:00Z', duration: 60, timezone: 'Europe/Berlin' } },
  refund: { refund: { amount: 4900, currency: 'EUR' } },
  staff_message: { subject: 'A word before we begin', body: 'Please bring an example.\n\nSee you soon.' },
};

/** What a mail of this kind has to say, whatever its template: the specification's parts, by a word of each. */
const SAYS: Partial<Record<MailKind, Record<Locale, RegExp[]>>> = {
  confirmation: {
    en: [
      /confirmed|registered/i,
      /60 minutes/,
      /Europe\/Berlin/,
      /calendar/i,
      /slides\.example\.com\/before/,
      /support@example\.com/,
      /linkedin\.com/,
    ],
    de: [
      /bestätigt|angemeldet/i,
      /60 Minuten/,
      /Europe\/Berlin/,
      /Kalender/,
      /slides\.example\.com\/before/,
      /support@example\.com/,
      /linkedin\.com/,
    ],
  },
  reminder_7d: {
    en: [/Opening words/, /calendar/i, /slides\.example\.com\/before/],
    de: [/Begrüßung/, /Kalender/, /slides\.example\.com\/before/],
  },
  reminder_2d: {
    en: [/\/webinars\/join\/W/, /support@example\.com/],
    de: [/\/webinars\/join\/W/, /support@example\.com/],
  },
  reminder_2h: {
    en: [/\/webinars\/join\/W/, /\+49 30 112/, /Opening words/],
    de: [/\/webinars\/join\/W/, /\+49 30 112/, /Begrüßung/],
  },
  waitlisted: { en: [/\b2\b/], de: [/\b2\b/] },
  payment_link: { en: [/€49\.00/, /\/manage\//], de: [/49,00\s€/, /\/manage\//] },
  session_moved: { en: [/20 March 2026/, /16 March 2026/], de: [/20\. März 2026/, /16\. März 2026/] },
  refund: { en: [/€49\.00/], de: [/49,00\s€/] },
  follow_up: {
    en: [/recording\.example\.com/, /slides\.example\.com\/deck/, /\/feedback/, /booking\.example\.com/],
    de: [/recording\.example\.com/, /slides\.example\.com\/deck/, /\/feedback/, /booking\.example\.com/],
  },
  opt_in: { en: [/\/consent\//], de: [/\/consent\//] },
  staff_message: { en: [/Please bring an example/], de: [/Please bring an example/] },
  speaker_alert: {
    en: [/Acme/, /Head of Testing/, /Why is it slow\?/, /meet\.example\.com/, /A quiet room/],
    de: [/Acme/, /Head of Testing/, /Why is it slow\?/, /meet\.example\.com/, /A quiet room/],
  },
  programme_summary: {
    en: [/Grace Hopper/, /Acme/, /€0\.00/, /\/admin\//],
    de: [/Grace Hopper/, /Acme/, /0,00\s€/, /\/admin\//],
  },
};

let session: { id: number; documentId: string; slug: string };
let speaker: { documentId: string };
let people = 0;

/** What a report of a span of time is told: those of a session do without. */
const SPAN = { from: new Date(+START - 7 * DAY), until: new Date(+START + 1) };

const aRegistration = async (state: string, locale: Locale, more: Record<string, unknown> = {}) => {
  people += 1;
  const row = {
    document_id: `person${people}`,
    reference: `W${people}`,
    session_document_id: session.documentId,
    state,
    first_name: 'Grace',
    last_name: 'Hopper',
    email: `grace${people}@example.com`,
    company: 'Acme',
    position: 'Head of Testing',
    specific_questions: 'Why is it slow?',
    locale,
    timezone: 'America/New_York',
    registered_at: START,
    payment_status: state === 'pending_payment' ? 'pending' : 'not_required',
    payment_amount: state === 'pending_payment' ? 4900 : null,
    payment_currency: 'EUR',
    hold_expires_at: state === 'pending_payment' ? new Date(+START + DAY) : null,
    waitlist_position: state === 'waitlisted' ? 2 : null,
    created_at: START,
    updated_at: START,
    published_at: START,
    ...more,
  };
  const names = Object.keys(row);
  await sql(
    `insert into registrations (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(row),
  );
  return row;
};

/** Writes a mail of a kind as its cause would, and lets it leave. */
const sent = async (kind: MailKind, locale: Locale, more: Record<string, unknown> = {}): Promise<ParsedMail> => {
  const { audience } = MAIL_KINDS[kind];
  const person = await aRegistration(
    audience === 'attendee' ? (STATE[kind] ?? 'confirmed') : 'confirmed',
    locale,
    kind === 'session_cancelled' ? { cancel_reason: 'session_cancelled', ...more } : more,
  );
  if (kind === 'opt_in') {
    await sql(
      `insert into webinars_marketing_consents (email, state, text_version, requested_at, requested_from) values ($1, 'requested', '1', $2, 'here')`,
      [person.email, START],
    );
  }
  const recipient =
    audience === 'attendee' ? person.email : audience === 'speaker' ? 'speaker@example.com' : 'manager@example.com';
  await sql(
    `insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, speaker_document_id, schedule_version,
       data, next_try_at, created_at)
     select $1, $2, $3, $4, $5, $6, $7, s.schedule_version, $8::jsonb, $9, $9 from sessions s where s.document_id = $6`,
    [
      `${kind}:${locale}:${people}`,
      kind,
      locale,
      recipient,
      audience === 'attendee' ? person.document_id : null,
      session.documentId,
      audience === 'speaker' ? speaker.documentId : null,
      JSON.stringify(DATA[kind] ?? SPAN),
      clock.now(),
    ],
  );
  smtp.taken.length = 0;
  await app.mail.delivery.deliverDue();
  const [row] = await sql<{ state: string; answer: string }>(
    'select state, answer from webinars_mails order by id desc limit 1',
  );
  expect([kind, row]).toEqual([kind, expect.objectContaining({ state: 'sent' })]);
  return (await smtp.read())[0]!;
};

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replace(/&amp;/g, '&'));

const calendarOf = ({ attachments }: ParsedMail) =>
  attachments.filter(({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics');

/** Everything that a link could change; that a page was seen is counted now and then, and says nothing of who. */
const standing = async () => {
  const tables = [
    'registrations',
    'webinars_events',
    'webinars_mail_addresses',
    'webinars_marketing_consents',
    'sessions',
  ];
  const hashes = await Promise.all(
    tables.map(
      async (table) =>
        (
          await sql(
            `select md5(string_agg(t.row, '|' order by t.row)) as hash from (select (to_jsonb(t) - 'view_count')::text as row from ${table} t) t`,
          )
        )[0],
    ),
  );
  return JSON.stringify(hashes);
};

beforeAll(async () => {
  await resetData();
  clock.set(START);
  const topic = await aTopic({
    title: 'Faster tests',
    learningObjectives: ['Know why'],
    prerequisites: 'A laptop',
    agenda: [{ offset: 0, title: 'Opening words' }],
  });
  await strapi.documents('api::topic.topic').update({
    documentId: topic.documentId,
    locale: 'de',
    data: { title: 'Schnellere Tests', slug: 'schnellere-tests', agenda: [{ offset: 0, title: 'Begrüßung' }] } as never,
  });
  speaker = await aSpeaker({
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'speaker@example.com',
    bookingUrl: 'https://booking.example.com/ada',
    businessSettings: { availableForConsultations: true },
    webinarSettings: { technicalRequirements: 'A quiet room' },
  });
  session = await aSession({
    topic: topic.documentId,
    speaker: speaker.documentId,
    datetime: new Date(+START + 14 * DAY).toISOString(),
    price: 4900,
    capacity: 500,
    materialsUrl: 'https://slides.example.com/before',
    slidesUrl: 'https://slides.example.com/deck',
    recordingUrl: 'https://recording.example.com/1',
  });
  await setSettings({
    brand: {
      ...mailSettings.parse({}).brand,
      name: 'Example & Partner',
      supportEmail: 'support@example.com',
      emergencyContact: '+49 30 112',
    },
    programmeManager: { name: 'Mary Manager', email: 'manager@example.com' },
  });
});

describe.each(Object.keys(MAIL_KINDS) as MailKind[])('%s', (kind) => {
  it.each(['en', 'de'] as const)(
    'arrives whole in "%s", and nothing happens to whoever follows its links',
    async (locale) => {
      const mail = await sent(kind, locale);
      const html = mail.html as string;
      const text = mail.text!;
      const about = MAIL_KINDS[kind];
      expect(mail.from!.text).toBe('"Example & Partner" <webinars@example.com>');
      expect(mail.subject).toMatch(/\S{3}/);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(html).toContain(`lang="${locale}"`);
      expect(html).toContain('Example &amp; Partner');
      for (const part of [html, text, mail.subject!]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|\[object|NaN|Invalid/);
      }
      for (const said of SAYS[kind]?.[locale] ?? []) {
        expect(text).toMatch(said);
        expect(html).toMatch(said);
      }
      // Reads well without pictures and colours: every address of the one part is in the other.
      const links = linksIn(html).filter((link) => /^(https?|mailto):/.test(link));
      for (const link of links) expect(text).toContain(link.replace(/^mailto:(?=[^?])/, ''));

      const isOptional = about.category !== 'service';
      expect(mail.headerLines.some(({ key }) => key === 'list-unsubscribe-post')).toBe(isOptional);
      if (isOptional) expect(text).toMatch(/\/unsubscribe\//);

      const isInvited =
        'calendar' in about && (about.calendar === 'CANCEL' || (STATE[kind] ?? 'confirmed') === 'confirmed');
      const calendars = calendarOf(mail);
      expect(calendars.length > 0).toBe(isInvited);
      if (isInvited) {
        const parsed = new ICAL.Component(ICAL.parse(calendars[0]!.content.toString()) as never);
        expect(parsed.getFirstPropertyValue('method')).toBe((about as { calendar: string }).calendar);
        expect(smtp.taken[0]!.raw.toString()).toMatch(
          new RegExp(`text/calendar;[^]*method=${(about as { calendar: string }).calendar}`),
        );
      }

      const before = await standing();
      for (const link of links.filter((one) => one.startsWith('http://localhost:1337/'))) {
        const answer = await fetch(link.replace('http://localhost:1337', world.baseUrl), { redirect: 'manual' });
        expect([link.replace(/W\d+\.[\w-]+/, ':token'), answer.status]).toEqual([
          expect.any(String),
          link.includes('/admin/') ? expect.any(Number) : 200,
        ]);
      }
      expect(await standing()).toBe(before);
    },
  );
});

describe('hostile words', () => {
  const RLO = '\u202e';
  const HOSTILE = {
    first_name: `Bobby\r\nBcc: all@example.com`,
    last_name: `<script>alert(1)</script>{{ brand.name }}{% assign x = 1 %}[click](https://evil.example)${RLO}`,
    company: `"; DROP TABLE\nX-Injected: yes`,
    specific_questions: `${'<b>long</b> '.repeat(900)}{{ 'x' | upcase }}`,
  };

  it.each(['confirmation', 'session_moved', 'speaker_alert', 'programme_summary'] as const)(
    'are plain words in a %s and in its calendar',
    async (kind) => {
      const mail = await sent(kind, 'en', HOSTILE);
      const raw = smtp.taken[0]!.raw.toString();
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^(Bcc|X-Injected):/im);
      const html = mail.html as string;
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<b>long');
      expect(html).not.toContain(RLO);
      expect(html).not.toContain('href="https://evil.example');
      expect(mail.text).not.toContain(RLO);
      expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024);
      for (const { content } of calendarOf(mail)) {
        const calendar = content.toString();
        expect(calendar).not.toContain(RLO);
        for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(() => ICAL.parse(calendar)).not.toThrow();
        expect(calendar).not.toMatch(/^(Bcc|X-Injected)/im);
      }
    },
  );
});
