import { app, aSession, clock, newAddress, request, resetData, sql, strapi } from '../harness';
import { aForm, register } from './visitors';

const MINUTE = 60_000;
const START = new Date('2027-03-10T09:00:00Z');
const at = (minutes: number) => clock.set(new Date(START.getTime() + minutes * MINUTE));

beforeEach(resetData);

type Session = { slug: string; documentId: string };

/** Somebody who has registered for a session that starts at START, with the paths of their pages. */
const somebody = async (fields: Record<string, unknown> = {}, session?: Session) => {
  at(-24 * 60);
  const { slug } =
    session ??
    (await aSession({ datetime: START.toISOString(), duration: 60, meetingUrl: 'https://meet.example.com/room' }));
  const { body } = await register(slug, aForm(fields));
  const { reference } = body.data as { reference: string };
  const pathOf = (link: string) => {
    const { pathname, search } = new URL(link);
    return pathname + search;
  };
  const { links } = app;
  return {
    reference,
    manage: pathOf(links.manage(reference)),
    join: pathOf(links.join(reference)),
    feedback: pathOf(links.feedback(reference)),
    preferences: pathOf(links.preferences(reference)),
    unsubscribe: pathOf(links.unsubscribe(reference, 'reminders')),
    consent: pathOf(links.consent(reference)),
  };
};

const send = (path: string, fields: Record<string, string>) => request.post(path).type('form').send(fields);

const stateOf = async (reference: string) =>
  (await sql<{ state: string }>('select state from registrations where reference = $1', [reference]))[0]!.state;

/** What the pages could change, as one value; that one was seen is counted now and then. */
const world = async () =>
  (
    await sql<{ all: string }>(
      `select md5(concat((select string_agg(r::text, '|' order by r.id) from registrations r),
                (select string_agg(e::text, '|' order by e.id) from webinars_events e),
                (select string_agg(a::text, '|' order by a.email) from webinars_mail_addresses a),
                (select string_agg(c::text, '|' order by c.email) from webinars_marketing_consents c),
                (select string_agg((to_jsonb(s) - 'view_count')::text, '|' order by s.id) from sessions s))) as all`,
    )
  )[0]!.all;

describe('every page', () => {
  it('changes nothing on GET and HEAD, at any time, whatever its address says', async () => {
    const person = await somebody({ marketingConsent: true });
    const { reference: _, ...paths } = person;
    const all = Object.values(paths).flatMap((path) => [
      path,
      ...['lang=de', 'view=edit', 'view=cancel', 'done=saved', 'done=cancelled', 'act=cancel'].map(
        (query) => `${path}${path.includes('?') ? '&' : '?'}${query}`,
      ),
    ]);
    for (const minutes of [-60, -5, 30, 90]) {
      at(minutes);
      const before = await world();
      for (const path of all) {
        const page = await request.get(path);
        expect([path, page.status, page.type]).toEqual([path, 200, 'text/html']);
        await request.head(path);
      }
      expect(await world()).toBe(before);
    }
  });

  it('is kept by nobody, found by nobody, framed by nobody, and runs nothing but what is ours', async () => {
    const { reference: _, ...paths } = await somebody({ marketingConsent: true });
    for (const path of [...Object.values(paths), '/webinars/manage/nobody']) {
      const { headers, text } = await request.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
        'x-frame-options': 'DENY',
      });
      expect(headers['set-cookie']).toBeUndefined();
      const policy = headers['content-security-policy']!;
      expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[\w+/=]{24}'; /);
      expect(policy).toMatch(/; base-uri 'none'; frame-ancestors 'none'$/);
      const [, nonce] = /'nonce-([^']+)'/.exec(policy)!;
      expect(text.match(/<style[^>]*>/g)).toEqual([`<style nonce="${nonce}">`]);
      expect(text).not.toMatch(/ style=| on[a-z]+=|javascript:/);
      expect(text.match(/<script/g) ?? []).toHaveLength(path === paths.join ? 1 : 0);
      if (path !== paths.join) expect(policy).not.toContain('script-src');
      expect(policy).toContain("form-action 'self';");
    }
  });

  it('speaks the language that its address, its person or the browser asks for', async () => {
    const german = await somebody({ language: 'de' });
    const page = (path: string, language = 'en') => request.get(path).set('Accept-Language', language);
    expect((await page(german.manage)).text).toContain('<html lang="de">');
    expect((await page(`${german.manage}?lang=en`, 'de')).text).toContain('<html lang="en">');
    expect((await page('/webinars/manage/nobody', 'de-AT')).text).toContain('Dieser Link führt nirgendwohin');
    expect((await page('/webinars/manage/nobody', 'fr')).text).toContain('This link leads nowhere');
    expect((await page(german.manage)).text).toContain(`href="${german.manage}?lang=en"`);
  });

  it.each([
    '/webinars/manage',
    '/webinars/manage/',
    '/webinars/manage/nobody',
    `/webinars/manage/W0000000000.${'A'.repeat(43)}`,
    '/webinars/join',
    '/webinars/join/nobody',
    `/webinars/join/W0000000000.${'A'.repeat(43)}`,
    '/webinars/manage/a/b/c/d',
    '/webinars/preferences/nobody',
    '/webinars/unsubscribe/nobody?category=news',
    '/webinars/consent/%E0%A4%A',
    '/webinars/consent/..%2f..',
  ])('answers 404 in both languages where its address leads nowhere: %s', async (path) => {
    for (const [lang, text] of [
      ['en', 'This link leads nowhere'],
      ['de', 'Dieser Link führt nirgendwohin'],
    ] as const) {
      for (const method of ['get', 'post', 'put'] as const) {
        const { status, text: page, type } = await request[method](path).set('Accept-Language', lang);
        expect([method, status, type]).toEqual([method, 404, 'text/html']);
        expect(page).toContain(text);
      }
    }
  });

  it('opens with its own token only', async () => {
    const { manage, join, preferences, consent } = await somebody({ marketingConsent: true });
    for (const own of [manage, join, preferences, consent]) {
      const token = own.split('/').pop()!;
      const pages = ['manage', 'join', 'preferences', 'consent'].map((name) => `/webinars/${name}/${token}`);
      for (const path of [...pages, `/webinars/manage/${token}/feedback`, `/webinars/unsubscribe/${token}`]) {
        const opens = path === own || path.startsWith(`${own}/`) || (own === preferences && path.includes('/unsub'));
        expect([path, (await request.get(path)).status]).toEqual([
          path,
          opens ? (path.includes('/unsub') ? 303 : 200) : 404,
        ]);
      }
    }
    expect((await request.get(`${manage}/join`)).status).toBe(404);
  });

  it('escapes what people wrote', async () => {
    const evil = `"><script>alert(1)</script>'&`;
    const session = await aSession({
      datetime: START.toISOString(),
      texts: [{ locale: 'en', title: evil }],
      meetingUrl: 'https://meet.example.com/room',
    });
    const person = await somebody({ firstName: evil, company: evil, specificQuestions: evil }, session);
    at(-5);
    for (const path of [person.manage, `${person.manage}?view=edit`, `${person.manage}?view=cancel`, person.join]) {
      const { text } = await request.get(path);
      expect([path, text.includes('<script>alert')]).toEqual([path, false]);
      expect(text).toContain('&lt;script>alert(1)&lt;/script>');
    }
    const { text } = await send(`${person.manage}?view=edit`, { act: 'edit', firstName: evil, lastName: 'x' });
    expect(text).not.toContain('<script>alert');
  });

  it('says so when somebody asks too often, and changes nothing', async () => {
    const { manage, reference } = await somebody({ language: 'de' });
    const from = newAddress();
    const post = (path: string) =>
      request.post(path).set('X-Forwarded-For', from).set('Accept-Language', 'de').type('form').send({ act: 'cancel' });
    for (let n = 0; n < 60; n += 1) await post('/webinars/manage/nobody');
    const { status, text, headers } = await post(manage);
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
    expect(text).toContain('Einen Moment bitte');
    expect(await stateOf(reference)).toBe('confirmed');
  });

  it('bears the brand that staff set, and no colour that cannot be read', async () => {
    const store = strapi.store({ type: 'plugin', name: 'webinars', key: 'mail' });
    await store.set({
      value: {
        brand: {
          name: 'Engines <& Co>',
          colour: '#ffee00',
          supportEmail: 'help@example.com',
          logoUrl: 'https://cdn.example.com/logo.svg',
        },
      },
    });
    try {
      const { manage } = await somebody();
      const { text, headers } = await request.get(manage);
      expect(text).toContain('alt="Engines &lt;&amp; Co>"');
      expect(text).toContain('href="mailto:help@example.com"');
      expect(text).not.toContain('color-scheme: light dark;--accent: #ffee00');
      expect(headers['content-security-policy']).toContain("img-src 'self' https://cdn.example.com;");
    } finally {
      await store.delete({});
    }
  });
});

describe('the page of a registration', () => {
  it('shows when the session is on its clock and on the reader’s, and what there is to do', async () => {
    const { manage, join, reference } = await somebody({ timezone: 'Asia/Tokyo' });
    const { text } = await request.get(manage);
    for (const part of [
      'Wednesday, 10 March 2027',
      '10:00 – 11:00 CET',
      '18:00 – 19:00 GMT+9',
      reference,
      `href="${join}"`,
      `/api/webinars/registrations/${manage.split('/').pop()}/calendar.ics`,
      'https://calendar.google.com/calendar/render?action=TEMPLATE',
      '20270310T090000Z%2F20270310T100000Z',
      'https://outlook.live.com/calendar/0/deeplink/compose?',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('meet.example.com');
  });

  it('hands no link to the registration itself to calendars, which are shared', async () => {
    const { manage, join } = await somebody();
    const { text } = await request.get(manage);
    const entries = [...text.matchAll(/href="(https:\/\/(?:calendar\.google|outlook\.live)[^"]+)"/g)].map(([, href]) =>
      decodeURIComponent(href!),
    );
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry).toContain(join);
      expect(entry).not.toContain(manage.split('/').pop());
    }
  });

  it('tells the place in line', async () => {
    const session = await aSession({ datetime: START.toISOString(), capacity: 1 });
    await somebody({}, session);
    const second = await somebody({ language: 'de' }, session);
    const { text } = await request.get(second.manage);
    expect(text).toContain('Sie sind Nummer 1 in der Reihe');
    expect(text).not.toContain('calendar.google.com');
  });

  it('changes details by a plain form, and leads back to itself', async () => {
    const { manage } = await somebody();
    const fields = {
      act: 'edit',
      firstName: 'Augusta',
      lastName: 'King',
      company: 'Engines',
      phone: '',
      language: 'de',
      timezone: 'Asia/Tokyo',
    };
    const { status, headers } = await send(`${manage}?view=edit&lang=en`, fields);
    expect([status, headers.location]).toEqual([303, `${manage}?lang=en&done=saved`]);
    const { text } = await request.get(headers.location!);
    expect(text).toContain('Your details are saved.');
    expect(text).toContain('Augusta King');
  });

  it('shows faults beside their fields and keeps what was typed', async () => {
    const { manage } = await somebody();
    const before = await world();
    const { status, text } = await send(`${manage}?view=edit`, {
      act: 'edit',
      firstName: 'x',
      lastName: 'King',
      company: 'Engines of <steam>',
      website: 'nowhere',
    });
    expect(status).toBe(400);
    expect(text).toContain('2 fields need another look. Nothing was saved yet.');
    expect(text).toMatch(
      /<input id="firstName"[^>]*aria-invalid="true"[^>]*aria-describedby="firstName-fault"[^>]*value="x"/,
    );
    expect(text).toContain('id="website-fault">This is not a web address');
    expect(text).toContain('value="Engines of &lt;steam>"');
    expect(await world()).toBe(before);
  });

  it('asks once more before it cancels, and cancels once', async () => {
    const { manage, reference } = await somebody();
    expect((await request.get(`${manage}?view=cancel`)).text).toContain('Cancel your registration?');
    expect(await stateOf(reference)).toBe('confirmed');
    const answers = [
      await send(`${manage}?view=cancel`, { act: 'cancel' }),
      await send(`${manage}?view=cancel`, { act: 'cancel' }),
    ];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
      Array(2).fill([303, `${manage}?done=cancelled`]),
    );
    expect(await stateOf(reference)).toBe('cancelled');
    const { text } = await request.get(`${manage}?done=cancelled`);
    expect(text).toContain('Your registration is cancelled.');
    expect(text).not.toContain('view=cancel');
    expect((await request.get(`${manage}?view=cancel`)).text).toContain('can no longer be cancelled');
    expect(await sql(`select from webinars_events where type = 'registration.cancelled'`)).toHaveLength(1);
  });

  it('says it did nothing when the button is not one of ours', async () => {
    const { manage, reference } = await somebody();
    const before = await world();
    expect((await send(manage, { act: 'anything' })).status).toBe(303);
    expect((await request.post(manage)).status).toBe(303);
    expect(await world()).toBe(before);
    expect(await stateOf(reference)).toBe('confirmed');
  });

  it('shows what remains, and only addresses that a browser opens', async () => {
    const session = await aSession({ datetime: START.toISOString(), recordingUrl: 'https://video.example.com/1' });
    const { manage, feedback } = await somebody({}, session);
    await sql(`update sessions set slides_url = 'javascript:alert(1)' where document_id = $1`, [session.documentId]);
    expect((await request.get(manage)).text).not.toContain('video.example.com');
    at(90);
    const { text } = await request.get(manage);
    expect(text).toContain('https://video.example.com/1');
    expect(text).toContain(`href="${feedback}"`);
    expect(text).not.toContain('javascript:');
  });
});

describe('the door of a session', () => {
  it('counts down, opens fifteen minutes before the start, and leads to the meeting', async () => {
    const { join, reference } = await somebody();
    at(-75);
    const early = await request.get(join);
    expect(early.text).toContain('The doors open at 09:45 CET');
    expect(early.text).toContain('data-left="3600000"');
    expect(early.text).toContain('1 hour to go');
    expect(early.headers['content-security-policy']).toMatch(/script-src 'sha256-[\w+/=]{44}';/);
    const refused = await send(join, {});
    expect([refused.status, refused.headers.location]).toEqual([409, undefined]);
    expect(refused.text).toContain('The doors open 15 minutes before the start.');

    at(-15);
    const open = await request.get(join);
    expect(open.text).toContain('Join now');
    expect(open.headers['content-security-policy']).toContain("form-action 'self' https:;");
    const joined = await send(join, {});
    expect([joined.status, joined.headers.location]).toEqual([303, 'https://meet.example.com/room']);
    expect(joined.headers['referrer-policy']).toBe('no-referrer');
    expect(
      await sql('select joined_at is not null as joined from registrations where reference = $1', [reference]),
    ).toEqual([{ joined: true }]);
    at(60);
    expect((await request.get(join)).text).toContain('This session is over');
  });

  it('tells the first name of the person and no more, nor leads to the registration', async () => {
    const { join, manage, reference } = await somebody({
      firstName: 'Augusta',
      lastName: 'Kingsley',
      email: 'augusta@person.example',
      company: 'Secret Engines',
      specificQuestions: 'A secret question',
      timezone: 'Asia/Tokyo',
    });
    for (const minutes of [-60, -5, 90]) {
      at(minutes);
      const { text } = await request.get(join);
      expect(text.includes('Augusta')).toBe(minutes === -5);
      for (const secret of ['Kingsley', 'person.example', 'ecret', 'GMT+9', `${reference}<`, '/manage/'])
        expect([minutes, secret, text.includes(secret)]).toEqual([minutes, secret, false]);
      expect(text).not.toContain(manage.split('/').pop());
    }
  });

  it('says in the reader’s language why it stays shut', async () => {
    const session = await aSession({ datetime: START.toISOString(), capacity: 1, meetingUrl: null });
    const seated = await somebody({ language: 'de' }, session);
    const waiting = await somebody({ language: 'de' }, session);
    at(-5);
    expect((await request.get(waiting.join)).text).toContain('Dazu braucht es einen bestätigten Platz');
    const { status, text } = await send(seated.join, {});
    expect(status).toBe(409);
    expect(text).toContain('Die Adresse des Meetings steht noch nicht fest.');
    expect(text).toContain('<html lang="de">');
  });
});

describe('the page for feedback', () => {
  it('takes a rating by a plain form, thanks, and lets it be changed', async () => {
    const { feedback, reference } = await somebody();
    expect((await request.get(feedback)).text).toContain('Feedback opens when the session starts');
    at(61);
    const empty = await send(feedback, { comment: 'Fine <b>' });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain('id="rating-fault"');
    expect(empty.text).toContain('Fine &lt;b></textarea>');
    const given = await send(feedback, { rating: '4', comment: 'Fine' });
    expect([given.status, given.headers.location]).toEqual([303, `${feedback}?done=saved`]);
    const { text } = await request.get(given.headers.location!);
    expect(text).toContain('Thank you. Your feedback is saved');
    expect(text).toMatch(/value="4"[^>]*checked/);
    expect(await sql('select rating, feedback from registrations where reference = $1', [reference])).toEqual([
      { rating: 4, feedback: 'Fine' },
    ]);
    at(60 + 91 * 24 * 60);
    expect((await request.get(feedback)).text).toContain('Feedback for this session is closed');
    expect((await send(feedback, { rating: '1' })).status).toBe(409);
  });
});

describe('the pages about mails', () => {
  const addresses = () => sql<{ off: string[] }>(`select switched_off as off from webinars_mail_addresses`);

  it('switch off what is no longer ticked, and ask for consent before news', async () => {
    const { preferences } = await somebody();
    const { status, headers } = await send(preferences, { reminders: 'on', news: 'on' });
    expect([status, headers.location]).toEqual([303, `${preferences}?done=saved`]);
    expect(await addresses()).toEqual([{ off: ['follow_up'] }]);
    const { text } = await request.get(headers.location!);
    expect(text).toContain('We have sent you a mail to confirm this.');
    // Saved once more with the box for news still empty, the wish goes on waiting.
    await send(preferences, { reminders: 'on', follow_up: 'on' });
    expect(await addresses()).toEqual([{ off: [] }]);
    expect(await sql('select state from webinars_marketing_consents')).toEqual([{ state: 'requested' }]);
  });

  it('unsubscribe by a button, and by a mail client’s one click', async () => {
    const { unsubscribe } = await somebody();
    expect((await request.get(unsubscribe)).text).toContain('No more reminders?');
    expect(await addresses()).toEqual([]);
    const pressed = await send(unsubscribe, {});
    expect([pressed.status, pressed.headers.location]).toEqual([303, unsubscribe]);
    expect((await request.get(unsubscribe)).text).toContain('You are unsubscribed');
    for (let time = 0; time < 2; time += 1) {
      const clicked = await send(unsubscribe.replace('reminders', 'follow_up'), { 'List-Unsubscribe': 'One-Click' });
      expect([clicked.status, clicked.headers.location]).toEqual([200, undefined]);
    }
    expect(await addresses()).toEqual([{ off: ['follow_up', 'reminders'] }]);
  });

  it('lead to the choice where the link says no category', async () => {
    const { unsubscribe, preferences } = await somebody();
    const { status, headers } = await request.get(unsubscribe.replace('reminders', 'service'));
    expect([status, headers.location]).toEqual([303, preferences]);
  });

  it('make consent count only after the button was pressed', async () => {
    const { consent } = await somebody({ marketingConsent: true, language: 'de' });
    const state = async () => (await sql<{ state: string }>('select state from webinars_marketing_consents'))[0]!.state;
    expect((await request.get(consent)).text).toContain('Ja, senden Sie mir Neuigkeiten');
    expect(await state()).toBe('requested');
    expect((await send(consent, {})).status).toBe(303);
    expect(await state()).toBe('confirmed');
    expect((await request.get(consent)).text).toContain('Neuigkeiten von Magnetiq Webinars gehen ab jetzt an');
    const nobody = await somebody();
    expect((await request.get(nobody.consent)).text).toContain('There is nothing to confirm');
    expect((await send(nobody.consent, {})).status).toBe(409);
  });
});
