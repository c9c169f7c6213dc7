import type { LeftReason, StaffDeed } from '../../../contracts/bulk';
import { writeAudit, type Actor, type AuditEntry } from '../audit';
import type { Trx } from '../kernel/database';
import type { DomainEvent } from '../kernel/events';
import { readSessions, type Session } from '../sessions';
import { decideTogether, type Decision, type Standing } from './decide-together';
import type { Deps } from './deps';
import { placeCopy } from './place-copy';
import { changeStates, findByDocumentIds, readStanding, type Registration, type StateChange } from './queries';
import { EVENT_OF } from './register';
import type { CancelReason, RegistrationState } from './registration';
import { isSettled, lapse, seat, settle } from './settle';

/** People of one session, and what staff do with all of them. */
export type Together = {
  deed: StaffDeed;
  session: string;
  people: readonly {
    documentId: string;
    /** Of what is undone: where they stood before it, and where it brought them. */
    undone?: { before: RegistrationState; after: RegistrationState };
  }[];
  by: Actor;
  /** Goes into the history of each, beside what was done. */
  told?: Record<string, unknown>;
};

/** What became of a person. `successor`: the registration that was made in place of theirs. */
export type Outcome = {
  documentId: string;
  before: RegistrationState | null;
  successor: string | null;
} & ({ after: RegistrationState; left: null } | { after: null; left: LeftReason });

const DONE: Record<StaffDeed, string> = {
  approve: 'registration.approved',
  reject: 'registration.rejected',
  cancel: 'registration.cancelled',
  attended: 'registration.attendance_recorded',
  no_show: 'registration.attendance_recorded',
  unmark: 'registration.attendance_recorded',
  readmit: 'registration.readmitted',
};

const CANCEL_REASON: Partial<Record<StaffDeed, CancelReason>> = { cancel: 'by_admin', reject: 'rejected' };

type Changed = { registration: Registration; decision: Extract<Decision, { to: unknown }>; successor: string | null };
type Bench = { deps: Deps; trx: Trx; session: Session; now: Date };

const standingOf = (
  registration: Registration,
  { people }: Together,
  doubles: { active: ReadonlySet<string>; first: ReadonlyMap<string, string> },
): Standing => ({
  state: registration.state,
  paymentStatus: registration.paymentStatus,
  cancelReason: registration.cancelReason,
  undone: people.find(({ documentId }) => documentId === registration.documentId)?.undone ?? null,
  isDouble: doubles.active.has(registration.email) || doubles.first.get(registration.email) !== registration.documentId,
});

const changeOf = (deed: StaffDeed, { registration, decision }: Changed, { deps, session, now }: Bench): StateChange => {
  const { documentId } = registration;
  const { to, position } = decision;
  if (to === 'cancelled') return { documentId, state: to, cancelReason: CANCEL_REASON[deed] };
  if (to === 'waitlisted') return { documentId, state: to, waitlistPosition: position };
  return deed === 'approve' ? seat(deps, registration, session, now) : { documentId, state: to };
};

const eventOf = (deed: StaffDeed, { registration, decision, successor }: Changed): DomainEvent => {
  const { documentId, sessionDocumentId, state: from } = registration;
  const of = { sessionDocumentId, registrationDocumentId: successor ?? documentId };
  switch (deed) {
    case 'cancel':
    case 'reject':
      return { ...of, type: 'registration.cancelled', data: { reason: CANCEL_REASON[deed], from } };
    case 'approve':
      return { ...of, type: 'registration.approved', data: { state: decision.to } };
    case 'readmit':
      // A newcomer is in one of the states of a newcomer.
      return {
        ...of,
        type: EVENT_OF[decision.to as keyof typeof EVENT_OF],
        data: { door: 'admin', readmitted: documentId },
      };
    default:
      return { ...of, type: 'registration.attendance_recorded', data: { state: decision.to } };
  }
};

const entriesOf = ({ deed, told }: Together, { registration, decision, successor }: Changed): AuditEntry[] => {
  const { documentId, sessionDocumentId: session, state } = registration;
  const entry = (subject: string, data: Record<string, unknown>): AuditEntry => ({
    action: DONE[deed],
    subject: { kind: 'registration', documentId: subject },
    session,
    before: { state },
    after: { state: decision.to },
    data: { ...told, ...data },
  });
  return successor
    ? [entry(documentId, { to: successor }), entry(successor, { from: documentId })]
    : [entry(documentId, {})];
};

const readmitted = async (
  { deps, trx, session, now }: Bench,
  registration: Registration,
  decision: Changed['decision'],
): Promise<string> => {
  const isPaid = isSettled(registration, session, now);
  const verdict =
    decision.to === 'waitlisted'
      ? { state: decision.to, position: decision.position! }
      : // Who is let in is in one of these.
        { state: decision.to as 'confirmed' | 'pending_payment' | 'pending_approval' };
  return placeCopy(deps, trx, registration, session, { verdict, isPaid, now });
};

/**
 * Does one thing with people of one session, in their order, in the caller's transaction: each as it is done with one alone. Seats that
 * become free go to the line once all have left, so nobody is promoted who leaves with them. Every change has its event, its mails and its
 * line in the audit log. Answers what became of each.
 */
export const actTogether =
  (deps: Deps) =>
  async (trx: Trx, together: Together): Promise<Outcome[]> => {
    const { deed, people, by } = together;
    const now = deps.clock.now();
    const ids = people.map(({ documentId }) => documentId);
    const gone = (documentId: string): Outcome => ({
      documentId,
      before: null,
      after: null,
      successor: null,
      left: 'GONE',
    });
    const [locked] = await deps.lock(trx, [together.session]);
    if (!locked) return ids.map(gone);
    await deps.recordEvents(trx, await lapse(deps, trx, locked.documentId, now), now);
    const session = (await readSessions(trx, [locked.documentId]))[0]!;
    const found = await findByDocumentIds(trx, ids);
    const asked = found.map(({ email }) => ({ sessionDocumentId: session.documentId, email }));
    const active = deed === 'readmit' ? (await readStanding(trx, asked, [], now)).active : [];
    const doubles = {
      active: new Set(active.map(({ email }) => email)),
      first: new Map([...found].reverse().map(({ email, documentId }) => [email, documentId])),
    };
    const bench: Bench = { deps, trx, session, now };
    const decisions = decideTogether(
      deed,
      found.map((one) => standingOf(one, together, doubles)),
      { session, now, canPay: deps.ports.startCheckout !== null },
    );

    const changed: Changed[] = [];
    const outcomes = new Map<string, Outcome>();
    for (const [index, registration] of found.entries()) {
      const decision = decisions[index]!;
      const { documentId, state: before } = registration;
      if ('left' in decision) {
        outcomes.set(documentId, { documentId, before, after: null, successor: null, left: decision.left });
        continue;
      }
      const successor = deed === 'readmit' ? await readmitted(bench, registration, decision) : null;
      changed.push({ registration, decision, successor });
      outcomes.set(documentId, { documentId, before, after: decision.to, successor, left: null });
    }
    if (changed.length > 0) {
      if (deed !== 'readmit')
        await changeStates(
          trx,
          changed.map((one) => changeOf(deed, one, bench)),
          now,
        );
      const events = changed.map((one) => eventOf(deed, one));
      if (deed === 'cancel' || deed === 'reject') events.push(...(await settle(deps, trx, session.documentId, now)));
      await deps.recordEvents(trx, events, now);
      await writeAudit(
        trx,
        changed.flatMap((one) => entriesOf(together, one)),
        by,
        now,
      );
    }
    return ids.map((documentId) => outcomes.get(documentId) ?? gone(documentId));
  };
