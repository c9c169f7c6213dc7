import type { HistoryEntry, HistoryPage } from '../../plugins/webinars/contracts/history';
import { eraseAudit } from '../../plugins/webinars/server/src/audit';
import { aForm, anEditor, app, aSession, aSpeaker, aTopic, clock, request, resetData, sql, strapi } from '../harness';
import { staffWho } from './staff';
import { aStaffForm } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');
const CONTENT = '/content-manager/collection-types';

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  clock.set(START);
});

const history = async (query: string): Promise<HistoryPage> => {
  const answer = await editor.get(`/webinars-admin/history?${query}`);
  expect(answer.status).toBe(200);
  return { entries: answer.body.data, next: answer.body.meta.next };
};
const entriesOf = async (query: string): Promise<HistoryEntry[]> => (await history(query)).entries;
const actions = (entries: readonly HistoryEntry[]) => entries.map(({ action, by }) => `${by.kind} ${action}`);

const register = async (slug: string, fields: Record<string, unknown> = {}): Promise<string> => {
  const answer = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm(fields) });
  expect(answer.status).toBe(201);
  const [row] = await sql<{ id: string }>('select document_id as id from registrations where reference = $1', [
    answer.body.data.reference,
  ]);
  return row!.id;
};

describe('a change in the Content Manager', () => {
  it('stands in the history with who made it, before and after', async () => {
    const session = await aSession({ capacity: 10 });
    clock.set(new Date('2026-03-02T11:00:00Z'));
    const saved = await editor.put(`${CONTENT}/api::session.session/${session.documentId}`).send({ capacity: 20 });
    expect(saved.status).toBe(200);
    const [entry] = await entriesOf(`session=${session.documentId}`);
    expect(entry).toMatchObject({
      at: '2026-03-02T11:00:00.000000Z',
      by: { kind: 'staff', name: 'Edith Editor', key: expect.stringMatching(/^staff:\d+$/) },
      action: 'session.changed',
      subject: { kind: 'session', documentId: session.documentId },
      changes: [{ field: 'capacity', before: 10, after: 20 }],
      events: [{ type: 'session.capacity_changed', data: { from: 10, to: 20 } }],
    });
  });

  it('tells what else changed in the words of the entry: texts, speakers, reminders', async () => {
    const [ada, grace] = [await aSpeaker({ lastName: 'One' }), await aSpeaker({ lastName: 'Two' })];
    const session = await aSession({ speaker: ada.documentId, texts: [{ locale: 'de', title: 'Alt' }] });
    const [before] = (await entriesOf(`session=${session.documentId}`)) as [HistoryEntry];
    expect(before.action).toBe('session.created');
    await strapi.documents('api::session.session').update({
      documentId: session.documentId,
      data: {
        speaker: grace.documentId,
        texts: [{ locale: 'de', title: 'Neu' }],
        reminders: [{ rule: '2-hours', isOn: false }],
      } as never,
    });
    const [entry] = await entriesOf(`session=${session.documentId}`);
    expect(entry!.by.kind).toBe('system');
    expect(entry!.changes).toEqual(
      expect.arrayContaining([
        { field: 'texts.de.title', before: 'Alt', after: 'Neu' },
        {
          field: 'speaker',
          before: { documentId: ada.documentId, title: 'Ada One' },
          after: { documentId: grace.documentId, title: 'Ada Two' },
        },
        { field: 'reminders.2-hours.isOn', before: null, after: false },
      ]),
    );
  });

  it('says that the meeting password changed and shows neither', async () => {
    const session = await aSession({ meetingPassword: 'open sesame' });
    await editor.put(`${CONTENT}/api::session.session/${session.documentId}`).send({ meetingPassword: 'close sesame' });
    const [entry] = await entriesOf(`session=${session.documentId}`);
    expect(entry!.changes).toEqual([{ field: 'meetingPassword', before: { hidden: true }, after: { hidden: true } }]);
    const kept = await sql(`select id from webinars_audit where concat(before, after, data) like '%sesame%'`);
    expect(kept).toEqual([]);
  });

  it('names the language of a text of a topic, and tells of a version that is deleted', async () => {
    const topic = await aTopic({ title: 'First' });
    await editor
      .put(`${CONTENT}/api::topic.topic/${topic.documentId}?locale=de`)
      .send({ title: 'Erstens', slug: 'erstens', category: 'strategy', difficultyLevel: 'beginner', state: 'active' });
    const german = (await entriesOf(`topic=${topic.documentId}`))[0]!;
    expect(german).toMatchObject({ action: 'topic.changed', by: { kind: 'staff' } });
    expect(german.changes).toContainEqual({ field: 'title@de', before: null, after: 'Erstens' });
    expect(german.changes.map(({ field }) => field)).not.toContain('title@en');

    await editor.delete(`${CONTENT}/api::topic.topic/${topic.documentId}?locale=de`);
    const gone = (await entriesOf(`topic=${topic.documentId}`))[0]!;
    expect(gone.action).toBe('topic.changed');
    expect(gone.changes).toContainEqual({ field: 'title@de', before: 'Erstens', after: null });

    await editor.delete(`${CONTENT}/api::topic.topic/${topic.documentId}?locale=en`);
    expect((await entriesOf(`topic=${topic.documentId}`))[0]).toMatchObject({ action: 'topic.deleted' });
  });

  it('writes nothing where nothing was changed, and nothing where the change was refused', async () => {
    const session = await aSession();
    const path = `${CONTENT}/api::session.session/${session.documentId}`;
    const form = (await editor.get(path)).body.data as Record<string, unknown>;
    expect((await editor.put(path).send({ duration: form.duration })).status).toBe(200);
    expect((await editor.put(path).send({ duration: 0 })).status).toBe(400);
    expect(actions(await entriesOf(`session=${session.documentId}`))).toEqual(['system session.created']);
  });
});

describe('a change over the API', () => {
  it('is told by the name of its token', async () => {
    const token = await strapi.service('admin::api-token').create({
      name: `Website ${process.pid}`,
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    const speaker = await aSpeaker();
    const saved = await request
      .put(`/api/speakers/${speaker.documentId}?locale=en`)
      .set('Authorization', `Bearer ${token.accessKey}`)
      .send({ data: { company: 'Another Ltd' } });
    expect(saved.status).toBe(200);
    const [entry] = await entriesOf(`speaker=${speaker.documentId}`);
    expect(entry).toMatchObject({
      by: { kind: 'token', name: `Website ${process.pid}` },
      changes: [expect.objectContaining({ after: 'Another Ltd' })],
    });
  });
});

describe('the story of a registration', () => {
  it('has what the attendee, staff and the system did, each once', async () => {
    const session = await aSession({ capacity: 1 });
    const first = await register(session.slug, { email: 'first@example.com' });
    const second = await register(session.slug, { email: 'second@example.com' });
    clock.set(new Date('2026-03-02T12:00:00Z'));
    const saved = await editor.put(`${CONTENT}/api::registration.registration/${first}`).send({ state: 'cancelled' });
    expect(saved.status).toBe(200);

    const ofFirst = await entriesOf(`registration=${first}`);
    expect(actions(ofFirst)).toEqual(['staff registration.changed', 'visitor registration.confirmed']);
    expect(ofFirst[0]!.changes).toEqual(
      expect.arrayContaining([{ field: 'state', before: 'confirmed', after: 'cancelled' }]),
    );
    expect(ofFirst[0]!.events).toEqual([
      { type: 'registration.cancelled', data: expect.objectContaining({ reason: 'by_admin' }) },
    ]);
    const ofSecond = await entriesOf(`registration=${second}`);
    expect(actions(ofSecond)).toEqual(['system registration.promoted', 'visitor registration.waitlisted']);
    expect(ofSecond[0]!.because).toMatchObject({ by: { name: 'Edith Editor' }, action: 'registration.changed' });
  });

  it('stands in the history of its session where staff had a hand in it', async () => {
    const session = await aSession();
    const id = await register(session.slug);
    await editor.put(`${CONTENT}/api::registration.registration/${id}`).send({ company: 'Another Ltd' });
    const entries = await entriesOf(`session=${session.documentId}`);
    expect(actions(entries)).toEqual(['staff registration.changed', 'system session.created']);
    expect(entries[0]!.subject.title).toContain('Grace');
  });

  it('is told without a word about the person to who may not read registrations', async () => {
    const session = await aSession();
    const added = await editor
      .post(`${CONTENT}/api::registration.registration`)
      .send({ ...aStaffForm({ lastName: 'Secretive' }), session: { connect: [{ documentId: session.documentId }] } });
    expect(added.status).toBe(201);
    const reader = await staffWho('history.read', 'sessions.read');
    const seen = await reader.get(`/webinars-admin/history?session=${session.documentId}`);
    expect(seen.status).toBe(200);
    expect(seen.body.data.map(({ action }: HistoryEntry) => action)).toContain('registration.created');
    expect(seen.text).not.toContain('Secretive');
    const all = await editor.get(`/webinars-admin/history?session=${session.documentId}`);
    expect(all.text).toContain('Secretive');
  });

  it('keeps after an erasure that something was done, and nothing of the person', async () => {
    const session = await aSession();
    const added = await editor
      .post(`${CONTENT}/api::registration.registration`)
      .send({ ...aStaffForm({ lastName: 'Secretive' }), session: { connect: [{ documentId: session.documentId }] } });
    const id = added.body.data.documentId as string;
    await app.database.inTransaction(async (trx) => expect(await eraseAudit(trx, { registrations: [id] })).toBe(1));
    const entry = (await entriesOf(`registration=${id}`)).find(({ action }) => action === 'registration.created');
    expect(entry).toMatchObject({ isErased: true, changes: [], data: {}, by: { name: 'Edith Editor' } });
  });
});

describe('the audit log', () => {
  it('lets nobody change or remove what it says, in SQL neither', async () => {
    await aSession();
    const rewritten = [
      `update webinars_audit set actor_name = 'Somebody else'`,
      `update webinars_audit set before = null, after = null, data = '{}', is_erased = true, actor_name = 'Somebody else'`,
      `delete from webinars_audit`,
    ];
    for (const statement of rewritten) await expect(sql(statement)).rejects.toThrow('append-only');
  });

  it('is read page by page without a gap, also where many things share an instant', async () => {
    const session = await aSession({ capacity: 1 });
    const path = `${CONTENT}/api::session.session/${session.documentId}`;
    for (let capacity = 2; capacity < 7; capacity += 1) await editor.put(path).send({ capacity });
    await app.database.inTransaction((trx) =>
      app.recordEvents(trx, [{ type: 'session.went_live', sessionDocumentId: session.documentId }], clock.now()),
    );
    const all = await entriesOf(`session=${session.documentId}`);
    expect(all.length).toBe(7);
    const paged: HistoryEntry[] = [];
    let before = '';
    do {
      const page = await history(`session=${session.documentId}&pageSize=2${before ? `&before=${before}` : ''}`);
      paged.push(...page.entries);
      before = page.next ?? '';
    } while (before);
    expect(paged).toEqual(all);
  });

  it('is asked by person, by what was done and by time', async () => {
    const session = await aSession({ capacity: 10 });
    clock.set(new Date('2026-03-03T10:00:00Z'));
    await editor.put(`${CONTENT}/api::session.session/${session.documentId}`).send({ capacity: 20 });
    const choices = (await editor.get('/webinars-admin/history/choices')).body.data;
    expect(choices.actions).toEqual(['session.changed', 'session.created', 'speaker.created', 'topic.created']);
    const edith = choices.actors.find(({ name }: { name: string }) => name === 'Edith Editor');
    expect(actions(await entriesOf(`actor=${edith.key}`))).toEqual(['staff session.changed']);
    expect(actions(await entriesOf('action=topic.created'))).toEqual(['system topic.created']);
    expect(actions(await entriesOf('from=2026-03-03T00:00:00Z'))).toEqual(['staff session.changed']);
    expect(await entriesOf('to=2026-03-02T00:00:00Z')).toEqual([]);
    expect((await editor.get('/webinars-admin/history?session=a&topic=b')).status).toBe(400);
  });
});
