import { offerHoldUntil } from '../capacity';
import type { Trx } from '../kernel/database';
import { newDocumentId, newReference } from '../kernel/token';
import { priceNow, type Session } from '../sessions';
import type { Verdict } from './decide';
import type { Deps } from './deps';
import { copyRegistration, type Registration } from './queries';

type Accepted = Exclude<Verdict, { refused: unknown }>;

/**
 * Writes a new registration of somebody who has, or had, another one: what they told us goes with them, and what they paid. Answers its
 * document id.
 */
export const placeCopy = async (
  deps: Pick<Deps, 'offerHours'>,
  trx: Trx,
  { documentId: from }: Pick<Registration, 'documentId'>,
  session: Session,
  { verdict, isPaid, now }: { verdict: Accepted; isPaid: boolean; now: Date },
): Promise<string> => {
  const documentId = newDocumentId();
  const price = priceNow(session, now);
  const due = price > 0 && !isPaid;
  await copyRegistration(trx, from, {
    documentId,
    reference: newReference(),
    sessionDocumentId: session.documentId,
    state: verdict.state,
    waitlistPosition: 'position' in verdict ? verdict.position : null,
    holdExpiresAt: verdict.state === 'pending_payment' ? offerHoldUntil(now, session.datetime, deps.offerHours) : null,
    payment: isPaid
      ? null
      : {
          status: due ? 'pending' : 'not_required',
          amount: due ? price : null,
          currency: due ? session.currency : null,
        },
    now,
  });
  return documentId;
};
