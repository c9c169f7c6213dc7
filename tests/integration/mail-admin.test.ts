import type {
  MailDetail,
  MailRow,
  MailStatus,
  MailTemplate,
  SessionMail,
  SettingsView,
  TemplateHelp,
} from '../../plugins/webinars/contracts/mail-admin';
import { anEditor, app, aSession, clock, request, resetData, smtp, sql } from '../harness';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  clock.set(START);
});

const deliver = () => app.mail.delivery.deliverDue();

const referenceOf = async (slug: string, fields: Record<string, unknown> = {}): Promise<string> => {
  const answer = await register(slug, aForm(fields));
  expect(answer.status).toBe(201);
  return answer.body.data.reference as string;
};

const list = async (query = ''): Promise<MailRow[]> => {
  const answer = await editor.get(`/webinars-admin/mails${query}`);
  expect(answer.status).toBe(200);
  return answer.body.data as MailRow[];
};

const read = async (id: string): Promise<MailDetail> => (await editor.get(`/webinars-admin/mails/${id}`)).body.data;

const status = async (): Promise<MailStatus> => (await editor.get('/webinars-admin/mails/status')).body.data;

const refuse = (to: string, words: string) =>
  smtp.refuseRecipients((mail) => (mail.to === to ? { code: 550, words } : null));

describe('who may', () => {
  const endpoints = [
    ['mail.read', 'get', '/webinars-admin/mails'],
    ['mail.read', 'get', '/webinars-admin/mails/status'],
    ['mail.read', 'get', '/webinars-admin/mails/1'],
    ['mail.read', 'get', '/webinars-admin/mails/sessions'],
    ['mail.read', 'get', '/webinars-admin/mails/sessions/none'],
    ['mail.send', 'post', '/webinars-admin/mails/replay'],
    ['mail.send', 'post', '/webinars-admin/mail-addresses/forget-bounce'],
    ['mail.settings', 'get', '/webinars-admin/mail-settings'],
    ['mail.settings', 'put', '/webinars-admin/mail-settings'],
    ['mail.settings', 'get', '/webinars-admin/mail-templates'],
    ['mail.settings', 'get', '/webinars-admin/mail-templates/registrations'],
    ['mail.settings', 'get', '/webinars-admin/mail-templates/confirmation/en'],
    ['mail.settings', 'put', '/webinars-admin/mail-templates/confirmation/en'],
    ['mail.settings', 'delete', '/webinars-admin/mail-templates/confirmation/en'],
    ['mail.settings', 'post', '/webinars-admin/mail-templates/confirmation/en/preview'],
    ['mail.settings', 'post', '/webinars-admin/mail-templates/confirmation/en/test'],
  ] as const;
  const ALL = ['mail.read', 'mail.send', 'mail.settings', 'overview.read'];

  it('reads, sends and sets is each asked for by name', async () => {
    for (const action of ['mail.read', 'mail.send', 'mail.settings']) {
      const allowed = await staffWho(action);
      const others = await staffWho(...ALL.filter((other) => other !== action));
      for (const [, method, path] of endpoints.filter(([needed]) => needed === action)) {
        const told = (status: number) => `${method} ${path} ${status}`;
        expect(told((await others[method](path)).status)).toBe(told(403));
        expect(told((await request[method](path)).status)).toBe(told(401));
        expect([200, 400, 404]).toContain((await allowed[method](path)).status);
      }
    }
  });
});

describe('the mailbox', () => {
  it('lists the newest first, page after page without a gap', async () => {
    const { slug } = await aSession();
    for (let count = 0; count < 5; count += 1) await referenceOf(slug);
    const all = await list();
    const first = await list('?pageSize=2');
    const second = await list(`?pageSize=2&before=${first[1]!.id}`);
    const third = await list(`?pageSize=2&before=${second[1]!.id}`);
    expect([...first, ...second, ...third]).toEqual(all);
    expect(all.map(({ id }) => Number(id))).toEqual([5, 4, 3, 2, 1]);
  });

  it('finds by state, kind, recipient, session, registration and bounce', async () => {
    const one = await aSession({ capacity: 1, texts: [{ locale: 'en', title: 'The one' }] });
    const other = await aSession();
    await referenceOf(one.slug, { email: 'ada.mails@example.com' });
    await deliver();
    await referenceOf(one.slug, { email: 'bob@example.com' });
    await referenceOf(other.slug, { email: 'adam@example.com', firstName: 'Adam', lastName: 'Ant' });
    refuse('adam@example.com', '5.1.1 no such user');

    const to = async (query: string) => (await list(query)).map(({ recipient }) => recipient);
    expect(await to('?state=queued')).toEqual(['adam@example.com', 'bob@example.com']);
    expect(await to('?state=sent')).toEqual(['ada.mails@example.com']);
    expect(await to('?kind=waitlisted')).toEqual(['bob@example.com']);
    expect(await to('?recipient=AD')).toEqual(['adam@example.com', 'ada.mails@example.com']);
    expect(await to(`?session=${one.documentId}`)).toEqual(['bob@example.com', 'ada.mails@example.com']);
    await deliver();
    expect(await to('?isBounced=true')).toEqual(['adam@example.com']);
    const [bounced] = await list('?isBounced=true');
    expect(bounced).toMatchObject({ state: 'failed', registration: { name: 'Adam Ant' } });
    expect(await to(`?registration=${bounced!.registration!.documentId}`)).toEqual(['adam@example.com']);
    expect((await list('?kind=waitlisted'))[0]!.session).toEqual({ documentId: one.documentId, title: 'The one' });
  });

  it('names the filter it does not know', async () => {
    const answer = await editor.get('/webinars-admin/mails?state=lost&colour=red');
    expect(answer.status).toBe(400);
    const paths = answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(paths).toContain('state');
  });

  it('shows a mail as it was sent', async () => {
    const { slug } = await aSession();
    await referenceOf(slug, { email: 'ada.mails@example.com' });
    await deliver();
    const [row] = await list();
    const mail = await read(row!.id);
    const [arrived] = await smtp.read();
    expect(mail).toMatchObject({
      state: 'sent',
      recipient: 'ada.mails@example.com',
      messageId: arrived!.messageId,
      subject: arrived!.subject,
      isAddressBounced: false,
    });
    expect(mail.html).toContain('<html');
    expect(mail.text!.trim()).not.toBe('');
    expect(mail.calendar).toContain('METHOD:REQUEST');
    expect((await editor.get('/webinars-admin/mails/999')).status).toBe(404);
    expect((await editor.get('/webinars-admin/mails/none')).status).toBe(404);
  });

  it('says how mail stands', async () => {
    const { slug } = await aSession();
    await referenceOf(slug, { email: 'gone@example.com' });
    await referenceOf(slug);
    expect(await status()).toMatchObject({ isOn: true, queued: 2, failed: 0, oldestDueAt: '2026-03-02T10:00:00Z' });
    refuse('gone@example.com', '5.1.1 no such user');
    await deliver();
    expect(await status()).toEqual({ isOn: true, queued: 0, failed: 1, kept: 0, oldestDueAt: null, bounced: 1 });
  });

  it('sends again what failed, and only that', async () => {
    const { slug } = await aSession();
    await referenceOf(slug, { email: 'full@example.com' });
    await referenceOf(slug, { email: 'fine@example.com' });
    smtp.refuseMails(({ to }) => (to === 'full@example.com' ? { code: 552, words: '5.2.2 mailbox full' } : null));
    await deliver();
    smtp.reset();
    const ids = (await list()).map(({ id }) => id);
    const answer = await editor.post('/webinars-admin/mails/replay').send({ ids });
    expect(answer.body.data).toEqual({ replayed: 1 });
    await deliver();
    expect(smtp.taken.map(({ to }) => to)).toEqual(['full@example.com']);
    expect((await editor.post('/webinars-admin/mails/replay').send({ ids: ['1; drop'] })).status).toBe(400);
  });

  it('lets an address work again', async () => {
    const { slug } = await aSession();
    await referenceOf(slug, { email: 'back@example.com' });
    refuse('back@example.com', '5.1.1 no such user');
    await deliver();
    expect((await read('1')).isAddressBounced).toBe(true);
    const forget = () =>
      editor.post('/webinars-admin/mail-addresses/forget-bounce').send({ email: 'Back@example.com' });
    expect((await forget()).body.data).toEqual({ forgotten: true });
    expect((await forget()).body.data).toEqual({ forgotten: false });
    expect((await read('1')).isAddressBounced).toBe(false);
    expect((await status()).bounced).toBe(0);
  });
});

describe('the mail of a session', () => {
  it('is counted by state, with who cannot be reached and the reminders to come', async () => {
    const { slug, documentId } = await aSession();
    await referenceOf(slug, { email: 'gone@example.com', firstName: 'Gone', lastName: 'Girl' });
    await referenceOf(slug);
    refuse('gone@example.com', '5.1.1 no such user');
    await deliver();
    const { body } = await editor.get(`/webinars-admin/mails/sessions/${documentId}`);
    const mail = body.data as SessionMail;
    expect(mail.counts).toEqual([
      { state: 'failed', count: 1 },
      { state: 'sent', count: 1 },
    ]);
    expect(mail.unreachable).toMatchObject([{ name: 'Gone Girl', email: 'gone@example.com' }]);
    expect(mail.unreachable[0]!.words).toContain('no such user');
    expect(mail.reminders[0]).toMatchObject({ rule: '7-days', state: 'to_come' });
    expect((await editor.get('/webinars-admin/mails/sessions/none')).status).toBe(404);
  });

  it('is found by typing a part of the session’s title', async () => {
    await aSession({ texts: [{ locale: 'en', title: 'Clouds and 100%_rain' }] });
    await aSession({ texts: [{ locale: 'en', title: 'Sunshine' }] });
    const found = async (search: string) =>
      (await editor.get('/webinars-admin/mails/sessions').query({ search })).body.data.map(
        ({ title }: { title: string }) => title,
      );
    expect(await found('cloud')).toEqual(['Clouds and 100%_rain']);
    expect(await found('%_R')).toEqual(['Clouds and 100%_rain']);
    expect(await found('')).toHaveLength(2);
    expect(await found('hail')).toEqual([]);
  });

  it('is found by its title in either language, and named in the reader’s', async () => {
    const { documentId, slug } = await aSession({
      texts: [
        { locale: 'en', title: 'Leading teams' },
        { locale: 'de', title: 'Teams führen' },
      ],
    });
    await referenceOf(slug);
    await deliver();
    const message = { audience: { session: documentId }, texts: { en: { subject: 'Slides', body: 'Here.' } } };
    const written = await editor.post('/webinars-admin/messages').send({ ...message, key: 'named-in-either-language' });
    expect(written.status).toBe(201);
    const file = Buffer.from('First Name,Last Name,Email\r\nIda,Named,ida.named@example.com\r\n');
    const opened = await editor
      .post(`/webinars-admin/imports?session=${documentId}`)
      .attach('files', file, 'people.csv');
    expect(opened.status).toBe(200);
    const [mail] = (await editor.get('/webinars-admin/mails')).body.data as MailRow[];
    const titled = async (path: string, query: object = {}): Promise<string[]> =>
      [...JSON.stringify((await editor.get(path).query(query)).body).matchAll(/"title":"([^"]+)"/g)].map(
        ([, title]) => title!,
      );
    const doors: [string, object?][] = [
      ['/webinars-admin/mails'],
      [`/webinars-admin/mails/${mail!.id}`],
      ['/webinars-admin/mails/sessions', { search: 'teams f' }],
      ['/webinars-admin/mails/sessions', { search: 'leading' }],
      ['/webinars-admin/messages'],
      [`/webinars-admin/messages/${written.body.data.id}`],
      ['/webinars-admin/imports'],
      [`/webinars-admin/imports/${opened.body.data.id}`],
      ['/webinars-admin/history', { action: 'message.sent' }],
    ];
    for (const [path, query] of doors) {
      const [english, german] = [await titled(path, query), await titled(path, { ...query, titles: 'de' })];
      expect([path, new Set(english), new Set(german)]).toEqual([
        path,
        new Set(['Leading teams']),
        new Set(['Teams führen']),
      ]);
    }
  });
});

describe('the settings of mail', () => {
  const settings = async (): Promise<SettingsView> => (await editor.get('/webinars-admin/mail-settings')).body.data;
  const change = ({ defaults: _, ...kept }: SettingsView, changes: object) =>
    editor.put('/webinars-admin/mail-settings').send({ ...kept, ...changes });

  it('are kept, and count up', async () => {
    const before = await settings();
    expect(before).toMatchObject({ revision: 0, doubleOptIn: true, brand: { name: 'Magnetiq Webinars' } });
    const answer = await change(before, { brand: { ...before.brand, name: 'Acme', colour: '#112233' } });
    expect(answer.status).toBe(200);
    expect(await settings()).toMatchObject({ revision: 1, brand: { name: 'Acme', colour: '#112233' } });
  });

  it('are not overwritten by who has not seen the last change', async () => {
    const before = await settings();
    await change(before, { doubleOptIn: false });
    const answer = await change(before, { brand: { ...before.brand, name: 'Late' } });
    expect(answer.status).toBe(409);
    expect(answer.body.error.details.code).toBe('SETTINGS_CHANGED');
    expect(await settings()).toMatchObject({ doubleOptIn: false, brand: { name: 'Magnetiq Webinars' } });
  });

  it('remember since when an altered rule is as it is, and only that one', async () => {
    const before = await settings();
    const [first, ...others] = before.reminders;
    clock.advance({ minutes: 5 });
    await change(before, { reminders: [{ ...first!, minutes: 60 }, ...others] });
    const [kept] = await sql<{ value: string }>(
      `select value from strapi_core_store_settings where key = 'plugin_webinars_mail'`,
    );
    expect(JSON.parse(kept!.value).rulesSince).toEqual({ [first!.id]: '2026-03-02T10:05:00.000Z' });
  });

  it('are refused with every faulty field named', async () => {
    const before = await settings();
    const answer = await change(before, {
      brand: { ...before.brand, colour: 'red', website: 'javascript:alert(1)' },
      reminders: [before.reminders[0], before.reminders[0]],
    });
    expect(answer.status).toBe(400);
    const paths = answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['brand.colour', 'brand.website', 'reminders']));
    expect((await settings()).revision).toBe(0);
  });
});

describe('a template', () => {
  const PATH = '/webinars-admin/mail-templates/confirmation/en';
  const source = { subject: 'See you {{ session.date }}', preheader: '', body: 'Hello {{ recipient.firstName }}!' };
  const template = async (): Promise<MailTemplate> => (await editor.get(PATH)).body.data;
  const save = async (changed: object, revision?: string, words?: string) =>
    editor.put(PATH).send({ source: changed, revision: revision ?? (await template()).revision, words });

  it('is listed in both languages, with what an editor can use', async () => {
    const { body } = await editor.get('/webinars-admin/mail-templates');
    expect(body.data).toHaveLength(46);
    const help = body.meta as TemplateHelp;
    expect(help.variables.map(({ name }) => name)).toContain('session.title');
    expect(help.filters.map(({ name }) => name)).toContain('join_words');
    expect(help.partials.map(({ name }) => name)).toContain('calendar');
    expect((await editor.get(PATH)).body.meta.default.body).toBe((await template()).body);
  });

  it('is changed, used, and goes back to the text of the release', async () => {
    const original = await template();
    const saved = await save(source);
    expect(saved.body.data).toMatchObject({ isEdited: true, hasNewerDefault: false, updatedBy: 'Edith Editor' });
    const { slug } = await aSession();
    await referenceOf(slug, { firstName: 'Ada' });
    await deliver();
    expect((await smtp.read())[0]!.text).toContain('Hello Ada!');
    const reset = await editor.delete(PATH);
    expect(reset.body.data).toMatchObject({ isEdited: false, body: original.body });
  });

  it('tells that the release has brought a newer text', async () => {
    await save(source);
    await sql(`update webinars_mail_templates set default_hash = 'of an older release'`);
    expect(await template()).toMatchObject({ isEdited: true, hasNewerDefault: true });
  });

  it('is refused with every fault and its place, in the language of who edits', async () => {
    const faulty = {
      ...source,
      subject: '{{ session.tittle }}',
      body: 'One\nTwo {{ recipient.name | shout }}\n{{ nobody }}',
    };
    const answer = await save(faulty);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ['subject'], line: 1, message: expect.stringContaining('session.tittle') }),
        expect.objectContaining({ path: ['body'], name: 'unknown_filter', line: 2 }),
        expect.objectContaining({ path: ['body'], name: 'unknown_variable', line: 3 }),
      ]),
    );
    const german = await save(faulty, undefined, 'de');
    expect(german.body.error.details.errors[0].message).toMatch(/^Zeile 1, Spalte \d+: /);
    expect((await template()).isEdited).toBe(false);
  });

  it('is not overwritten by who began with an older text', async () => {
    const { revision } = await template();
    await save(source, revision);
    const late = await save({ ...source, body: 'Late' }, revision);
    expect(late.status).toBe(409);
    expect(late.body.error.details.code).toBe('TEMPLATE_CHANGED');
    expect((await template()).body).toBe(source.body);
  });

  it('is saved once when two editors save at the same instant', async () => {
    const { revision } = await template();
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((body) => save({ ...source, body }, revision).then((answer) => answer.status)),
    );
    expect(answers.sort()).toEqual([200, 409, 409, 409]);
  });

  it('is previewed with a sample, and with somebody’s own registration', async () => {
    const { slug } = await aSession();
    const reference = await referenceOf(slug, { firstName: 'Ada', lastName: '<b>Lovelace</b>' });
    const preview = (fields: object) => editor.post(`${PATH}/preview`).send({ source, ...fields });
    const sample = await preview({});
    expect(sample.status).toBe(200);
    const own = await preview({ reference, source: { ...source, body: '{{ recipient.name }}' } });
    expect(own.body.data.text).toContain('Ada');
    expect(own.body.data.html).not.toContain('<b>Lovelace');
    expect((await preview({ reference: 'NOBODY' })).status).toBe(404);
    expect((await preview({ source: { ...source, body: '{{ nobody }}' } })).status).toBe(400);
  });

  it('finds the registration by its reference, address or name', async () => {
    const { slug } = await aSession();
    const reference = await referenceOf(slug, {
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada.mails@example.com',
    });
    await referenceOf(slug, { firstName: 'Bob', lastName: 'Ross' });
    const found = async (search: string) =>
      (await editor.get('/webinars-admin/mail-templates/registrations').query({ search })).body.data;
    for (const search of [reference.toLowerCase(), 'ada.mails@', 'love', 'ada love']) {
      expect(await found(search)).toMatchObject([{ reference, name: 'Ada Lovelace', email: 'ada.mails@example.com' }]);
    }
    expect(await found('')).toHaveLength(2);
    expect(await found('%')).toEqual([]);
  });

  it('is sent to one address as a test, past the queue', async () => {
    const answer = await editor.post(`${PATH}/test`).send({ source, to: 'me@example.com' });
    expect(answer.status).toBe(200);
    const [mail] = await smtp.read();
    expect(mail!.subject).toMatch(/^\[Test\] See you /);
    expect(smtp.taken[0]!.to).toBe('me@example.com');
    expect(await list()).toEqual([]);
    smtp.refuseRecipients(() => ({ code: 550, words: '5.1.1 no such user' }));
    const refused = await editor.post(`${PATH}/test`).send({ source, to: 'nobody@example.com' });
    expect(refused.status).toBe(503);
    expect(refused.body.error).toMatchObject({ details: { code: 'MAIL_REFUSED' } });
    expect(refused.body.error.message).toContain('no such user');
  });
});
