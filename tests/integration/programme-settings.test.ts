import type { ProgrammeSettingsView } from '../../plugins/webinars/contracts/programme';
import { programmeConstraints } from '../../plugins/webinars/server/src/programme';
import { aSession, aSpeaker, aTopic, app, clock, request, resetData, sql, strapi } from '../harness';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';
import { staffWho } from './staff';

const PATH = '/webinars-admin/programme-settings';
const CONTENT = '/content-manager/collection-types/api::session.session';
const NOW = new Date('2026-03-02T10:00:00Z');
const STARTS = '2026-04-20T08:00:00.000Z';

type Staff = Awaited<ReturnType<typeof anAdministrator>>;

let staff: Staff;
beforeAll(async () => {
  staff = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

const read = async (): Promise<ProgrammeSettingsView> => (await staff.get(PATH)).body.data;
const change = async (changes: object, from?: ProgrammeSettingsView) => {
  const { defaults: _, speaker: __, next: ___, ...kept } = from ?? (await read());
  return staff.put(PATH).send({ ...kept, ...changes });
};

const NEW = { duration: 45, capacity: 30, allowWaitlist: false, registrationWindowDays: 14 };

const stored = async (documentId: string) =>
  (
    await sql(
      `select duration, capacity, allow_waitlist as "allowWaitlist", timezone, registration_opens_at as "opensAt"
         from sessions where document_id = $1`,
      [documentId],
    )
  )[0];

const DEFAULTS = {
  duration: 45,
  capacity: 30,
  allowWaitlist: false,
  timezone: 'Europe/Vienna',
  opensAt: new Date('2026-04-06T08:00:00Z'),
};

describe('the settings of the programme', () => {
  it('begin with the installation’s, are kept and count up', async () => {
    expect(await read()).toMatchObject({
      revision: 0,
      timezone: null,
      defaults: { timezone: app.settings.defaultTimezone },
      newSessions: { duration: 60, capacity: null, allowWaitlist: true, registrationWindowDays: null },
      conflicts: { gapMinutes: 30, audienceMinutes: 120 },
      manager: { email: null, newRegistrations: false, sessionReminders: true, performanceReports: false },
    });
    expect((await change({ newSessions: NEW })).status).toBe(200);
    expect(await read()).toMatchObject({ revision: 1, newSessions: NEW });
  });

  it('are not overwritten by who has not seen the last change', async () => {
    const seen = await read();
    await change({ newSessions: NEW });
    const late = await change({ timezone: 'Asia/Tokyo' }, seen);
    expect(late).toMatchObject({ status: 409, body: { error: { details: { code: 'SETTINGS_CHANGED' } } } });
    expect(await read()).toMatchObject({ revision: 1, timezone: null, newSessions: NEW });
  });

  it('of two who save at once are one’s', async () => {
    const seen = await read();
    const answers = await Promise.all(
      ['Asia/Tokyo', 'Europe/Vienna', 'America/Lima'].map((timezone) => change({ timezone }, seen)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await read()).revision).toBe(1);
  });

  it('are refused with every faulty field named', async () => {
    const answer = await change({
      timezone: 'Mars/Base',
      newSessions: { ...NEW, duration: 0 },
      conflicts: { gapMinutes: -1, audienceMinutes: 120 },
    });
    expect(answer.status).toBe(400);
    const paths = answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(paths.sort()).toEqual(['conflicts.gapMinutes', 'newSessions.duration', 'timezone']);
  });

  it('are in the audit log, before and after', async () => {
    await change({ timezone: 'Europe/Vienna' });
    expect(
      await sql(
        `select action, actor_name as by, before::json, after::json from webinars_audit where subject_document_id = 'programme'`,
      ),
    ).toEqual([
      {
        action: 'settings.changed',
        by: 'Ada Administrator',
        before: { timezone: null },
        after: { timezone: 'Europe/Vienna' },
      },
    ]);
  });

  it('are nobody’s who may do other things only', async () => {
    const other = await staffWho('mail.settings', 'sessions.manage', 'overview.read');
    expect((await other.get(PATH)).status).toBe(403);
    expect((await other.put(PATH).send({})).status).toBe(403);
    expect((await other.get(`${PATH}/speakers`)).status).toBe(403);
  });

  it('took over the manager whom the settings of mail had', async () => {
    const kept = { doubleOptIn: false, revision: 3, programmeManager: { name: 'Mira', email: 'mira@example.com' } };
    await sql(
      `insert into strapi_core_store_settings (key, value, type) values ('plugin_webinars_mail', $1, 'object')`,
      [JSON.stringify(kept)],
    );
    for (let boot = 0; boot < 2; boot += 1) for (const statement of programmeConstraints) await sql(statement);
    expect((await read()).manager).toMatchObject({ name: 'Mira', email: 'mira@example.com', sessionReminders: true });
    const mail = (await staff.get('/webinars-admin/mail-settings')).body.data as Wire;
    expect(mail).toMatchObject({ revision: 3, doubleOptIn: false });
  });
});

describe('a speaker as programme manager', () => {
  it('is found by name, and written to at the address they have by then', async () => {
    const ada = await aSpeaker({ firstName: 'Ada', lastName: 'Quantum', email: 'ada.quantum@example.com' });
    const { body } = await staff.get(`${PATH}/speakers?search=quant`);
    expect(body.data).toEqual([{ documentId: ada.documentId, name: 'Ada Quantum', email: 'ada.quantum@example.com' }]);
    const { manager } = await read();
    await change({ manager: { ...manager, speaker: ada.documentId } });
    await strapi
      .documents('api::speaker.speaker')
      .update({ documentId: ada.documentId, locale: 'en', data: { email: 'Ada@Quantum.example' } as never });
    expect((await read()).speaker).toMatchObject({ name: 'Ada Quantum', email: 'ada@quantum.example' });
  });

  it('has to be there', async () => {
    const { manager } = await read();
    const answer = await change({ manager: { ...manager, speaker: 'nobody' } });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['manager', 'speaker']);
  });
});

describe('a new session', () => {
  const links = async () => ({ topic: (await aTopic()).documentId, speaker: (await aSpeaker()).documentId });
  beforeEach(async () => {
    await change({ newSessions: NEW, timezone: 'Europe/Vienna' });
  });

  it('begins with the settings where code says nothing else', async () => {
    const { documentId } = await strapi.documents('api::session.session').create({
      data: { datetime: STARTS, ...(await links()) } as never,
    });
    expect(await stored(documentId)).toEqual(DEFAULTS);
  });

  it('begins with them in the Content Manager’s form, and is saved as the form stands', async () => {
    const init = (await staff.get('/content-manager/init')).body.data as Wire;
    const session = init.contentTypes.find(({ uid }: Wire) => uid === 'api::session.session');
    const begun = Object.fromEntries(
      Object.entries<Wire>(session.attributes)
        .filter(([, attribute]) => attribute.default !== undefined)
        .map(([name, attribute]) => [name, attribute.default]),
    );
    expect(begun).toMatchObject({ duration: 45, capacity: 30, allowWaitlist: false, timezone: 'Europe/Vienna' });
    const saved = await staff.post(CONTENT).send({ ...begun, datetime: STARTS, registrationOpensAt: null });
    expect(saved.status).toBe(201);
    expect(await stored(saved.body.data.documentId)).toEqual(DEFAULTS);
    const other = await staff.post(CONTENT).send({ ...begun, datetime: STARTS, capacity: null, duration: 90 });
    expect(await stored(other.body.data.documentId)).toMatchObject({ capacity: null, duration: 90 });
  });

  it('begins with them over REST', async () => {
    const token = (await strapi.service('admin::api-token').create({
      name: `programme ${process.pid}`,
      description: '',
      type: 'full-access',
      lifespan: null,
    })) as { accessKey: string; id: number };
    const answer = await request
      .post('/api/sessions')
      .set('Authorization', `Bearer ${token.accessKey}`)
      .send({ data: { datetime: STARTS } });
    await strapi.service('admin::api-token').revoke(token.id);
    expect(answer.status).toBe(201);
    expect(await stored(answer.body.data.documentId)).toEqual(DEFAULTS);
  });

  it('changes nothing about those that are there, nor about a duplicate of one', async () => {
    const before = await aSession({ duration: 60, capacity: 10, timezone: 'Europe/Berlin' });
    const was = await stored(before.documentId);
    await change({ newSessions: { ...NEW, duration: 20 }, timezone: 'Asia/Tokyo' });
    await strapi
      .documents('api::session.session')
      .update({ documentId: before.documentId, data: { price: 100 } as never });
    expect(await stored(before.documentId)).toEqual(was);
    const copy = await staff
      .post(`/webinars-admin/planning/sessions/${before.documentId}/duplicate`)
      .send({ datetime: STARTS, revision: null });
    expect(copy.status).toBeLessThan(300);
    expect(await sql(`select distinct duration, timezone from sessions`)).toEqual([
      { duration: 60, timezone: 'Europe/Berlin' },
    ]);
  });
});

describe('the rules of conflict', () => {
  const conflicts = async (session: string): Promise<string[]> =>
    (await staff.get(`/webinars-admin/planning/sessions/${session}?locale=en`)).body.data.conflicts.map(
      ({ kind }: Wire) => kind,
    );

  it('are those of the settings: a gap of an hour is too short once two are asked for', async () => {
    const speaker = (await aSpeaker()).documentId;
    const topic = async (category: string) => (await aTopic({ category })).documentId;
    const one = await aSession({ speaker, topic: await topic('strategy'), datetime: '2026-04-20T08:00:00.000Z' });
    await aSession({ speaker, topic: await topic('technology'), datetime: '2026-04-20T10:00:00.000Z' });
    expect(await conflicts(one.documentId)).toEqual([]);
    await change({ conflicts: { gapMinutes: 120, audienceMinutes: 120 } });
    expect(await conflicts(one.documentId)).toEqual(['short_gap']);
    await change({ conflicts: { gapMinutes: 0, audienceMinutes: 0 } });
    expect(await conflicts(one.documentId)).toEqual([]);
  });
});

describe('the zone of the programme', () => {
  it('is that of the calendar, the overview and the list', async () => {
    // Half past eight in the evening in Lima is the next day in Berlin.
    await aSession({ datetime: '2026-04-21T01:30:00.000Z' });
    const day = async () =>
      (await staff.get('/webinars-admin/planning/calendar?month=2026-04&locale=en')).body.data.map(
        ({ day: one }: Wire) => one,
      );
    expect(await day()).toEqual(['2026-04-21']);
    await change({ timezone: 'America/Lima' });
    expect(await day()).toEqual(['2026-04-20']);
    expect((await staff.get('/webinars-admin/overview?locale=en')).body.data.timezone).toBe('America/Lima');
  });
});
