import { freeSeats } from '../capacity';
import { rows, type Trx } from '../kernel/database';
import { conflict } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import type { Session } from '../sessions';
import { roomOf } from './decide';
import type { Deps } from './deps';
import { parseIn } from './parse-form';
import { findByDocumentId, type Registration } from './queries';
import { holdsSeat, mayBecome, type RegistrationState } from './registration';
import { instant, toMinute } from './session-change';
import { lockSession, mustPay, seat, settle } from './settle';
import { namedSession, withoutKept, type Data } from './staff-data';
import { staffChange } from './staff-form';

/** What a wished change of state needs, and what it writes beside it. Throws where the step is not allowed. */
const stepTo = (deps: Deps, current: Registration, session: Session, data: Data, now: Date): Data => {
  const to = data.state as RegistrationState;
  if (!mayBecome(current.state, to)) {
    throw conflict('ILLEGAL_STATE', `A registration that is ${current.state} cannot become ${to}. Nothing was saved.`);
  }
  if (to === 'cancelled') {
    return {
      cancelReason: data.cancelReason ?? (current.state === 'pending_approval' ? 'rejected' : 'by_admin'),
      cancelledAt: now,
    };
  }
  if (to === 'waitlisted') return { waitlistPosition: session.waitlistCount + 1 };
  if (!holdsSeat(to) || holdsSeat(current.state)) return {};
  if (freeSeats(roomOf(session)) === 0) {
    throw conflict(
      'SESSION_FULL',
      'No seat is free. Raise the capacity of the session first, or leave this person in line. Nothing was saved.',
    );
  }
  if (session.waitlistCount > 0 && current.waitlistPosition !== 1) {
    throw conflict('OTHERS_ARE_AHEAD', 'Others are ahead of this person in line. Nothing was saved.');
  }
  const asSaved = { ...current, paymentStatus: String(data.paymentStatus ?? current.paymentStatus) };
  const pays = mustPay(asSaved, session, now);
  if (pays && to === 'confirmed') {
    throw conflict(
      'NOT_PAID',
      'This seat is paid. Set the payment status to "completed" or "not required" to confirm it by hand. Nothing was saved.',
    );
  }
  const { holdExpiresAt, paymentAmount, paymentCurrency } = seat(deps, asSaved, session, now);
  return { holdExpiresAt: holdExpiresAt ?? null, ...(pays ? { paymentAmount, paymentCurrency } : {}) };
};

const eventOf = (from: RegistrationState, to: RegistrationState, data: Data): Pick<DomainEvent, 'type' | 'data'> => {
  if (to === 'cancelled') return { type: 'registration.cancelled', data: { reason: data.cancelReason, from } };
  if (to === 'attended' || to === 'no_show' || from === 'attended' || from === 'no_show') {
    return { type: 'registration.attendance_recorded', data: { state: to } };
  }
  if (from === 'pending_approval') return { type: 'registration.approved', data: { state: to } };
  if (from === 'pending_payment') return { type: 'registration.paid', data: {} };
  return { type: 'registration.promoted', data: { state: to } };
};

// What was emptied comes out of the rules as undefined, at which Strapi stumbles where it expects a component.
const changeOf = (sent: Data): Data =>
  Object.fromEntries(
    Object.entries(parseIn(staffChange(sent), sent, 'en')).map(([name, value]) => [name, value ?? null]),
  );

/** Refuses a form that was opened before the last change, which it would write back. Whoever names no revision has not said what they read. */
const refuseOvertaken = async (trx: Trx, documentId: string, revision: unknown): Promise<void> => {
  const read = instant(revision);
  if (read === null) return;
  // Not everything that changes a registration waits for its session.
  const [{ at }] = (await rows<{ at: Date }>(
    trx,
    `select updated_at as at from registrations where document_id = ? for update`,
    [documentId],
  )) as [{ at: Date }];
  if (read === at.getTime()) return;
  const message = `Somebody else changed this registration on ${toMinute(at)}, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the registration in another window and compare.`;
  throw conflict('REGISTRATION_CHANGED', message, {
    at: at.toISOString(),
    errors: [{ path: ['revision'], message, name: 'ValidationError' }],
  });
};

/** A change saved by an editor, an API token or code of one's own: the same steps, and the line moves up in the same transaction. */
export const updateRegistration = async (
  deps: Deps,
  trx: Trx,
  documentId: string,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const seen = await findByDocumentId(trx, documentId);
  if (!seen) return write(given);
  const now = deps.clock.now();
  const session = await lockSession(deps, trx, seen.sessionDocumentId);
  await refuseOvertaken(trx, documentId, given.revision);
  const current = (await findByDocumentId(trx, documentId))!;

  const sent = withoutKept(given);
  const wished = await namedSession(trx, given.session);
  if (wished && wished !== current.sessionDocumentId) {
    throw conflict(
      'SESSION_IS_FIXED',
      'A registration keeps its session. Cancel it and register this person for the other session. Nothing was saved.',
    );
  }
  delete sent.session;
  const state = (sent.state ?? current.state) as RegistrationState;
  if (state !== 'cancelled') delete sent.cancelReason;
  const isStep = state !== current.state;
  const beside = isStep ? stepTo(deps, current, session, { ...sent, state }, now) : {};
  const data = { ...sent, ...changeOf(sent), ...beside, state };
  const entry = await write(data);
  const event: Pick<DomainEvent, 'type' | 'data'> = isStep
    ? eventOf(current.state, state, data)
    : { type: 'registration.edited', data: {} };
  const events: DomainEvent[] = [
    {
      ...event,
      sessionDocumentId: session.documentId,
      registrationDocumentId: documentId,
      data: { ...event.data, door: 'documents' },
    },
  ];
  if (isStep) events.push(...(await settle(deps, trx, session.documentId, now)));
  await deps.recordEvents(trx, events, now);
  return entry;
};
