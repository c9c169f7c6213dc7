import { createHash } from 'node:crypto';
import {
  app,
  aSession,
  aSpeaker,
  aTopic,
  clock,
  drainJobs,
  newAddress,
  request,
  resetData,
  sql,
  strapi,
} from '../harness';
import { aForm, register } from './visitors';

const DAY = 24 * 60 * 60_000;
const NOW = new Date('2027-03-01T09:00:00Z');
const START = '2027-03-10T09:00:00.000Z';

beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});
afterEach(() => {
  app.registrationDeps.ports.startCheckout = null;
});

const aPlannedSession = (data: Record<string, unknown> = {}) => aSession({ datetime: START, ...data });
const pageOf = ({ slug }: { slug: string }, lang = 'en') => `/webinars/${slug}?lang=${lang}`;
const get = (path: string) => request.get(path);
const send = (path: string, fields: Record<string, string>) => request.post(path).type('form').send(fields);
const paragraph = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];

let sent = 0;
/** What a visitor without script sends: what they typed, and the boxes they ticked. */
const typed = (fields: Record<string, string> = {}): Record<string, string> => {
  sent += 1;
  return {
    firstName: 'Augusta',
    lastName: 'King',
    email: `augusta-${sent}@example.com`,
    company: 'Analytical Engines',
    position: '',
    specificQuestions: '',
    language: 'en',
    homepage: '',
    termsAccepted: 'on',
    privacyConsent: 'on',
    ...fields,
  };
};

/** The form as it is shown: with its own key. */
const formKeyIn = (text: string) => /name="formKey" value="([\w-]{43})"/.exec(text)?.[1];
const isForm = (text: string) => formKeyIn(text) !== undefined;

const count = async (table: string) => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

const world = async () =>
  (
    await sql<{ all: string }>(
      `select md5(concat((select string_agg(r::text, '|' order by r.id) from registrations r),
                (select string_agg(e::text, '|' order by e.id) from webinars_events e),
                (select string_agg(m::text, '|' order by m.id) from webinars_mails m),
                (select string_agg(i::text, '|' order by i.key) from webinars_idempotency i),
                (select string_agg((to_jsonb(s) - 'view_count')::text, '|' order by s.id) from sessions s))) as all`,
    )
  )[0]!.all;

describe('the page of a session', () => {
  it('tells what the session is, when, with whom and for how much, in both languages', async () => {
    const topic = await aTopic({
      title: 'Lean factories',
      description: paragraph('About waste and flow.'),
      learningObjectives: ['See waste', 'Remove it'],
      targetAudience: 'Plant managers',
      prerequisites: 'A factory',
      agenda: [
        { offset: 0, title: 'Welcome' },
        { offset: 15, title: 'A walk' },
      ],
    });
    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'de',
      data: { title: 'Schlanke Fabriken', slug: 'schlank', description: paragraph('Von Verschwendung.') } as never,
    });
    const speaker = await aSpeaker({ firstName: 'Anna', lastName: 'Berg', position: 'Partner', company: 'Berg & Co' });
    const session = await aPlannedSession({
      topic: topic.documentId,
      speaker: speaker.documentId,
      price: 9900,
      earlyBirdPrice: 4900,
      earlyBirdEndsAt: '2027-03-05T09:00:00.000Z',
      meetingUrl: 'https://meet.private.example',
      meetingPassword: 'private-password',
    });
    const english = await get(pageOf(session));
    expect(english.status).toBe(200);
    for (const part of [
      '<h1>Lean factories</h1>',
      'Wednesday, 10 March 2027',
      '10:00 – 11:00 CET',
      '(Europe/Berlin)',
      '60 minutes',
      '€49.00 until 5 March 2027 at 10:00 CET, then €99.00',
      '10 seats are left.',
      'About waste and flow.',
      'See waste',
      'Plant managers',
      'A factory',
      'A walk',
      '>10:15</time>',
      'Anna Berg',
      'Partner, Berg &amp; Co',
      `/api/webinars/sessions/${session.slug}/calendar.ics?locale=en`,
      'https://calendar.google.com/calendar/render?',
      'https://outlook.live.com/',
      '/api/webinars/calendar.ics?locale=en',
    ])
      expect(english.text).toContain(part);
    expect(english.text).not.toContain('private');

    const german = await get(pageOf(session, 'de'));
    for (const part of [
      '<html lang="de">',
      '<h1>Schlanke Fabriken</h1>',
      'Von Verschwendung.',
      'Mittwoch, 10. März 2027',
    ])
      expect(german.text).toContain(part);
    expect((await get(`/webinars/${session.slug}`).set('Accept-Language', 'de-CH')).text).toContain('<html lang="de">');
    expect((await get(`/api/webinars/sessions/${session.slug}/calendar.ics?locale=en`)).status).toBe(200);
  });

  it('draws rich text as what it means, and only what is rich text', async () => {
    const text = (words: string, marks = {}) => ({ type: 'text', text: words, ...marks });
    const described = async (...description: unknown[]) => {
      const topic = await aTopic();
      await sql('update topics set description = $1 where document_id = $2', [
        JSON.stringify(description),
        topic.documentId,
      ]);
      const page = await get(pageOf(await aPlannedSession({ topic: topic.documentId })));
      return [page.status, /<div class="prose"[^>]*>(.*?)<\/div>/s.exec(page.text)?.[1]];
    };
    const link = (url: string) => ({ type: 'link', url, children: [text('c')] });
    expect(
      await described(
        { type: 'heading', level: 1, children: [text('On')] },
        {
          type: 'paragraph',
          children: [text('a '), text('b', { bold: true, italic: true }), link('https://x.example')],
        },
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('one')] },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('two')] }] },
          ],
        },
      ),
    ).toEqual([
      200,
      '<h3>On</h3><p>a <strong><em>b</em></strong><a href="https://x.example">c</a></p>' +
        '<ol><li>one</li><li><ul><li>two</li></ul></li></ol>',
    ]);
    expect(
      await described(
        null,
        7,
        'x',
        [],
        {},
        { type: 'image' },
        { type: 'paragraph', children: 'x' },
        { type: 'paragraph', children: [link('javascript:alert(1)')] },
      ),
    ).toEqual([200, '<p></p><p>c</p>']);
  });

  it('is what mails, invitations and cards lead to', async () => {
    const session = await aPlannedSession();
    const { landing } = (await request.get(`/api/webinars/sessions/${session.slug}`)).body.data.links;
    for (const link of [app.links.session(session.slug, 'de'), app.links.session(session.documentId, 'en'), landing]) {
      const { pathname, search } = new URL(link);
      expect([link, (await get(pathname + search)).status]).toEqual([link, 200]);
    }
  });

  it('says the words it has, and in which language they are, where there are none in the reader’s', async () => {
    const { documentId } = await aTopic({ title: 'Only English' });
    const session = await aPlannedSession({ topic: documentId });
    expect((await get(pageOf(session, 'de'))).text).toContain('<h1 lang="en">Only English</h1>');
  });

  it.each(['draft', 'nobody', 'with%00null', '%E0%A4%A', '..%2f..'])('is the 404 page for %s', async (what) => {
    const draft = await aPlannedSession({ state: 'draft' });
    const path = what === 'draft' ? pageOf(draft) : `/webinars/${what}`;
    const before = await world();
    for (const { status, text, headers } of [await get(path), await send(path, typed())]) {
      expect(status).toBe(404);
      expect(text).toContain('leads nowhere');
      expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
    }
    expect(await world()).toBe(before);
  });

  it('changes nothing on GET and HEAD', async () => {
    const session = await aPlannedSession();
    const before = await world();
    for (const query of [
      '',
      '&done=registered',
      '&firstName=x&email=x@example.com&termsAccepted=on',
      '&act=register',
    ]) {
      expect((await get(`${pageOf(session)}${query}`)).status).toBe(200);
      await request.head(`${pageOf(session)}${query}`);
    }
    expect(await world()).toBe(before);
  });
});

describe('how others find the page of a session', () => {
  it('is by one address per language, in words and in data', async () => {
    const topic = await aTopic({
      title: 'Lean',
      seo: {
        metaTitle: 'Lean for plants',
        metaDescription: 'All about "lean"',
        image: 'https://cdn.example.com/1.png',
      },
    });
    const session = await aPlannedSession({ topic: topic.documentId });
    const { text, headers } = await get(`/webinars/${session.documentId}?lang=de`);
    const address = (lang: string) => `${app.settings.publicUrl}/webinars/${session.slug}?lang=${lang}`;
    for (const part of [
      '<title>Lean for plants · Magnetiq Webinars</title>',
      '<meta name="description" content="All about &quot;lean&quot;"/>',
      `<link rel="canonical" href="${address('de')}"/>`,
      `<link rel="alternate" hreflang="en" href="${address('en')}"/>`,
      `<link rel="alternate" hreflang="de" href="${address('de')}"/>`,
      '<meta property="og:title" content="Lean for plants"/>',
      `<meta property="og:url" content="${address('de')}"/>`,
      '<meta property="og:image" content="https://cdn.example.com/1.png"/>',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('noindex');
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(headers['cache-control']).toBe('private, max-age=60');
    expect(headers.vary).toContain('Accept-Language');
    expect(headers['set-cookie']).toBeUndefined();

    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)!;
    expect(JSON.parse(data!)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Lean',
      startDate: START,
      endDate: '2027-03-10T10:00:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: address('de') },
      offers: { price: 0, priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    });
    const digest = createHash('sha256').update(data!).digest('base64');
    const policy = headers['content-security-policy']!;
    expect(policy).toContain(`script-src 'sha256-${digest}';`);
    expect(policy).toContain("form-action 'self';");
    expect(policy).toMatch(/^default-src 'none';.*; base-uri 'none'; frame-ancestors 'none'$/);
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it('escapes what people wrote, in every medium', async () => {
    const evil = `</script><script>alert(1)</script>"'&<!--\u2028`;
    const topic = await aTopic({
      title: evil,
      learningObjectives: [evil],
      targetAudience: evil,
      agenda: [{ offset: 0, title: evil }],
      seo: { metaTitle: evil, metaDescription: evil },
    });
    // What the doors would refuse, and an import would not.
    const link = { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: evil }] };
    await sql('update topics set description = $1 where document_id = $2', [
      JSON.stringify([{ type: 'paragraph', children: [link] }]),
      topic.documentId,
    ]);
    const speaker = await aSpeaker({ firstName: evil, company: evil, position: evil });
    const session = await aPlannedSession({
      topic: topic.documentId,
      speaker: speaker.documentId,
      texts: [{ locale: 'en', title: evil, description: evil }],
    });
    const shown = await get(pageOf(session));
    const back = await send(
      pageOf(session),
      typed({ firstName: evil, company: evil, specificQuestions: evil, email: evil }),
    );
    expect([shown.status, back.status]).toEqual([200, 400]);
    for (const { text } of [shown, back]) {
      expect(text).not.toContain('<script>alert');
      expect(text).not.toMatch(/javascript:| on[a-z]+=| style=/);
    }
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(shown.text)!;
    expect((JSON.parse(data!) as { name: string }).name).toBe(evil);
    expect(data).not.toMatch(/[<>&\u2028]/);
  });

  it('is not by an address that another page has', async () => {
    for (const slug of ['manage', 'join', 'preferences', 'unsubscribe', 'consent', 'calendar', 'Manage'])
      await expect(aPlannedSession({ slug })).rejects.toThrow(/is the address of another page/);
    const session = await aPlannedSession({ slug: 'managed' });
    await expect(
      strapi
        .documents('api::session.session')
        .update({ documentId: session.documentId, data: { slug: 'join' } as never }),
    ).rejects.toThrow(/is the address of another page/);
    expect((await get('/webinars/managed')).status).toBe(200);
  });
});

describe('what the page says about seats', () => {
  const said = async (session: { slug: string }, lang = 'en') => {
    const { text, status } = await get(pageOf(session, lang));
    expect(status).toBe(200);
    return text;
  };

  it('counts those that are left, and says where there is no limit', async () => {
    const session = await aPlannedSession({ capacity: 2 });
    expect(await said(session)).toContain('2 seats are left.');
    await register(session.slug, aForm());
    expect(await said(session)).toContain('One seat is left.');
    expect(await said(session, 'de')).toContain('Ein Platz ist noch frei.');
    expect(await said(await aPlannedSession({ capacity: null }))).toContain('There is room for everybody.');
  });

  it('offers the waitlist where they are taken, and other dates', async () => {
    const topic = (await aTopic()).documentId;
    const session = await aPlannedSession({ topic, capacity: 1 });
    const other = await aPlannedSession({ topic });
    await register(session.slug, aForm());
    expect(await said(session)).toContain('You would be the first in line.');
    await register(session.slug, aForm());
    const text = await said(session);
    expect(text).toContain('One person is in line.');
    expect(text).toContain('>Join the waitlist</button>');
    expect(text).toContain(`href="/webinars/${other.slug}?lang=en"`);
  });

  it('tells instead of a form why nobody can register', async () => {
    const full = await aPlannedSession({ capacity: 1, allowWaitlist: false });
    await register(full.slug, aForm());
    const early = await aPlannedSession({ registrationOpensAt: '2027-03-05T09:00:00.000Z' });
    const closed = await aPlannedSession({ registrationClosesAt: '2027-02-28T09:00:00.000Z' });
    const cancelled = await aPlannedSession();
    await strapi
      .documents('api::session.session')
      .update({ documentId: cancelled.documentId, data: { state: 'cancelled' } as never });
    const over = await aPlannedSession({ datetime: new Date(+NOW - DAY).toISOString() });
    for (const [session, code, english, german] of [
      [full, 'taken, and it has no', 'All seats are taken, and there is no waitlist.', 'es gibt keine Warteliste'],
      [
        early,
        'not opened yet',
        'Registration opens on 5 March 2027 at 10:00 CET.',
        'Die Anmeldung öffnet am 5. März 2027',
      ],
      [closed, 'is closed', 'Registration was open until 28 February 2027', 'Die Anmeldung war bis 28. Februar 2027'],
      [cancelled, 'was cancelled', 'The organiser cancelled this session.', 'hat diese Veranstaltung abgesagt'],
      [over, 'is closed', 'This session is over.', 'Diese Veranstaltung ist vorbei'],
    ] as const) {
      const text = await said(session);
      expect([text.includes(english), isForm(text)]).toEqual([true, false]);
      expect(await said(session, 'de')).toContain(german);
      // A form that was opened before is told in the API's own words.
      const late = await send(pageOf(session), typed());
      expect([late.status, isForm(late.text)]).toEqual([409, false]);
      expect(late.text).toContain(code);
    }
    expect(await count('registrations')).toBe(1);
  });
});

describe('registering on the page of a session', () => {
  it('gives a seat, leads to the page of the registration, and says so', async () => {
    const session = await aPlannedSession();
    const key = formKeyIn((await get(pageOf(session))).text)!;
    const form = typed({ formKey: key, position: 'Countess', specificQuestions: 'Why?\nHow?', marketingConsent: 'on' });
    const { status, headers } = await send(pageOf(session), form);
    expect(status).toBe(303);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.location).toMatch(/^\/webinars\/manage\/W[\w.-]+\?lang=en&done=registered$/);
    const { text } = await get(headers.location!);
    expect(text).toContain(`You are registered. A confirmation with an entry for your calendar goes to ${form.email}.`);
    expect(
      await sql(
        `select first_name, email, position, specific_questions, state, locale, marketing_consent, registration_source from registrations`,
      ),
    ).toEqual([
      {
        first_name: 'Augusta',
        email: form.email,
        position: 'Countess',
        specific_questions: 'Why?\nHow?',
        state: 'confirmed',
        locale: 'en',
        marketing_consent: true,
        registration_source: 'website',
      },
    ]);
    await drainJobs();
    expect(
      (await sql<{ kind: string }>('select kind from webinars_mails order by id')).map(({ kind }) => kind),
    ).toEqual(['confirmation', 'opt_in']);
  });

  it('says the place in line, or that the organiser decides', async () => {
    const full = await aPlannedSession({ capacity: 1 });
    await register(full.slug, aForm());
    const waiting = await send(pageOf(full), typed());
    expect((await get(waiting.headers.location!)).text).toContain('You are on the waitlist, at place 1.');
    const asking = await send(
      pageOf(await aPlannedSession({ requiresApproval: true }), 'de'),
      typed({ language: 'de' }),
    );
    expect((await get(asking.headers.location!)).text).toContain('Ihre Anfrage ist da.');
  });

  it('shows faults beside their fields, keeps what was typed, and saves nothing', async () => {
    const session = await aPlannedSession();
    const before = await world();
    const { termsAccepted: _, ...form } = typed({ firstName: 'x', email: 'nowhere', company: 'Engines of <steam>' });
    const { status, text, headers } = await send(pageOf(session), { ...form, marketingConsent: 'on' });
    expect([status, headers['cache-control'], headers['x-robots-tag']]).toEqual([400, 'private, no-store', 'noindex']);
    expect(text).toContain('3 fields need another look. Nothing was saved yet.');
    expect(text).toMatch(/<input id="email"[^>]*aria-invalid="true"[^>]*aria-describedby="email-hint email-fault"/);
    expect(text).toContain('id="termsAccepted-fault">This has to be accepted.');
    expect(text).toContain('value="Engines of &lt;steam>"');
    expect(text).toMatch(/id="privacyConsent"[^>]*checked/);
    expect(text).toMatch(/id="marketingConsent"[^>]*checked/);
    expect(text).not.toMatch(/id="termsAccepted"[^>]*checked/);
    expect((await send(pageOf(session, 'de'), {})).text).toContain('Dies wird benötigt.');
    expect(await world()).toBe(before);
  });

  it('registers once, however often and at once a form is sent', async () => {
    const session = await aPlannedSession();
    const form = typed({ formKey: formKeyIn((await get(pageOf(session))).text)! });
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(pageOf(session), form)));
    answers.push(await send(pageOf(session), form));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(303);
    expect(await count('registrations')).toBe(1);
    expect(await count('webinars_mails')).toBe(1);
  });

  it('takes a colleague with the same form, and each form that is shown is another one', async () => {
    const session = await aPlannedSession();
    const [one, other] = [(await get(pageOf(session))).text, (await get(pageOf(session))).text].map(formKeyIn);
    expect(one).not.toBe(other);
    for (let person = 0; person < 2; person += 1)
      expect((await send(pageOf(session), typed({ formKey: one! }))).status).toBe(303);
    expect(await count('registrations')).toBe(2);
  });

  it('refuses a second seat to an address, gives no link to the first one away, and keeps what was typed', async () => {
    const session = await aPlannedSession();
    const form = typed();
    const first = await send(pageOf(session), form);
    const { status, text } = await send(pageOf(session, 'de'), { ...form, firstName: 'Somebody else' });
    expect(status).toBe(409);
    expect(text).toContain('Sie sind nicht angemeldet');
    expect(text).toContain('ist für diese Veranstaltung bereits angemeldet');
    expect(text).toContain('value="Somebody else"');
    expect(text).not.toContain(/manage\/([^?]+)/.exec(first.headers.location!)![1]);
    expect(await count('registrations')).toBe(1);
  });

  it('refuses what fills the field that people do not see, says so, and takes it without', async () => {
    const session = await aPlannedSession();
    const form = typed({ homepage: 'https://spam.example' });
    const { status, text } = await send(pageOf(session), form);
    expect([status, await count('registrations')]).toEqual([400, 0]);
    expect(text).toContain('Nothing was saved. Please send the form again.');
    expect(text).not.toContain('spam.example');
    expect((await send(pageOf(session), { ...form, homepage: '' })).status).toBe(303);
  });

  it('says that a paid seat cannot be had while there is no payment', async () => {
    const session = await aPlannedSession({ price: 9900 });
    const { status, text } = await send(pageOf(session, 'de'), typed());
    expect(status).toBe(409);
    expect(text).toContain('die Zahlung ist derzeit nicht möglich');
    app.registrationDeps.ports.startCheckout = () => Promise.reject(new Error('partner down'));
    const down = await send(pageOf(session, 'de'), typed());
    expect([down.status, Number(down.headers['retry-after']) > 0]).toEqual([503, true]);
    expect(down.text).toContain('die Zahlung ist derzeit nicht möglich');
  });

  it('leads to the checkout where there is one, past the page’s own policy', async () => {
    app.registrationDeps.ports.startCheckout = async ({ reference }) => ({
      checkoutUrl: `https://pay.example.com/${reference}`,
    });
    const session = await aPlannedSession({ price: 9900 });
    const shown = await get(pageOf(session));
    expect(shown.headers['content-security-policy']).toContain("form-action 'self' https:;");
    expect(shown.text).toContain('>Register and pay</button>');
    const { status, headers } = await send(pageOf(session), typed());
    expect([status, headers.location]).toEqual([303, expect.stringMatching(/^https:\/\/pay\.example\.com\/W/)]);
  });

  it('is limited by network and by e-mail address like the API, and keeps what was typed', async () => {
    const from = newAddress();
    const post = (path: string, fields: Record<string, string>) =>
      request.post(path).set('X-Forwarded-For', from).type('form').send(fields);
    const session = await aPlannedSession();
    for (let n = 0; n < 60; n += 1) await post('/webinars/nobody', {});
    const limited = await post(pageOf(session), typed());
    expect([limited.status, Number(limited.headers['retry-after']) > 0]).toEqual([429, true]);

    const form = typed({ company: 'Kept Engines' });
    for (let n = 0; n < 20; n += 1) await register('nobody', aForm({ email: form.email }));
    const { status, text, headers } = await send(pageOf(session), form);
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
    expect(text).toContain('value="Kept Engines"');
    expect(await count('registrations')).toBe(0);
  });
});

describe('what people agree to', () => {
  it('is linked beside the boxes they tick, once its owner has said where it stands', async () => {
    const { slug } = await aSession();
    const read = async () => (await request.get(`/webinars/${slug}?lang=en`)).text;
    expect(await read()).not.toContain('Privacy notice</a>');
    await sql(
      `insert into strapi_core_store_settings (key, value, type) values ('plugin_webinars_mail', $1, 'object')`,
      [JSON.stringify({ brand: { termsUrl: 'https://example.com/terms', privacyUrl: 'https://example.com/privacy' } })],
    );
    const page = await read();
    expect(page).toMatch(/href="https:\/\/example\.com\/terms"[^>]*>Terms of participation<\/a>/);
    expect(page).toMatch(/href="https:\/\/example\.com\/privacy"[^>]*>Privacy notice<\/a>/);
  });
});
