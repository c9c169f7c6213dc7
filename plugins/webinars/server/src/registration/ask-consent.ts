import type { Trx } from '../kernel/database';
import type { Wording } from '../consents';
import { readSettings, requestConsents } from '../mail';
import type { Deps } from './deps';

/** Somebody who has just registered, as far as their consent to news goes. `from`: where it came from. */
export type Registered = {
  documentId: string;
  email: string;
  marketingConsent: boolean;
  wording: Wording;
  from: string;
};

/**
 * Asks those who ticked it whether they really want news, in the transaction that registers them: whoever types a stranger's address into
 * a form must not sign them up. Nothing is read or written where nobody ticked it.
 */
export const askForConsents = async (
  deps: Deps,
  trx: Trx,
  registered: readonly Registered[],
  now: Date,
  { quietly = false } = {},
): Promise<void> => {
  const asks = registered
    .filter(({ marketingConsent }) => marketingConsent)
    .map(({ documentId, email, wording, from }) => ({
      email,
      registrationDocumentId: documentId,
      textVersion: wording.versions.marketing,
      locale: wording.language,
      from,
    }));
  if (asks.length === 0) return;
  const { doubleOptIn } = await readSettings(trx);
  // A consent that has to be confirmed is worth nothing until somebody is asked; who brings people in quietly asks nobody.
  if (quietly && doubleOptIn) return;
  const toAsk = await requestConsents(trx, asks, { doubleOptIn, now });
  if (toAsk.length > 0) await deps.askForConsent(trx, toAsk, now);
};
