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

describe('what staff do on our own pages', () => {
  const last = async (query = ''): Promise<HistoryEntry> => (await entriesOf(`pageSize=1${query}`))[0]!;
  const ours = (path: string) => `/webinars-admin${path}`;

  it('names who approved and who rejected, and what became of it', async () => {
    const session = await aSession({ requiresApproval: true });
    const approved = await register(session.slug);
    const rejected = await register(session.slug);
    await editor.post(ours(`/registrations/${approved}/approve`)).send();
    expect((await entriesOf(`registration=${approved}`))[0]).toMatchObject({
      by: { kind: 'staff', name: 'Edith Editor' },
      action: 'registration.approved',
      session: { documentId: session.documentId },
      changes: [{ field: 'state', before: 'pending_approval', after: 'confirmed' }],
      events: [{ type: 'registration.approved' }],
    });
    await editor.post(ours(`/registrations/${rejected}/reject`)).send();
    expect((await entriesOf(`registration=${rejected}`))[0]).toMatchObject({
      action: 'registration.rejected',
      changes: [{ field: 'state', before: 'pending_approval', after: 'cancelled' }],
    });
  });

  it('tells of the settings of mail only what was changed', async () => {
    const { defaults: _, ...settings } = (await editor.get(ours('/mail-settings'))).body.data;
    const reminders = settings.reminders.map((rule: { id: string; isOn: boolean }) =>
      rule.id === '7-days' ? { ...rule, isOn: !rule.isOn } : rule,
    );
    const brand = { ...settings.brand, name: 'Another name' };
    const saved = await editor.put(ours('/mail-settings')).send({ ...settings, brand, reminders });
    expect(saved.status).toBe(200);
    const entry = await last();
    expect(entry).toMatchObject({ action: 'settings.changed', subject: { kind: 'settings', documentId: 'mail' } });
    expect(entry.changes.map(({ field }) => field).sort()).toEqual(['brand.name', 'reminders.7-days.isOn']);
    const stale = await editor.put(ours('/mail-settings')).send({ ...settings, brand });
    expect(stale.status).toBe(409);
    expect((await last()).id).toBe(entry.id);
  });

  it('tells of a template what was worded otherwise, and that it was put back', async () => {
    const path = ours('/mail-templates/confirmation/en');
    const { subject, preheader, body, revision } = (await editor.get(path)).body.data;
    const source = { subject: 'Welcome', preheader, body };
    expect((await editor.put(path).send({ source, revision })).status).toBe(200);
    const changed = await last();
    expect(changed).toMatchObject({
      action: 'template.changed',
      subject: { documentId: 'confirmation/en' },
      changes: [{ field: 'subject', before: subject, after: 'Welcome' }],
    });
    await editor.delete(path).send();
    expect(await last()).toMatchObject({ action: 'template.reset', changes: [{ before: 'Welcome', after: subject }] });
  });

  it('has who wrote to the registrants of a session, and who stopped it', async () => {
    const session = await aSession();
    await register(session.slug);
    const message = {
      audience: { session: session.documentId },
      texts: { en: { subject: 'A change of rooms', body: 'Upstairs.' } },
      key: `audit-${process.pid}-message`,
    };
    const { id } = (await editor.post(ours('/messages')).send(message)).body.data;
    expect((await entriesOf(`session=${session.documentId}`))[0]).toMatchObject({
      action: 'message.sent',
      subject: { kind: 'message', documentId: id },
      data: { people: 1 },
      changes: expect.arrayContaining([{ field: 'en.subject', before: null, after: 'A change of rooms' }]),
    });
    await editor.post(ours(`/messages/${id}/cancel`)).send();
    expect((await entriesOf(`session=${session.documentId}`))[0]!.action).toBe('message.cancelled');
  });

  it('has who sent a mail again, in the story of its reader, and who trusted an address again', async () => {
    const session = await aSession();
    const id = await register(session.slug, { email: 'back@example.com' });
    await sql(`update webinars_mails set state = 'failed' where registration_document_id = $1`, [id]);
    const [mail] = await sql<{ id: string }>('select id::text from webinars_mails');
    await editor.post(ours('/mails/replay')).send({ ids: [mail!.id] });
    expect((await entriesOf(`registration=${id}`))[0]).toMatchObject({
      action: 'mail.sent_again',
      data: { mail: mail!.id, kind: 'confirmation' },
    });
    await sql(
      `insert into webinars_mail_addresses (email, bounced_at, bounce, updated_at) values ('back@example.com', now(), 'gone', now())`,
    );
    const forget = () => editor.post(ours('/mail-addresses/forget-bounce')).send({ email: 'Back@example.com' });
    expect((await forget()).body.data).toEqual({ forgotten: true });
    const forgotten = await last();
    expect(forgotten).toMatchObject({ action: 'address.bounce_forgotten', subject: { kind: 'address' } });
    expect(forgotten.subject.documentId).not.toContain('@');
    expect((await forget()).body.data).toEqual({ forgotten: false });
    expect((await last()).id).toBe(forgotten.id);
  });

  it('has who asked a partner for something, and who changed what it gets', async () => {
    const done = async (path: string) => {
      expect((await editor.post(ours(path)).send({})).status).toBeLessThan(300);
      const { action, subject } = await last();
      return `${action} ${subject.documentId}`;
    };
    expect(await done('/partners/odoo/test')).toBe('partner.tested odoo');
    expect(await done('/partners/odoo/reconcile')).toBe('partner.compared odoo');
    expect(await done('/partners/odoo/replay')).toBe('partner.replayed odoo');
    expect(await done('/partners/odoo/repair')).toBe('partner.repaired odoo');
    const settings = (await editor.get(ours('/partners/odoo/settings'))).body.data;
    const saved = await editor
      .put(ours('/partners/odoo/settings'))
      .send({ ...settings, salesperson: 'sales@example.com' });
    expect(saved.status).toBe(200);
    expect(await last()).toMatchObject({
      action: 'settings.changed',
      subject: { documentId: 'odoo' },
      changes: [{ field: 'salesperson', after: 'sales@example.com' }],
    });
  });

  it('has who checked the programme, and what a repair mended', async () => {
    await editor.post(ours('/verifications')).send();
    expect(await last()).toMatchObject({ action: 'programme.verified', data: { differences: 0 } });
    const session = await aSession();
    const id = await register(session.slug);
    await sql(
      `delete from registrations_session_lnk where registration_id = (select id from registrations where document_id = $1)`,
      [id],
    );
    await app.verify({ repair: true });
    expect((await entriesOf(`session=${session.documentId}`))[0]).toMatchObject({
      by: { kind: 'system' },
      action: 'session.repaired',
      data: { rules: ['link'] },
    });
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
