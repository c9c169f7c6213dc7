import { webAddress, type Locale } from '../kernel/text';
import type { Deps } from './deps';
import { joinOpensAt, stepRefused, whyNotJoin } from './participation';
import { findByReference, meetingUrlOf, noteJoined } from './queries';
import { lockSession } from './settle';

/**
 * Lets somebody in: tells where the meeting is, and notes when they first came. Repeatable: who comes back after a lost connection gets
 * the same answer, and nothing is noted again. Null where there is no such registration.
 */
export const createJoin =
  (deps: Deps) =>
  (reference: string, locale: Locale): Promise<{ url: string } | null> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const seen = await findByReference(trx, reference);
      if (!seen) return null;
      const session = await lockSession(deps, trx, seen.sessionDocumentId);
      const registration = (await findByReference(trx, reference))!;
      const refused = whyNotJoin(registration.state, session, now);
      if (refused) {
        const opensAt = refused === 'JOIN_NOT_OPEN_YET' ? { opensAt: joinOpensAt(session).toISOString() } : {};
        throw stepRefused(refused, locale, opensAt);
      }
      const url = webAddress(await meetingUrlOf(trx, session.documentId));
      if (!url) throw stepRefused('MEETING_NOT_SET', locale);
      if (registration.joinedAt) return { url };
      const { documentId, sessionDocumentId } = registration;
      await noteJoined(trx, documentId, now);
      await deps.recordEvents(
        trx,
        [
          {
            type: 'registration.joined',
            sessionDocumentId,
            registrationDocumentId: documentId,
            data: { door: 'public' },
          },
        ],
        now,
      );
      return { url };
    });
