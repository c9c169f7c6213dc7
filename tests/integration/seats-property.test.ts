import fc from 'fast-check';
import { app, aSession, aTopic, clock, resetData, strapi } from '../harness';
import { aForm, aStaffForm } from './visitors';

/** Random lives of two sessions: whatever happens in whatever order, what is always true stays true after each step. */

type Step =
  | { do: 'register' | 'staffCreates'; session: number; person: number }
  | {
      do: 'cancel' | 'approve' | 'reject' | 'pay' | 'staffCancels' | 'staffDeletes' | 'attend';
      session: number;
      person: number;
    }
  | { do: 'capacity'; session: number; seats: number | null }
  | { do: 'price'; session: number; price: number }
  | { do: 'wait'; minutes: number }
  | { do: 'release'; session: number }
  | { do: 'cancelSession'; session: number };

const session = fc.integer({ min: 0, max: 2 });
const person = fc.integer({ min: 0, max: 11 });
const one = <Do extends string>(name: Do) => fc.record({ do: fc.constant(name), session, person });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 120, arbitrary: one('register') },
  { weight: 20, arbitrary: one('staffCreates') },
  { weight: 48, arbitrary: one('cancel') },
  { weight: 32, arbitrary: one('approve') },
  { weight: 12, arbitrary: one('reject') },
  { weight: 32, arbitrary: one('pay') },
  { weight: 16, arbitrary: one('staffCancels') },
  { weight: 12, arbitrary: one('staffDeletes') },
  { weight: 12, arbitrary: one('attend') },
  {
    weight: 24,
    arbitrary: fc.record({
      do: fc.constant('capacity' as const),
      session,
      seats: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 8 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('price' as const), session, price: fc.constantFrom(0, 4900) }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 16, arbitrary: fc.record({ do: fc.constant('release' as const), session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancelSession' as const), session }) },
);

const START = new Date('2026-03-01T09:00:00Z');

const documents = (uid: 'api::session.session' | 'api::registration.registration') => strapi.documents(uid);

const activeOf = async (sessionId: string, personNo: number) => {
  const row = await strapi.db
    .connection('registrations')
    .where({ session_document_id: sessionId, email: `p${personNo}@example.com` })
    .orderBy('id', 'desc')
    .first('reference', 'document_id');
  return row as { reference: string; document_id: string } | undefined;
};

/** A refusal is an answer; anything else that goes wrong is a failure of the test. */
const mayBeRefused = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const { name } = error as Error;
    if (!['DomainError', 'ApplicationError', 'ValidationError', 'NotFoundError'].includes(name)) throw error;
  }
};

const perform = async (step: Step, sessions: string[], now: { at: Date }): Promise<void> => {
  if (step.do === 'wait') {
    now.at = new Date(now.at.getTime() + step.minutes * 60_000);
    clock.set(now.at);
    return;
  }
  const id = sessions[step.session]!;
  if (step.do === 'capacity')
    return mayBeRefused(() =>
      documents('api::session.session').update({ documentId: id, data: { capacity: step.seats } as never }),
    );
  if (step.do === 'price')
    return mayBeRefused(() =>
      documents('api::session.session').update({ documentId: id, data: { price: step.price } as never }),
    );
  if (step.do === 'cancelSession')
    return mayBeRefused(() =>
      documents('api::session.session').update({ documentId: id, data: { state: 'cancelled' } as never }),
    );
  if (step.do === 'release') return app.registrations.releaseSeats(id);
  const form = aForm({ email: `p${step.person}@example.com` });
  if (step.do === 'register')
    return void (await app.registrations.register({ session: id, form, from: 'test', at: now.at }));
  if (step.do === 'staffCreates') {
    return mayBeRefused(() =>
      documents('api::registration.registration').create({
        data: { ...aStaffForm({ email: form.email }), session: id, paymentStatus: 'completed' } as never,
      }),
    );
  }
  const registration = await activeOf(id, step.person);
  if (!registration) return;
  const { reference, document_id: documentId } = registration;
  const save = (data: object) =>
    documents('api::registration.registration').update({ documentId, data: data as never });
  switch (step.do) {
    case 'cancel':
      return mayBeRefused(() => app.registrations.cancel(reference));
    case 'approve':
      return mayBeRefused(() => app.registrations.approve(documentId));
    case 'reject':
      return mayBeRefused(() => app.registrations.reject(documentId));
    case 'pay':
      return void (await app.registrations.pay(reference, {
        amount: 4900,
        currency: 'EUR',
        method: 'card',
        paymentReference: 'pi_1',
      }));
    case 'staffCancels':
      return mayBeRefused(() => save({ state: 'cancelled' }));
    case 'attend':
      return mayBeRefused(() => save({ state: 'attended' }));
    case 'staffDeletes':
      return mayBeRefused(() => documents('api::registration.registration').delete({ documentId }));
  }
};

type Seats = { id: string; capacity: number | null; taken: number; waiting: number; state: string };

const seatsOf = async (): Promise<Seats[]> =>
  (await strapi.db
    .connection('sessions')
    .select(
      'document_id as id',
      'capacity',
      'registration_count as taken',
      'waitlist_count as waiting',
      'state',
    )) as Seats[];

const expectAlwaysTrue = async (before: Seats[], step: Step): Promise<Seats[]> => {
  const { differences } = await app.verify();
  expect({ step, differences }).toEqual({ step, differences: [] });
  const after = await seatsOf();
  for (const { id, capacity, taken, waiting, state } of after) {
    const had = before.find((one) => one.id === id)!;
    if (capacity !== null && taken > had.taken)
      expect({ step, taken, fits: taken <= capacity }).toEqual({ step, taken, fits: true });
    const isFree = capacity === null || taken < capacity;
    if (state === 'published')
      expect({ step, waitsWhileSeatIsFree: isFree && waiting > 0 }).toEqual({ step, waitsWhileSeatIsFree: false });
  }
  return after;
};

describe('any sequence of operations', () => {
  afterAll(() => {
    app.registrationDeps.ports.startCheckout = null;
  });

  it('leaves every invariant true after each step', async () => {
    app.registrationDeps.ports.startCheckout = async () => ({ checkoutUrl: 'https://pay.example.com/1' });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 150, maxLength: 350, size: 'max' }), async (steps) => {
        await resetData();
        const now = { at: START };
        clock.set(now.at);
        const { documentId: topic } = await aTopic();
        const ahead = new Date(START.getTime() + 90 * 86_400_000);
        const made = [
          await aSession({ topic, datetime: ahead, capacity: 3 }),
          await aSession({ topic, datetime: ahead, capacity: 2, price: 4900 }),
          await aSession({ topic, datetime: ahead, capacity: 2, requiresApproval: true, price: 4900 }),
        ];
        const sessions = made.map((one) => one.documentId);
        let seats = await seatsOf();
        for (const one of steps) {
          await perform(one, sessions, now);
          seats = await expectAlwaysTrue(seats, one);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
