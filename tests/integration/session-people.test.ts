import { sessionPeople, type SessionPeople } from '../../plugins/webinars/contracts/session-people';
import { aForm, aSession, clock, request, resetData, sql } from '../harness';
import { staffWho } from './staff';

let made = 0;
const join = async (
  slug: string,
  fields: Record<string, unknown> = {},
): Promise<{ reference: string; token: string }> => {
  made += 1;
  const answer = await request
    .post(`/api/webinars/sessions/${slug}/registrations`)
    .send({ data: aForm({ email: `people-${made}@session-people.example`, ...fields }) });
  expect(answer.status).toBe(201);
  return { reference: answer.body.data.reference, token: answer.body.data.manageToken };
};

let reader: Awaited<ReturnType<typeof staffWho>>;
beforeAll(async () => {
  reader = await staffWho('sessions.read', 'registrations.read');
});
beforeEach(resetData);

const read = async (session: string): Promise<SessionPeople> => {
  const answer = await reader.get(`/webinars-admin/sessions/${session}/people`);
  expect(answer.status).toBe(200);
  return sessionPeople.parse(answer.body.data);
};
const countOf = (people: SessionPeople) => Object.fromEntries(people.states.map(({ state, count }) => [state, count]));
const traitOf = (people: SessionPeople, trait: string) => people.traits.find((one) => one.trait === trait)!;

describe('the people of a session', () => {
  it('are for those who may read registrations', async () => {
    const session = await aSession();
    const other = await staffWho('sessions.read');
    expect((await other.get(`/webinars-admin/sessions/${session.documentId}/people`)).status).toBe(403);
    expect((await reader.get('/webinars-admin/sessions/none/people')).status).toBe(404);
  });

  it('are counted by what they are, of this session only', async () => {
    const session = await aSession({ capacity: 4 });
    const other = await aSession();
    await join(other.slug);
    const joined: { reference: string }[] = [];
    for (let count = 0; count < 6; count += 1) joined.push(await join(session.slug));
    const become = (index: number, state: string) =>
      sql('update registrations set state = $1 where reference = $2', [state, joined[index]!.reference]);
    await become(0, 'attended');
    await become(1, 'no_show');
    await become(5, 'cancelled');
    const people = await read(session.documentId);
    expect(people).toMatchObject({ total: 6, active: 5 });
    expect(countOf(people)).toEqual({
      pending_approval: 0,
      pending_payment: 0,
      waitlisted: 1,
      confirmed: 2,
      attended: 1,
      no_show: 1,
      cancelled: 1,
    });
  });

  it('are told by where they come from: the ten most frequent, the others, and who said nothing', async () => {
    const session = await aSession({ capacity: null });
    for (let count = 0; count < 13; count += 1) await join(session.slug, { company: `Company ${count}` });
    await join(session.slug, { company: 'ACME', position: 'Head of Data' });
    await join(session.slug, { company: 'Acme', position: ' head of data ' });
    const { reference } = await join(session.slug, { company: 'Acme', position: 'Head of Data' });
    await join(session.slug, { company: 'Gone', position: 'Gone' });
    await sql(`update registrations set state = 'cancelled' where company = 'Gone'`);
    const people = await read(session.documentId);
    const company = traitOf(people, 'company');
    expect(company.top).toHaveLength(10);
    expect(company.top[0]).toEqual({ value: 'Acme', count: 3 });
    expect(company).toMatchObject({ others: 4, unknown: 0 });
    expect(traitOf(people, 'position')).toEqual({
      trait: 'position',
      top: [{ value: 'Head of Data', count: 3 }],
      others: 0,
      unknown: 13,
    });
    expect(reference).toBeTruthy();
  });

  it('did lately what the log of events says, without what is no doing of theirs', async () => {
    const session = await aSession({ capacity: 1 });
    const ada = await join(session.slug, { firstName: 'Ada', lastName: 'Leaves' });
    clock.advance({ minutes: 1 });
    await join(session.slug, { firstName: 'Ben', lastName: 'Waits' });
    clock.advance({ minutes: 1 });
    await request.post(`/api/webinars/registrations/${ada.token}/cancel`);
    await sql(
      `insert into webinars_events (type, session_document_id, registration_document_id, at)
       select 'registration.edited', session_document_id, document_id, now() from registrations`,
    );
    const { activity } = await read(session.documentId);
    expect(activity.map(({ type, name }) => [type, name])).toEqual(
      expect.arrayContaining([
        ['registration.promoted', 'Ben Waits'],
        ['registration.cancelled', 'Ada Leaves'],
        ['registration.waitlisted', 'Ben Waits'],
        ['registration.confirmed', 'Ada Leaves'],
      ]),
    );
    expect(activity).toHaveLength(4);
    expect(activity.at(-1)).toMatchObject({ type: 'registration.confirmed', name: 'Ada Leaves' });
  });
});
