import { freeSeats } from '../capacity';
import type { Trx } from '../kernel/database';
import { conflict, invalid, notFound } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { newReference } from '../kernel/token';
import { priceNow, readSessions, registrationWindow, type Session } from '../sessions';
import { decideArrival } from './decide';
import type { Deps } from './deps';
import { parseIn } from './parse-form';
import { findByDocumentId, readStanding, type Registration } from './queries';
import { holdsSeat, mayBecome, type RegistrationState } from './registration';
import { consentRecord } from './register';
import { cancelUnderLock } from './cancel';
import { lapse, lockSession, mustPay, seat, settle } from './settle';
import { staffChange, staffForm } from './staff-form';

/** What Strapi's document service is asked to write. */
export type Data = Record<string, unknown>;

/** Kept by the system: what a form sends for these is what it read when it was opened, so it is dropped. */
const KEPT = [
  'reference',
  'sessionDocumentId',
  'waitlistPosition',
  'holdExpiresAt',
  'cancelledAt',
  'registeredAt',
  'consents',
] as const;

const withoutKept = (data: Data): Data => {
  const rest = { ...data };
  for (const name of KEPT) delete rest[name];
  return rest;
};

type Link = string | number | { documentId?: string; id?: number } | null | undefined;

const idOfLink = async (trx: Trx, link: Link): Promise<string | null> => {
  if (typeof link === 'string') return link;
  if (typeof link === 'object' && link?.documentId) return link.documentId;
  const id = typeof link === 'number' ? link : typeof link === 'object' ? link?.id : undefined;
  if (id === undefined) return null;
  const found = (await trx('sessions').where({ id }).first('document_id')) as { document_id: string } | undefined;
  return found?.document_id ?? null;
};

/** The session a write names, in any of the spellings Strapi knows for a relation. Null where it names none. */
const namedSession = async (trx: Trx, relation: unknown): Promise<string | null> => {
  if (
    relation &&
    typeof relation === 'object' &&
    !Array.isArray(relation) &&
    ('connect' in relation || 'set' in relation)
  ) {
    const { connect, set } = relation as { connect?: Link | Link[]; set?: Link | Link[] };
    const [link] = [connect ?? set ?? []].flat();
    return idOfLink(trx, link);
  }
  return idOfLink(trx, (Array.isArray(relation) ? relation[0] : relation) as Link);
};

const roomOf = (session: Session) => ({
  capacity: session.capacity,
  taken: session.registrationCount,
  waiting: session.waitlistCount,
});

const isSettled = (paymentStatus: unknown) => paymentStatus === 'completed' || paymentStatus === 'not_required';

const EVENT_OF = {
  confirmed: 'registration.confirmed',
  waitlisted: 'registration.waitlisted',
  pending_approval: 'registration.approval_requested',
  pending_payment: 'registration.payment_requested',
} as const;

/**
 * A registration written by an editor, an API token or code of one's own. Staff may add people before registration opens and after it
 * closes, and need no approval; seats, the line and the one place per person are the same for everyone.
 */
export const createRegistration = async (
  deps: Deps,
  trx: Trx,
  given: Data,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> => {
  const now = deps.clock.now();
  const sent = withoutKept(given);
  const sessionDocumentId =
    (await namedSession(trx, given.session)) ?? (given.sessionDocumentId as string | undefined) ?? null;
  if (!sessionDocumentId)
    throw invalid([{ path: ['session'], message: 'Choose the session this person registers for.' }]);
  const form = parseIn(
    staffForm,
    Object.fromEntries(Object.keys(staffForm.shape).map((name) => [name, sent[name] ?? undefined])),
    'en',
  );

  await lockSession(deps, trx, sessionDocumentId);
  const standing = await readStanding(trx, [{ sessionDocumentId, email: form.email }], [], now);
  if (standing.lapsed.length > 0) await deps.recordEvents(trx, await lapse(deps, trx, sessionDocumentId, now), now);
  const [session] = await readSessions(trx, [sessionDocumentId]);

  const price = priceNow(session!, now);
  const { verdict } = decideArrival(
    {
      room: roomOf(session!),
      window: registrationWindow(session!, now),
      requiresApproval: session!.requiresApproval,
      allowWaitlist: session!.allowWaitlist,
      priceNow: price,
      canPay: deps.ports.startCheckout !== null,
    },
    { email: form.email, isStaff: true, isPaidOrWaived: isSettled(sent.paymentStatus) },
    new Set(standing.active.map((one) => one.email)),
  );
  if ('refused' in verdict) throw conflict(verdict.refused, STAFF_REFUSALS[verdict.refused]);

  const isFree = price === 0 || isSettled(sent.paymentStatus);
  const documentId = (given.documentId as string | undefined) ?? undefined;
  const paid = isFree
    ? { paymentStatus: isSettled(sent.paymentStatus) ? sent.paymentStatus : 'not_required' }
    : { paymentStatus: 'pending', paymentAmount: price, paymentCurrency: session!.currency };
  const held =
    verdict.state === 'pending_payment' ? { holdExpiresAt: new Date(now.getTime() + deps.offerHours * 3_600_000) } : {};
  const entry = (await write({
    ...sent,
    ...form,
    ...paid,
    ...held,
    ...(documentId ? { documentId } : {}),
    session: sessionDocumentId,
    sessionDocumentId,
    reference: newReference(),
    state: verdict.state,
    waitlistPosition: 'position' in verdict ? verdict.position : null,
    cancelReason: null,
    registeredAt: now,
    registrationSource: form.registrationSource ?? 'staff',
    consents: consentRecord(form, deps.consentTextVersion, 'staff', now),
  })) as { documentId: string };
  await deps.recordEvents(
    trx,
    [
      {
        type: EVENT_OF[verdict.state],
        sessionDocumentId,
        registrationDocumentId: entry.documentId,
        data: { door: 'documents' },
      },
    ],
    now,
  );
  return entry;
};

const STAFF_REFUSALS = {
  DUPLICATE_REGISTRATION: 'This e-mail address already has an active registration for this session. Nothing was saved.',
  SESSION_FULL: 'All seats are taken and this session has no waitlist. Raise its capacity first. Nothing was saved.',
  REGISTRATION_NOT_OPEN: 'Registration has not opened yet. Nothing was saved.',
  REGISTRATION_CLOSED: 'Registration is closed. Nothing was saved.',
  SESSION_CANCELLED: 'This session was cancelled. Nothing was saved.',
  PAYMENT_UNAVAILABLE:
    'This session is paid and payment is not set up. Set the payment status to "not required" or "completed" to give the seat without a checkout. Nothing was saved.',
} as const;

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

const changeOf = (sent: Data): Data => parseIn(staffChange(sent), sent, 'en') as Data;

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

/** A deletion gives the seat back first: it is cancelled, the line moves up, and then the row goes. */
export const deleteRegistration = async (
  deps: Deps,
  trx: Trx,
  documentId: string,
  write: () => Promise<unknown>,
): Promise<unknown> => {
  const seen = await findByDocumentId(trx, documentId);
  if (!seen) return write();
  const now = deps.clock.now();
  await lockSession(deps, trx, seen.sessionDocumentId);
  const current = await findByDocumentId(trx, documentId);
  if (!current) throw notFound('This registration');
  if (current.state !== 'cancelled') await cancelUnderLock(deps, trx, current, 'by_admin', now);
  const entry = await write();
  await deps.recordEvents(
    trx,
    [
      {
        type: 'registration.deleted',
        sessionDocumentId: current.sessionDocumentId,
        registrationDocumentId: documentId,
        data: { door: 'documents' },
      },
    ],
    now,
  );
  return entry;
};
