import type { LeftReason, StaffDeed } from '../../../contracts/bulk';
import { SYSTEM, type Actor } from '../audit';
import { conflict, notFound, type DomainError } from '../kernel/errors';
import type { Deps } from './deps';
import { findByDocumentId, type Registration } from './queries';
import type { RegistrationState } from './registration';
import { actTogether } from './together';

const REFUSALS: Partial<Record<LeftReason, string>> = {
  SESSION_OVER: 'This session no longer takes anyone. Nothing was changed.',
  PAYMENT_UNAVAILABLE: 'Payment is not set up, so a paid seat cannot be given. Nothing was changed.',
  SESSION_FULL: 'No seat is free and this session has no waitlist. Raise its capacity first. Nothing was changed.',
};

const refusal = (left: LeftReason, state: RegistrationState | null): DomainError => {
  if (left === 'GONE') return notFound('This registration');
  if (left === 'NOT_PENDING') {
    const message = `This registration no longer waits for approval: it is ${state}. Nothing was changed.`;
    return conflict(left, message, { state });
  }
  return conflict(left, REFUSALS[left] ?? 'This is not possible now. Nothing was changed.');
};

const decideAboutOne =
  (deps: Deps, deed: StaffDeed) =>
  (documentId: string, by: Actor = SYSTEM): Promise<Registration> =>
    deps.database.inTransaction(async (trx) => {
      const seen = await findByDocumentId(trx, documentId);
      if (!seen) throw notFound('This registration');
      const [outcome] = await actTogether(deps)(trx, {
        deed,
        session: seen.sessionDocumentId,
        people: [{ documentId }],
        by,
      });
      if (outcome!.left) throw refusal(outcome!.left, outcome!.before);
      return (await findByDocumentId(trx, documentId))!;
    });

/** Approves a person: a seat where one is free and nobody waits, else the end of the line. */
export const createApprove = (deps: Deps) => decideAboutOne(deps, 'approve');

/** Turns a person down who waits for approval. */
export const createReject = (deps: Deps) => decideAboutOne(deps, 'reject');
