import { offerHoldUntil } from '../capacity';
import type { Trx } from '../kernel/database';
import { conflict, invalid } from '../kernel/errors';
import { newReference } from '../kernel/token';
import { priceNow, readSessions, registrationWindow } from '../sessions';
import { askForConsents } from './ask-consent';
import { decideArrival, roomOf } from './decide';
import type { Deps } from './deps';
import { parseIn } from './parse-form';
import { readStanding } from './queries';
import { consentRecord, EVENT_OF } from './register';
import { lapse, lockSession } from './settle';
import { namedSession, withoutKept, type Data } from './staff-data';
import { staffForm } from './staff-form';

const isSettled = (paymentStatus: unknown) => paymentStatus === 'completed' || paymentStatus === 'not_required';

const STAFF_REFUSALS = {
  DUPLICATE_REGISTRATION: 'This e-mail address already has an active registration for this session. Nothing was saved.',
  SESSION_FULL: 'All seats are taken and this session has no waitlist. Raise its capacity first. Nothing was saved.',
  REGISTRATION_NOT_OPEN: 'Registration has not opened yet. Nothing was saved.',
  REGISTRATION_CLOSED: 'Registration is closed. Nothing was saved.',
  SESSION_CANCELLED: 'This session was cancelled. Nothing was saved.',
  PAYMENT_UNAVAILABLE:
    'This session is paid and payment is not set up. Set the payment status to "not required" or "completed" to give the seat without a checkout. Nothing was saved.',
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
    verdict.state === 'pending_payment'
      ? { holdExpiresAt: offerHoldUntil(now, session!.datetime, deps.offerHours) }
      : {};
  const wording = await deps.consents.wordingIn(trx, form.locale, now);
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
    consents: consentRecord(form, wording, 'staff', now),
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
  await askForConsents(deps, trx, [{ ...form, documentId: entry.documentId, wording, from: 'staff' }], now);
  return entry;
};
