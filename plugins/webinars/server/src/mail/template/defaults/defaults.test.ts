import { MAIL_KINDS, type LetterVariables, type MailKind } from '../../../../../contracts/mail';
import { LOCALES, type Locale } from '../../../kernel/text';
import { compileTemplate, DEFAULT_TEMPLATES, sampleVariables, sparseVariables, type RenderedLetter } from '..';

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const EACH = KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const));

const made = (kind: MailKind, locale: Locale, change: (full: LetterVariables) => LetterVariables = (full) => full) =>
  compileTemplate(DEFAULT_TEMPLATES[kind][locale], { kind, locale }).render(change(sampleVariables(kind, locale)));

const decoded = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const linksOf = ({ html }: RenderedLetter): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href]) => decoded(href!));

const headings = ({ html }: RenderedLetter): string[] =>
  [...html.matchAll(/<h([1-3])[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, , words]) => words!.replace(/<[^>]*>/g, ''));

/** What must hold for every mail, however much or little it has to say. */
const expectSound = (letter: RenderedLetter, locale: Locale) => {
  const { subject, html, text } = letter;
  for (const part of [subject, html.replace(/<style[\s\S]*?<\/style>/g, ''), text]) {
    expect(part).not.toMatch(/\{\{|\}\}|\{%|%\}|%%|\bundefined\b|\bnull\b|\[object|NaN|lqx*\d/);
  }
  expect(subject.trim()).not.toBe('');
  expect(subject).not.toMatch(/ {2}|[:–,]$/);
  expect(html).toContain(`lang="${locale}"`);
  expect(html).not.toMatch(/<(ul|ol|tbody|p|li|h[1-6]|blockquote)[^>]*>\s*<\/\1>/);
  // Every heading has something beneath it before the next of its level.
  expect(html).not.toMatch(/<\/h2>\s*(?:<h2|<\/div>)/);
  expect(html).not.toMatch(/<\/h3>\s*(?:<h[23]|<\/div>)/);
  for (const tag of ['table', 'tbody', 'tr', 'td', 'th', 'ul', 'li', 'p', 'a', 'h2', 'h3', 'strong', 'blockquote'])
    expect([tag, html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([
      tag,
      html.match(new RegExp(`</${tag}>`, 'g'))?.length,
    ]);
  expect(html).not.toMatch(/<img|<link|<script|@import|src=/);
  expect(html.length).toBeLessThan(40_000);
  expect(text).not.toMatch(/<\/?(?:p|br|strong|a|td)\b|&(?:amp|lt|gt|quot|#\d+);|\n{3}|\*\*/);
  for (const line of text.split('\n'))
    if (line.includes(' ')) expect(line.replace(/<?https?:\S+|mailto:\S+/, '').length).toBeLessThan(78);
  const flat = text.replace(/\s+/g, ' ');
  for (const href of linksOf(letter)) {
    expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
    expect(flat).toContain(href.replace(/^mailto:(?=[^?])/, ''));
  }
};

describe('every default letter', () => {
  it.each(EACH)('%s in %s has all its parts when there is everything to say', (kind, locale) => {
    expectSound(made(kind, locale), locale);
  });

  it.each(EACH)('%s in %s leaves no gap when there is nothing optional to say', (kind, locale) => {
    expectSound(
      made(kind, locale, () => sparseVariables(kind, locale)),
      locale,
    );
  });

  it.each(EACH)('%s in %s leaves no gap when its groups are there and empty', (kind, locale) => {
    const empty = (full: LetterVariables): LetterVariables => ({
      ...sparseVariables(kind, locale),
      registration: full.registration && {
        ...full.registration,
        waitlistPosition: null,
        company: null,
        position: null,
        questions: null,
        learningObjectives: null,
      },
      audience: full.audience && {
        registered: 0,
        waiting: 0,
        capacity: null,
        companies: [],
        positions: [],
        experienceLevels: [],
        industries: [],
        sources: [],
        perDay: [],
        questions: [],
        attendees: [],
        revenue: null,
      },
      setup: full.setup && {
        technicalRequirements: null,
        specialInstructions: null,
        backupFacilitator: null,
        moderator: null,
      },
    });
    expectSound(made(kind, locale, empty), locale);
  });

  it.each(EACH)('%s in %s addresses its reader and says which session it is about', (kind, locale) => {
    const letter = made(kind, locale);
    const { recipient, session, report, brand } = sampleVariables(kind, locale);
    expect(letter.text).toContain(
      kind === 'opt_in' || locale === 'de' ? recipient.name.split(' ')[0] : recipient.firstName,
    );
    if (kind !== 'opt_in') expect(decoded(letter.html)).toContain((session ?? report!.sessions[0]!).title);
    expect(letter.text).toContain(`\n-- \n${brand.footer.split('\n')[0]}`);
    expect(letter.text).toContain(brand.supportEmail);
    expect(letter.text).toContain(brand.website);
  });

  it('is for readers of German in German', () => {
    for (const kind of KINDS) {
      const { text } = made(kind, 'de');
      expect(text).toMatch(/\bSie\b|\bIhre?\b/);
      expect(text).not.toMatch(/\b(?:your|please|the session)\b/i);
      expect(DEFAULT_TEMPLATES[kind].de.body).not.toMatch(/[“”]\w|"(?!button)[A-Za-z]|\bdu\b|\bdein/);
    }
  });

  it.each(EACH)('%s in %s can be switched off where that is its reader’s choice, and only there', (kind, locale) => {
    const letter = made(kind, locale);
    const isChoice = MAIL_KINDS[kind].category !== 'service';
    const { links } = sampleVariables(kind, locale);
    expect(linksOf(letter).includes('https://webinars.example.com/unsubscribe/W7K3M9QXA2F.sample')).toBe(isChoice);
    expect(linksOf(letter).includes(links.preferences ?? '–')).toBe(isChoice);
    if (!isChoice && MAIL_KINDS[kind].audience === 'attendee' && kind !== 'opt_in')
      expect(linksOf(letter)).toContain(links.manage);
  });
});

const aboutSession = (kind: MailKind, locale: Locale) => {
  const variables = sampleVariables(kind, locale);
  return { ...variables, session: variables.session! };
};

const words = (letter: RenderedLetter) => letter.text.replace(/\s+/g, ' ');
const facts = (locale: Locale) => {
  const { session } = aboutSession('confirmation', locale);
  return [
    session.date,
    session.time,
    session.timezone,
    session.local!.time,
    session.local!.timezone,
    String(session.duration),
  ];
};

describe.each(LOCALES)('what the specification wants in %s', (locale) => {
  const variables = aboutSession('confirmation', locale);
  const expectAll = (letter: RenderedLetter, parts: (string | null)[]) => {
    for (const part of parts) expect(words(letter)).toContain(String(part).replace(/\s+/g, ' '));
  };

  it('is in the confirmation: its eight parts', () => {
    const letter = made('confirmation', locale);
    const { session, links, registration, brand } = variables;
    expectAll(letter, [
      registration!.reference,
      ...facts(locale),
      links.googleCalendar,
      links.outlookCalendar,
      links.calendarFile,
      session.materialsUrl,
      ...session.objectives,
      session.testUrl,
      brand.supportEmail,
      brand.supportPhone,
      links.shareLinkedin,
      links.shareX,
      links.shareMail,
      links.session,
      brand.senderName,
    ]);
    expect(headings(letter)).toHaveLength(10);
  });

  it('is in the reminder a week before: details, agenda, materials, calendar and checklist', () => {
    const { session, links } = variables;
    expectAll(made('reminder_7d', locale), [
      ...facts(locale),
      session.agenda[1]!.title,
      session.materialsUrl,
      links.calendarFile,
      session.testUrl,
    ]);
  });

  it('is in the reminder two days before: link, tips and support', () => {
    const { links, brand, session } = variables;
    const letter = made('reminder_2d', locale);
    expectAll(letter, [links.join, session.meetingPassword, brand.supportEmail, brand.supportPhone]);
    expect(headings(letter)).toContain(locale === 'en' ? 'Last-minute tips' : 'Tipps für die letzten Tage');
  });

  it('is in the reminder two hours before: one click, a short agenda, and whom to reach', () => {
    const { links, brand, session } = variables;
    const letter = made('reminder_2h', locale);
    expectAll(letter, [links.join, brand.emergencyContact, ...session.agenda.map(({ title }) => title)]);
    expect(letter.html).toMatch(new RegExp(`class="fill"[^>]*><a href="${links.join}"`));
  });

  it('opens the meeting itself where there is no personal link', () => {
    const { session, links } = variables;
    const letter = made('reminder_2h', locale, (full) => ({ ...full, links: { ...full.links, join: null } }));
    expect(linksOf(letter)).toContain(session.meetingUrl);
    expect(linksOf(letter)).not.toContain(links.join);
  });

  const { audience, setup, session } = aboutSession('speaker_alert', locale);
  const forSpeakers = [
    ...audience!.companies.map(({ name, count }) => `${name} (${count})`),
    ...audience!.positions.map(({ name }) => name),
    ...audience!.experienceLevels.map(({ name }) => name),
    ...audience!.industries.map(({ name }) => name),
    ...audience!.questions,
    '42',
    session.meetingUrl,
    setup!.moderator,
    setup!.backupFacilitator,
    setup!.technicalRequirements,
    'help@example.com',
  ];

  it('is in the speaker’s alert: who comes, what they ask, and what is needed', () => {
    const letter = made('speaker_alert', locale);
    expectAll(letter, [...facts(locale), ...forSpeakers]);
    expect(letter.text).not.toContain('Ada Lovelace');
  });

  it('is in the programme’s summary: all of that, and attendees, trends, revenue and the admin', () => {
    const { audience: all, links } = sampleVariables('programme_summary', locale);
    expectAll(made('programme_summary', locale), [
      ...forSpeakers,
      ...all!.attendees.flatMap(({ name, company, state }) => [name, company, state]),
      ...all!.sources.map(({ name, count }) => `${name}: ${count}`),
      ...all!.perDay.map(({ day, count }) => `${day}: ${count}`),
      all!.revenue,
      links.admin,
    ]);
  });

  it('lists a hundred attendees, and says that there are more', () => {
    const crowd = made('programme_summary', locale, (full) => ({
      ...full,
      audience: {
        ...full.audience!,
        attendees: Array.from({ length: 250 }, (_, index) => ({
          ...full.audience!.attendees[0]!,
          name: `Person${index + 1}.`,
        })),
      },
    }));
    expect(crowd.text.match(/Person\d+\./g)).toHaveLength(100);
    expect(crowd.text).toContain('250');
    // Gmail shows no more of a mail than this.
    expect(Buffer.byteLength(crowd.html)).toBeLessThan(102_000);
  });

  it('greets those who did not come otherwise than those who did', () => {
    const came = made('follow_up', locale);
    const missed = made('follow_up', locale, (full) => ({
      ...full,
      registration: { ...full.registration!, isNoShow: true },
    }));
    expect(headings(came)[0]).not.toBe(headings(missed)[0]);
    const { session: seen, links } = aboutSession('follow_up', locale);
    expectAll(came, [seen.recordingUrl, seen.slidesUrl, seen.materialsUrl, links.feedback, links.consultation]);
    expect(linksOf(missed)).toContain(seen.recordingUrl);
    expect(linksOf(missed)).not.toContain(links.feedback);
  });

  it.each(['promoted', 'approved'] as const)('asks for payment in %s while a hold runs, and only then', (kind) => {
    const { hold, links } = sampleVariables(kind, locale);
    expectAll(made(kind, locale), [hold!.amount, hold!.expiresAt, links.pay]);
    const free = made(kind, locale, (full) => ({ ...full, hold: null, links: { ...full.links, pay: null } }));
    expect(words(free)).not.toContain(hold!.expiresAt);
    expect(linksOf(free)).toContain(links.join);
    // Before it is paid, nobody is let in.
    expect(linksOf(made(kind, locale))).not.toContain(links.join);
  });

  it('says where a session stood, and where it stands', () => {
    const { before, session: now } = aboutSession('session_moved', locale);
    const text = words(made('session_moved', locale));
    expect(text.indexOf(`${before!.date}, ${before!.time}`)).toBeGreaterThan(0);
    expect(text.indexOf(`${now.date}, ${now.time}`)).toBeGreaterThan(text.indexOf(before!.time));
  });

  it('says the place in line, the reason, the refund, the certificate and the consent', () => {
    expectAll(made('waitlisted', locale), ['3', sampleVariables('waitlisted', locale).links.manage]);
    for (const kind of ['cancelled', 'rejected', 'session_cancelled'] as const)
      expectAll(made(kind, locale), [sampleVariables(kind, locale).reason]);
    expectAll(made('cancelled', locale), [variables.links.session]);
    expectAll(made('refund', locale), [sampleVariables('refund', locale).refund!.amount]);
    expectAll(made('session_cancelled', locale), [sampleVariables('refund', locale).refund!.amount]);
    expectAll(made('certificate', locale), [sampleVariables('certificate', locale).links.certificate, 'Ada Lovelace']);
    expectAll(made('opt_in', locale), [sampleVariables('opt_in', locale).links.consent]);
  });

  it('keeps the paragraphs and lines of what staff wrote', () => {
    const letter = made('staff_message', locale, (full) => ({
      ...full,
      message: { subject: 'Hello', body: 'One <b>\ntwo\n\nthree & four' },
    }));
    expect(letter.subject).toBe('Hello');
    expect(letter.html).toContain('One &lt;b&gt;<br>two<br><br>three &amp; four');
    expect(letter.text).toContain('One <b>\ntwo\n\nthree & four');
  });
});
