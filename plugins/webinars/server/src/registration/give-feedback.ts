import type { FeedbackForm } from '../../../contracts/registration';
import type { Locale } from '../kernel/text';
import type { Deps } from './deps';
import { stepRefused, whyNotGiveFeedback } from './participation';
import { findByReference, writeFeedback } from './queries';
import { rateSession, rateSpeakers } from './ratings';
import { lockSession } from './settle';

/**
 * Keeps what somebody says about a session; said again, the later word counts. The averages follow in the same transaction. False where
 * there is no such registration.
 */
export const createGiveFeedback =
  (deps: Deps) =>
  (reference: string, { rating, comment }: FeedbackForm, locale: Locale): Promise<boolean> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const seen = await findByReference(trx, reference);
      if (!seen) return false;
      const session = await lockSession(deps, trx, seen.sessionDocumentId);
      const { documentId, state } = (await findByReference(trx, reference))!;
      const refused = whyNotGiveFeedback(state, session, now);
      if (refused) throw stepRefused(refused, locale);
      await writeFeedback(trx, documentId, { rating, comment: comment ?? null }, now);
      await rateSession(trx, session.documentId);
      await rateSpeakers(trx, session.documentId);
      await deps.recordEvents(
        trx,
        [
          {
            type: 'registration.feedback_given',
            sessionDocumentId: session.documentId,
            registrationDocumentId: documentId,
            data: { door: 'public' },
          },
        ],
        now,
      );
      return true;
    });
