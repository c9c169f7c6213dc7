import type { RegistrationChange } from '../../../contracts/registration';
import type { Locale } from '../kernel/text';
import type { Deps } from './deps';
import { stepRefused, whyNotEdit } from './participation';
import { findByReference, readDetails, writeDetails, type Details } from './queries';
import { lockSession } from './settle';

/** What was sent, spelled as the row spells it: a field that was emptied is null. */
const asDetails = (change: RegistrationChange): Partial<Details> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? null]));

/**
 * Changes a person's own details. The log names the fields that changed and nothing of what they say. False where there is no such
 * registration.
 */
export const createEdit =
  (deps: Deps) =>
  (reference: string, change: RegistrationChange, locale: Locale): Promise<boolean> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const seen = await findByReference(trx, reference);
      if (!seen) return false;
      const session = await lockSession(deps, trx, seen.sessionDocumentId);
      const { documentId, state } = (await findByReference(trx, reference))!;
      const refused = whyNotEdit(state, session, now);
      if (refused) throw stepRefused(refused, locale);

      const before = await readDetails(trx, documentId);
      const after: Details = { ...before, ...asDetails(change) };
      const fields = (Object.keys(after) as (keyof Details)[]).filter((name) => after[name] !== before[name]);
      if (fields.length === 0) return true;
      await writeDetails(trx, documentId, after, now);
      await deps.recordEvents(
        trx,
        [
          {
            type: 'registration.edited',
            sessionDocumentId: session.documentId,
            registrationDocumentId: documentId,
            data: { door: 'public', fields },
          },
        ],
        now,
      );
      return true;
    });
