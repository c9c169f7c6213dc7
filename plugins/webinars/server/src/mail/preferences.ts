import type {
  ConsentState,
  OptionalCategory,
  PreferencesChange,
  PreferencesView,
} from '../../../contracts/preferences';
import type { Consents } from '../consents';
import type { Clock } from '../kernel/clock';
import type { Database, Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { isWanted, readPreferences, switchCategories } from './addresses';
import { confirmConsent, requestConsents, withdrawConsent } from './consent';
import { readSettings } from './settings';

/** Whose address a link speaks for: the holder of a registration. */
export type Owner = { documentId: string; email: string; locale: Locale };

export type PreferencesDeps = {
  database: Database;
  clock: Clock;
  ownerOf(reference: string): Promise<Owner | null>;
  /** Sends each of these registrations the mail that asks for consent, in the transaction that noted the wish. */
  askForConsent(trx: Trx, registrationDocumentIds: readonly string[], now: Date): Promise<void>;
  consents: Pick<Consents, 'wordingIn'>;
};

const NOT_REQUESTED: Record<Locale, string> = {
  en: 'There is nothing to confirm: nobody asked for news with this address, or the wish was taken back. Nothing was changed.',
  de: 'Es gibt nichts zu bestätigen: Mit dieser Adresse hat niemand Neuigkeiten bestellt, oder der Wunsch wurde zurückgenommen. Es wurde nichts geändert.',
};

/** Enough of an address to recognise one's own. */
export const masked = (email: string): string => {
  const at = email.lastIndexOf('@');
  return `${[...email.slice(0, at)][0] ?? ''}…${email.slice(at)}`;
};

/** What people decide about the mails they get. Preferences are an address's, however many registrations it has. */
export const createPreferences = (deps: PreferencesDeps) => {
  const ownerOf = async (reference: string): Promise<Owner> => {
    const owner = await deps.ownerOf(reference);
    if (!owner) throw notFound('This registration');
    return owner;
  };

  const viewOf = async (email: string): Promise<PreferencesView> => {
    const preferences = await readPreferences(deps.database.read, email);
    return {
      email: masked(email),
      reminders: isWanted('reminders', preferences),
      follow_up: isWanted('follow_up', preferences),
      news: isWanted('news', preferences),
      consent: preferences.consent,
    };
  };

  // Consents are written before addresses, as registering does: two who do both then wait for each other in one order.
  const write = async (trx: Trx, owner: Owner, change: PreferencesChange, from: string, now: Date): Promise<void> => {
    const { documentId, email } = owner;
    if (change.news === false) await withdrawConsent(trx, email, now);
    if (change.news === true) {
      const { doubleOptIn } = await readSettings(trx);
      const { language, versions } = await deps.consents.wordingIn(trx, owner.locale, now);
      const ask = {
        email,
        registrationDocumentId: documentId,
        textVersion: versions.marketing,
        locale: language,
        from,
      };
      const toAsk = await requestConsents(trx, [ask], { doubleOptIn, now });
      if (toAsk.length > 0) await deps.askForConsent(trx, toAsk, now);
    }
    await switchCategories(trx, email, change, now);
  };

  return {
    read: async (reference: string): Promise<PreferencesView> => viewOf((await ownerOf(reference)).email),

    /** `from`: the network address the wish came from. */
    async change(reference: string, change: PreferencesChange, from: string): Promise<PreferencesView> {
      const owner = await ownerOf(reference);
      const now = deps.clock.now();
      await deps.database.inTransaction((trx) => write(trx, owner, change, from, now));
      return viewOf(owner.email);
    },

    /** Repeatable. To end news is to withdraw the consent to them. */
    async unsubscribe(reference: string, category: OptionalCategory): Promise<PreferencesView> {
      const owner = await ownerOf(reference);
      const now = deps.clock.now();
      await deps.database.inTransaction((trx) => write(trx, owner, { [category]: false }, '', now));
      return viewOf(owner.email);
    },

    /** Repeatable. Only this makes a consent count. */
    async confirmConsent(reference: string, from: string, locale: Locale): Promise<{ consent: ConsentState }> {
      const { email } = await ownerOf(reference);
      const now = deps.clock.now();
      await deps.database.inTransaction(async (trx) => {
        if (!(await confirmConsent(trx, email, { from, now }))) {
          throw conflict('CONSENT_NOT_REQUESTED', NOT_REQUESTED[locale]);
        }
        await switchCategories(trx, email, { news: true }, now);
      });
      return { consent: 'confirmed' };
    },
  };
};

export type PreferencesUseCases = ReturnType<typeof createPreferences>;
