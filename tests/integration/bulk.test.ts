import type { BulkForesight, BulkPeople, BulkView } from '../../plugins/webinars/contracts/bulk';
import { actTogether } from '../../plugins/webinars/server/src/registration';
import { createWork } from '../../plugins/webinars/server/src/bulk';
import { anEditor, app, aSession, clock, drainJobs, resetData, smtp, sql, startServer, world } from '../harness';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  clock.set(new Date('2026-03-02T10:00:00Z'));
});
afterEach(() => {
  app.registrationDeps.ports.startCheckout = null;
});

type Chosen = { ids: string[] } | { filter: Record<string, unknown> };

const PLACES = ['cancel', 'attended', 'no_show'];
const rightOf = (deed: string) => (PLACES.includes(deed) ? 'places' : 'decisions');

let people = 0;
/** Registers some, in the order of their names, and answers their document ids. */
const joined = async (slug: string, count: number, fields: Record<string, unknown> = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const email = `bulk-${(people += 1)}@bulk.example`;
    const answer = await register(slug, aForm({ email, ...fields }));
    expect(answer.status).toBe(201);
    const [row] = await sql<{ id: string }>('select document_id as id from registrations where reference = $1', [
      answer.body.data.reference,
    ]);
    ids.push(row!.id);
  }
  return ids;
};

const choose = async (deed: string, which: Chosen): Promise<BulkView> => {
  const answer = await editor.post(`/webinars-admin/bulk/${rightOf(deed)}`).send({ deed, which });
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const preview = async ({ id }: { id: string }): Promise<BulkForesight> =>
  (await editor.get(`/webinars-admin/bulk/${id}/preview`)).body.data;
const read = async ({ id }: { id: string }): Promise<BulkView> =>
  (await editor.get(`/webinars-admin/bulk/${id}`)).body.data;
const tell = (verb: string, right: string, { id }: { id: string }, body: object = {}) =>
  editor.post(`/webinars-admin/bulk/${right}/${id}/${verb}`).send(body);
const begin = (bulk: BulkView, body: object = {}) => tell('begin', rightOf(bulk.undoOf?.deed ?? bulk.deed), bulk, body);
const listed = async ({ id }: { id: string }, query = ''): Promise<BulkPeople> =>
  (await editor.get(`/webinars-admin/bulk/${id}/people${query}`)).body.data;

/** Chooses, begins, and waits for the end. */
const done = async (deed: string, which: Chosen, body: object = {}): Promise<BulkView> => {
  const bulk = await choose(deed, which);
  expect((await begin(bulk, body)).status).toBe(200);
  await drainJobs();
  return read(bulk);
};
const undone = async (bulk: BulkView) => {
  const answer = await tell('undo', rightOf(bulk.deed), bulk);
  expect(answer.status).toBe(200);
  return answer.body.data as BulkView;
};

const states = async (session: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await sql<{ state: string; n: number }>(
        `select state, count(*)::int as n from registrations where session_document_id = $1 group by 1`,
        [session],
      )
    ).map(({ state, n }) => [state, n]),
  );
const stateOf = async (documentId: string): Promise<string> =>
  (await sql<{ state: string }>('select state from registrations where document_id = $1', [documentId]))[0]!.state;
const audited = (action: string) =>
  sql<{ actor: string; name: string; subject: string; data: Record<string, unknown> }>(
    `select actor, actor_name as name, subject_document_id as subject, data::json from webinars_audit where action = $1 order by id`,
    [action],
  );
const mailsOf = async (kind: string): Promise<number> =>
  (await sql<{ n: number }>('select count(*)::int as n from webinars_mails where kind = $1', [kind]))[0]!.n;
const sound = async () => expect((await app.verify()).differences).toEqual([]);

describe('who is chosen', () => {
  it('are those of the moment: who comes later, or no longer meets the filter, is as they were then', async () => {
    const { slug, documentId } = await aSession();
    const [first] = await joined(slug, 2);
    const bulk = await choose('cancel', { filter: { sessions: documentId, states: 'confirmed' } });
    expect(bulk).toMatchObject({ state: 'chosen', people: 2, by: 'Edith Editor', undoable: 'not_ended' });
    await joined(slug, 1);
    await sql(`update registrations set company = 'Other' where document_id = $1`, [first]);
    await begin(bulk);
    await drainJobs();
    expect(await read(bulk)).toMatchObject({ state: 'done', changed: 2, left: [] });
    expect(await states(documentId)).toEqual({ cancelled: 2, confirmed: 1 });
    await sound();
  });

  it('are somebody, and begun once however often it is asked', async () => {
    const { slug } = await aSession();
    const nobody = await editor
      .post('/webinars-admin/bulk/places')
      .send({ deed: 'cancel', which: { filter: { search: 'nobody' } } });
    expect([nobody.status, nobody.body.error.details.code]).toEqual([409, 'NOBODY_CHOSEN']);
    expect(await sql('select from webinars_selections')).toEqual([]);
    const bulk = await choose('cancel', { ids: await joined(slug, 1) });
    const answers = await Promise.all([begin(bulk), begin(bulk), begin(bulk)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await drainJobs();
    expect(await audited('bulk.begun')).toHaveLength(1);
    expect(await audited('bulk.ended')).toHaveLength(1);
  });

  it('are forgotten after a day where nothing was done with them', async () => {
    const { slug } = await aSession();
    const ids = await joined(slug, 2);
    const kept = await done('cancel', { ids: [ids[0]!] });
    await choose('cancel', { ids });
    const forget = () => app.beats.find(({ name }) => name === 'selections.forget')!.find(clock.now());
    await forget();
    expect(await sql('select from webinars_selections')).toHaveLength(2);
    clock.set(new Date('2026-03-03T10:00:01Z'));
    await forget();
    expect(await sql('select id::text from webinars_selections')).toEqual([{ id: kept.id }]);
    clock.set(new Date('2026-06-30T10:00:00Z'));
    await forget();
    expect(await read(kept)).toMatchObject({ changed: 1, undoable: 'forgotten' });
  });
});

describe('approving', () => {
  it('gives seats in the order of arrival, then places in line, and says beforehand exactly so', async () => {
    const { slug, documentId } = await aSession({ requiresApproval: true, capacity: 2 });
    const ids = await joined(slug, 4);
    const other = await aSession();
    const [confirmed] = await joined(other.slug, 1);
    const bulk = await choose('approve', { ids: [confirmed!, ...[...ids].reverse()] });
    expect(await preview(bulk)).toEqual({
      changed: [
        { to: 'confirmed', people: 2 },
        { to: 'waitlisted', people: 2 },
      ],
      left: [{ reason: 'NOT_PENDING', people: 1 }],
      sessions: 2,
      promoted: 0,
      mails: [
        { kind: 'approved', people: 2 },
        { kind: 'waitlisted', people: 2 },
      ],
    });
    await begin(bulk);
    await drainJobs();
    expect(await read(bulk)).toMatchObject({
      state: 'done',
      changed: 4,
      left: [{ reason: 'NOT_PENDING', people: 1 }],
      undoable: 'approval_was_told',
    });
    const line = await sql(
      `select r.document_id as id, r.state, r.waitlist_position as place from registrations r where r.session_document_id = $1 order by r.id`,
      [documentId],
    );
    expect(line).toEqual([
      { id: ids[0], state: 'confirmed', place: null },
      { id: ids[1], state: 'confirmed', place: null },
      { id: ids[2], state: 'waitlisted', place: 1 },
      { id: ids[3], state: 'waitlisted', place: 2 },
    ]);
    expect([await mailsOf('approved'), await mailsOf('waitlisted')]).toEqual([2, 2]);
    expect((await audited('registration.approved')).map(({ subject }) => subject)).toEqual(ids);
    const undo = await tell('undo', 'decisions', bulk);
    expect([undo.status, undo.body.error.details]).toMatchObject([
      409,
      { code: 'NOT_UNDOABLE', why: 'approval_was_told' },
    ]);
    await sound();
  });

  it('leaves who cannot be approved, each for a reason of their own', async () => {
    const full = await aSession({ requiresApproval: true, capacity: 0, allowWaitlist: false });
    const paid = await aSession({ requiresApproval: true, price: 4900 });
    const over = await aSession({ requiresApproval: true });
    app.registrationDeps.ports.startCheckout = async () => ({ checkoutUrl: 'https://pay.example.com' });
    const ids = [...(await joined(full.slug, 1)), ...(await joined(paid.slug, 1)), ...(await joined(over.slug, 1))];
    app.registrationDeps.ports.startCheckout = null;
    await sql(`update sessions set state = 'completed' where document_id = $1`, [over.documentId]);
    const bulk = await choose('approve', { ids });
    const foreseen = await preview(bulk);
    await begin(bulk);
    await drainJobs();
    const reasons = [
      { reason: 'SESSION_FULL', people: 1 },
      { reason: 'PAYMENT_UNAVAILABLE', people: 1 },
      { reason: 'SESSION_OVER', people: 1 },
    ];
    const { changed, left } = await read(bulk);
    expect(changed).toBe(0);
    expect(left).toHaveLength(3);
    expect(left).toEqual(expect.arrayContaining(reasons));
    expect(foreseen.left).toEqual(expect.arrayContaining(reasons));
    expect(foreseen.changed).toEqual([]);
  });
});

describe('rejecting', () => {
  it('tells each, and is taken back as a wish to come, which waits for approval again', async () => {
    const { slug, documentId } = await aSession({ requiresApproval: true });
    const ids = await joined(slug, 2);
    const bulk = await done('reject', { ids }, { note: 'Double booked' });
    expect(bulk).toMatchObject({ changed: 2, undoable: 'yes', note: 'Double booked' });
    expect(await mailsOf('rejected')).toBe(2);
    expect((await audited('registration.rejected')).map(({ data }) => data)).toEqual([
      { bulk: bulk.id, reason: 'Double booked' },
      { bulk: bulk.id, reason: 'Double booked' },
    ]);
    const undo = await undone(bulk);
    expect(undo).toMatchObject({
      deed: 'readmit',
      state: 'chosen',
      people: 2,
      undoOf: { id: bulk.id, deed: 'reject' },
    });
    expect((await tell('begin', 'places', undo)).status).toBe(404);
    await begin(undo);
    await drainJobs();
    expect(await states(documentId)).toEqual({ cancelled: 2, pending_approval: 2 });
    expect(await read(bulk)).toMatchObject({ undoneBy: undo.id, undoable: 'undone_already' });
    expect(await read(undo)).toMatchObject({ changed: 2, undoable: 'is_undo' });
    await sound();
  });
});

describe('cancelling', () => {
  it('gives the seats to those who stay in line, once all have left, and says beforehand how many', async () => {
    const { slug, documentId } = await aSession({ capacity: 3 });
    const ids = await joined(slug, 7);
    // Two with a seat, and the first in line: of those behind, two move up.
    const bulk = await choose('cancel', { ids: [ids[0]!, ids[1]!, ids[3]!] });
    expect(await preview(bulk)).toEqual({
      changed: [{ to: 'cancelled', people: 3 }],
      left: [],
      sessions: 1,
      promoted: 2,
      mails: [
        { kind: 'cancelled', people: 3 },
        { kind: 'promoted', people: 2 },
      ],
    });
    await begin(bulk);
    await drainJobs();
    expect([await mailsOf('cancelled'), await mailsOf('promoted')]).toEqual([3, 2]);
    expect([await stateOf(ids[3]!), await stateOf(ids[4]!), await stateOf(ids[6]!)]).toEqual([
      'cancelled',
      'confirmed',
      'waitlisted',
    ]);
    expect(await states(documentId)).toEqual({ cancelled: 3, confirmed: 3, waitlisted: 1 });
    const whoDidIt = await audited('registration.cancelled');
    expect(whoDidIt).toHaveLength(3);
    expect(whoDidIt[0]!.name).toBe('Edith Editor');
    expect((await audited('bulk.ended')).map(({ data }) => data)).toEqual([
      { deed: 'cancel', people: 3, changed: 3, left: 0, reasons: {} },
    ]);
    await sound();
  });

  it('is taken back as far as there are seats, in the order of arrival, as newcomers', async () => {
    const { slug, documentId } = await aSession({ capacity: 3, allowWaitlist: false });
    const ids = await joined(slug, 3);
    const bulk = await done('cancel', { ids });
    await joined(slug, 1);
    const again = await register(slug, aForm({ email: 'bulk-again@bulk.example' }));
    expect(again.status).toBe(201);
    const undo = await undone(bulk);
    expect(await preview(undo)).toMatchObject({
      changed: [{ to: 'confirmed', people: 1 }],
      left: [{ reason: 'SESSION_FULL', people: 2 }],
      mails: [{ kind: 'confirmation', people: 1 }],
    });
    await begin(undo);
    await drainJobs();
    expect(await read(undo)).toMatchObject({ changed: 1, left: [{ reason: 'SESSION_FULL', people: 2 }] });
    const { people: back } = await listed(undo, '?outcome=changed');
    expect(back).toMatchObject([{ registration: { documentId: ids[0] }, before: 'cancelled', after: 'confirmed' }]);
    expect(await stateOf(back[0]!.successor!)).toBe('confirmed');
    expect(await states(documentId)).toEqual({ cancelled: 3, confirmed: 3 });
    expect(await audited('registration.readmitted')).toHaveLength(2);
    const second = await tell('undo', 'places', bulk);
    expect(second.body.error.details).toMatchObject({ code: 'NOT_UNDOABLE', why: 'undone_already' });
    await sound();
  });

  it('is not taken back for who has come back by themselves', async () => {
    const { slug } = await aSession();
    const email = 'bulk-by-herself@bulk.example';
    const [id] = await joined(slug, 1, { email });
    const bulk = await done('cancel', { ids: [id!] });
    await register(slug, aForm({ email }));
    const undo = await undone(bulk);
    const expected = [{ reason: 'DUPLICATE_REGISTRATION', people: 1 }];
    expect((await preview(undo)).left).toEqual(expected);
    await begin(undo);
    await drainJobs();
    expect((await read(undo)).left).toEqual(expected);
  });

  it('leaves who is cancelled already, and whose registration is gone', async () => {
    const { slug } = await aSession();
    const ids = await joined(slug, 3);
    await done('cancel', { ids: [ids[0]!] });
    const bulk = await choose('cancel', { ids });
    await sql(`delete from registrations where document_id = $1`, [ids[1]]);
    const expected = expect.arrayContaining([
      { reason: 'ALREADY_SO', people: 1 },
      { reason: 'GONE', people: 1 },
    ]);
    expect(await preview(bulk)).toMatchObject({ changed: [{ to: 'cancelled', people: 1 }], left: expected });
    await begin(bulk);
    await drainJobs();
    expect(await read(bulk)).toMatchObject({ changed: 1, left: expected });
    const { people: left } = await listed(bulk, '?outcome=left&reason=GONE');
    expect(left).toMatchObject([{ registration: null, reason: 'GONE' }]);
  });
});

describe('marks of attendance', () => {
  it('are set from the start on, corrected, and taken back to what was there before', async () => {
    const { slug, documentId } = await aSession({ capacity: 2 });
    const ids = await joined(slug, 3);
    const early = await done('attended', { filter: { sessions: documentId } });
    expect(early.left).toEqual(
      expect.arrayContaining([
        { reason: 'SESSION_NOT_STARTED', people: 2 },
        { reason: 'NOT_CONFIRMED', people: 1 },
      ]),
    );
    clock.set(new Date('2026-03-16T10:30:00Z'));
    await done('no_show', { ids: [ids[0]!] });
    const marked = await done('attended', { filter: { sessions: documentId } });
    expect(marked).toMatchObject({ changed: 2, left: [{ reason: 'NOT_CONFIRMED', people: 1 }] });
    expect(await done('attended', { ids: [ids[0]!] })).toMatchObject({ left: [{ reason: 'ALREADY_SO', people: 1 }] });
    await done('no_show', { ids: [ids[1]!] });
    const undo = await undone(marked);
    expect(await preview(undo)).toMatchObject({
      changed: [{ to: 'no_show', people: 1 }],
      left: [{ reason: 'CHANGED_SINCE', people: 1 }],
      mails: [],
    });
    await begin(undo);
    await drainJobs();
    expect([await stateOf(ids[0]!), await stateOf(ids[1]!)]).toEqual(['no_show', 'no_show']);
    expect(await mailsOf('cancelled')).toBe(0);
    await sound();
  });

  it('are not set where the session was cancelled', async () => {
    const { slug, documentId } = await aSession();
    const ids = await joined(slug, 1);
    clock.set(new Date('2026-03-16T10:30:00Z'));
    await sql(`update sessions set state = 'cancelled' where document_id = $1`, [documentId]);
    expect(await done('attended', { ids })).toMatchObject({ left: [{ reason: 'SESSION_CANCELLED', people: 1 }] });
  });
});

describe('the work', () => {
  const some = async (count: number) => {
    const { slug, documentId } = await aSession({ capacity: null });
    return { documentId, slug, ids: await joined(slug, count) };
  };

  /** Registers many at once, past every door. */
  const many = (session: string, count: number) =>
    sql(
      `with made as (
         insert into registrations (document_id, reference, session_document_id, state, email, first_name, last_name, registered_at, created_at, updated_at, published_at, payment_status, locale)
         select 'bulk' || n, 'WBULK' || n, $1, 'confirmed', 'many-' || n || '@bulk.example', 'Many', n::text, now(), now(), now(), now(), 'not_required', 'en'
           from generate_series(1, $2::int) n returning id)
       insert into registrations_session_lnk (registration_id, session_id) select m.id, s.id from made m join sessions s on s.document_id = $1`,
      [session, count],
    );

  it('that dies between any two statements does nobody twice and forgets nobody', async () => {
    const sessions = [await some(3), await some(3)];
    const bulk = await choose('cancel', { ids: sessions.flatMap(({ ids }) => ids) });
    await begin(bulk);
    // A transaction that loses its connection at its n-th statement, for every n that there is.
    let dies = 0;
    let isOver = false;
    while (!isOver) {
      dies += 1;
      let n = 0;
      const database = {
        ...app.database,
        get read() {
          return app.database.read;
        },
        inTransaction: <T>(work: (trx: never) => Promise<T>) =>
          app.database.inTransaction((trx) => {
            const dying = Object.create(trx, {
              raw: {
                value: (statement: string, bindings?: readonly unknown[]) => {
                  n += 1;
                  if (n === dies) throw new Error('the connection is lost');
                  return trx.raw(statement, bindings);
                },
              },
            });
            return work(dying as never);
          }),
      };
      const work = createWork({
        database: database as typeof app.database,
        clock,
        log: { error: () => {} },
        act: actTogether(app.registrationDeps),
      });
      isOver = await work({ bulk: bulk.id }).then(
        () => true,
        () => false,
      );
    }
    expect(dies).toBeGreaterThan(12);
    expect(await read(bulk)).toMatchObject({ state: 'done', people: 6, changed: 6, left: [] });
    expect(await mailsOf('cancelled')).toBe(6);
    expect(await audited('registration.cancelled')).toHaveLength(6);
    expect(await audited('bulk.ended')).toHaveLength(1);
    expect(await sql(`select count(*)::int as n from webinars_events where type = 'registration.cancelled'`)).toEqual([
      { n: 6 },
    ]);
    await sound();
  });

  it('goes on in another process where one was killed', async () => {
    clock.reset();
    const { documentId } = await aSession({ capacity: null });
    await many(documentId, 3000);
    const bulk = await choose('cancel', { filter: { sessions: documentId } });
    const server = await startServer({ databaseUrl: world.databaseUrl });
    await begin(bulk);
    let { changed } = await read(bulk);
    while (changed === 0) ({ changed } = await read(bulk));
    await server.stop('SIGKILL');
    const killed = await read(bulk);
    expect(killed).toMatchObject({ state: 'running' });
    expect(killed.changed).toBeLessThan(3000);
    // What it had taken is given back once PostgreSQL has seen that it is gone.
    const release = () => app.beats.find(({ name }) => name === 'jobs.release-abandoned')!.find(clock.now());
    const isTaken = async () =>
      (await sql('select from graphile_worker._private_jobs where locked_by is not null')).length > 0;
    await sql(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_by is not null`,
    );
    while ((await release(), await isTaken()));
    await sql('update graphile_worker._private_jobs set attempts = 0');
    await drainJobs();
    expect(await read(bulk)).toMatchObject({ state: 'done', changed: 3000, left: [] });
    expect(await states(documentId)).toEqual({ cancelled: 3000 });
    expect(await mailsOf('cancelled')).toBe(3000);
    expect(await audited('registration.cancelled')).toHaveLength(3000);
    await sound();
  });

  it('is stopped after the people at hand, and goes on where it was', async () => {
    const { ids, documentId } = await some(3);
    const bulk = await choose('cancel', { ids });
    await begin(bulk);
    expect((await tell('stop', 'places', bulk)).body.data).toMatchObject({ state: 'stopped', changed: 0 });
    await drainJobs();
    expect(await states(documentId)).toEqual({ confirmed: 3 });
    expect((await tell('resume', 'decisions', bulk)).status).toBe(404);
    expect((await tell('resume', 'places', bulk)).body.data).toMatchObject({ state: 'running' });
    await drainJobs();
    expect(await read(bulk)).toMatchObject({ state: 'done', changed: 3 });
    for (const action of ['bulk.stopped', 'bulk.resumed']) expect(await audited(action)).toHaveLength(1);
  });

  it('is not taken back on the ground of what it had done before it went on', async () => {
    const { ids, documentId } = await some(150);
    const bulk = await choose('cancel', { ids });
    await begin(bulk);
    const work = createWork({
      database: app.database,
      clock,
      log: { error: () => {} },
      act: async (trx, together) => {
        await trx.raw(`update webinars_bulk set state = 'stopped' where selection_id = ?::bigint`, [bulk.id]);
        return actTogether(app.registrationDeps)(trx, together);
      },
    });
    await work({ bulk: bulk.id });
    expect(await read(bulk)).toMatchObject({ state: 'stopped', changed: 100 });
    const back = await undone(bulk);
    expect(back.people).toBe(100);
    const refused = async () => {
      const answer = await begin(back);
      expect([answer.status, answer.body.error.details.code]).toEqual([409, 'BULK_WENT_ON']);
    };
    expect((await tell('resume', 'places', bulk)).status).toBe(200);
    await refused();
    await drainJobs();
    expect(await states(documentId)).toEqual({ cancelled: 150 });
    await refused();
    expect((await begin(await undone(bulk))).status).toBe(200);
    await drainJobs();
    expect(await states(documentId)).toEqual({ cancelled: 150, confirmed: 150 });
    await sound();
  });

  it('of two at once on the same people changes everybody once', async () => {
    const { ids, documentId } = await some(6);
    clock.set(new Date('2026-03-16T10:30:00Z'));
    const one = await choose('attended', { ids });
    const other = await choose('cancel', { ids });
    await begin(one);
    await begin(other);
    const work = createWork({
      database: app.database,
      clock,
      log: { error: () => {} },
      act: actTogether(app.registrationDeps),
    });
    await Promise.all([one, other, one, other].map(({ id }) => work({ bulk: id })));
    const views = [await read(one), await read(other)];
    expect(views.map(({ state }) => state)).toEqual(['done', 'done']);
    // Whoever is cancelled first was not there; whoever was there first is cancelled all the same.
    expect(views[1]!.changed).toBe(6);
    expect(views[0]!.changed + (views[0]!.left[0]?.people ?? 0)).toBe(6);
    expect(await states(documentId)).toEqual({ cancelled: 6 });
    expect(await mailsOf('cancelled')).toBe(6);
    await sound();
  });

  it('leaves the one whose row is at fault and changes all others', async () => {
    const { ids } = await some(4);
    await sql(`create function bulk_test_refuses() returns trigger language plpgsql as $$
      begin raise exception 'not this one' using errcode = '23514'; end $$`);
    await sql(`create trigger bulk_test_refuses before update on registrations for each row
      when (old.document_id = '${ids[2]}') execute function bulk_test_refuses()`);
    try {
      const bulk = await done('cancel', { ids });
      expect(bulk).toMatchObject({ state: 'done', changed: 3, left: [{ reason: 'FAILED', people: 1 }] });
      expect(await stateOf(ids[2]!)).toBe('confirmed');
      expect(await mailsOf('cancelled')).toBe(3);
      expect((await listed(bulk, '?outcome=left')).people).toMatchObject([{ registration: { documentId: ids[2] } }]);
    } finally {
      await sql('drop function bulk_test_refuses cascade');
    }
  });

  it('takes turns, so that a long one holds no other back, and ends all the same', async () => {
    const { documentId } = await aSession({ capacity: null });
    await many(documentId, 5200);
    const bulk = await choose('cancel', { filter: { sessions: documentId } });
    await begin(bulk);
    await drainJobs();
    expect(await read(bulk)).toMatchObject({ state: 'done', people: 5200, changed: 5200 });
    const { people: page, next } = await listed(bulk, '?outcome=changed');
    expect([page.length, next]).toEqual([50, 50]);
    expect((await listed(bulk, '?outcome=changed&after=5175')).people).toHaveLength(25);
  });
});

describe('who may', () => {
  it('is asked by what is done: deciding does not cancel, and reading does nothing', async () => {
    const { slug } = await aSession({ requiresApproval: true });
    const ids = await joined(slug, 1);
    const decider = await staffWho('registrations.read', 'registrations.decide');
    const reader = await staffWho('registrations.read');
    const ask = (who: typeof decider, right: string, deed: string) =>
      who.post(`/webinars-admin/bulk/${right}`).send({ deed, which: { ids } });
    expect((await ask(decider, 'places', 'cancel')).status).toBe(403);
    expect((await ask(decider, 'decisions', 'cancel')).status).toBe(400);
    expect((await ask(reader, 'decisions', 'approve')).status).toBe(403);
    const cancelling = await choose('cancel', { ids });
    expect((await decider.post(`/webinars-admin/bulk/decisions/${cancelling.id}/begin`)).status).toBe(404);
    const approving = (await ask(decider, 'decisions', 'approve')).body.data;
    expect((await reader.get(`/webinars-admin/bulk/${approving.id}`)).status).toBe(200);
    expect((await decider.post(`/webinars-admin/bulk/decisions/${approving.id}/begin`)).status).toBe(200);
    expect((await editor.get('/webinars-admin/bulk')).body.data).toMatchObject([{ id: approving.id }]);
  });
});

describe('a message to those who were chosen', () => {
  it('goes to them, of whatever session, and to nobody who came later', async () => {
    const one = await aSession();
    const other = await aSession();
    const ids = [...(await joined(one.slug, 2)), ...(await joined(other.slug, 1, { language: 'de' }))];
    const answer = await editor.post('/webinars-admin/messages/selections').send({ which: { ids } }.which);
    expect([answer.status, answer.body.data]).toEqual([201, { selection: expect.any(String), people: 3 }]);
    const audience = { selection: answer.body.data.selection };
    await joined(one.slug, 1);
    await app.mail.delivery.deliverDue();
    smtp.reset();
    const counted = await editor.post('/webinars-admin/messages/count').send({ audience });
    expect(counted.body.data).toMatchObject({ registered: 3, reached: 3 });
    const texts = { en: { subject: 'News', body: 'Hello.' }, de: { subject: 'Neues', body: 'Hallo.' } };
    const sent = await editor.post('/webinars-admin/messages').send({ audience, texts, key: `bulk-message-${people}` });
    expect([sent.status, sent.body.data]).toMatchObject([201, { session: null, total: 3, audience }]);
    await drainJobs();
    await app.mail.delivery.deliverDue();
    expect((await smtp.read()).map(({ subject }) => subject).sort()).toEqual(['Neues', 'News', 'News']);
    const gone = await editor
      .post('/webinars-admin/messages')
      .send({ audience: { selection: '999999' }, texts, key: `bulk-message-none-${people}` });
    expect(gone.status).toBe(409);
  });

  it('of one session stands in its run sheet', async () => {
    const { slug, documentId } = await aSession();
    const ids = await joined(slug, 1);
    const { selection } = (await editor.post('/webinars-admin/messages/selections').send({ ids })).body.data;
    const texts = { en: { subject: 'News', body: 'Hello.' }, de: null };
    const sent = await editor
      .post('/webinars-admin/messages')
      .send({ audience: { selection }, texts, key: `bulk-message-one-${people}` });
    expect(sent.body.data.session.documentId).toBe(documentId);
  });
});
