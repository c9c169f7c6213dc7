import { CONSENTS } from '../../../contracts/consents';
import { checkoutHoldUntil, createGathering, POSTPONED } from '../capacity';
import type { RefusalCode, RegistrationForm } from '../../../contracts/registration';
import type { Wording } from '../consents';
import { isPostgresError, PG, type OwnTrx } from '../kernel/database';
import { DomainError, notFound } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { newDocumentId, newReference } from '../kernel/token';
import { priceNow, readSessions, registrationWindow, type Session } from '../sessions';
import { askForConsents, type Registered } from './ask-consent';
import { decideArrival, roomOf, type Desk, type Verdict } from './decide';
import type { Deps } from './deps';
import {
  insertRegistrations,
  keepAnswers,
  readStanding,
  type Answered,
  type NewRegistration,
  type Standing,
} from './queries';
import { lapse } from './settle';

/** A visitor's wish to take part in a session, named by slug or document id. */
export type Asking = {
  session: string;
  form: RegistrationForm;
  /** Makes a repeat of the request harmless; `fingerprint` tells a repeat from another request under the same key. */
  idempotency?: { key: string; fingerprint: string };
  /** Where the consent came from: the network address, or the door it came through. */
  from: string;
  at: Date;
  /** When the form was opened, where that is known: its wording counts. */
  openedAt?: Date;
};

/** The same with the words that stood beside the boxes. */
type Worded = Asking & { wording: Wording };

/** The same before anybody knows whether it is a repeat: only then words that are out of date are no reason to refuse it. */
type Looked = Asking & { wording: Wording | DomainError };

/** A seat that is held while its holder pays. `amount` in minor units of `currency`. */
export type Hold = { expiresAt: string; amount: number; currency: string };

export type Outcome =
  | {
      kind: 'accepted';
      reference: string;
      sessionDocumentId: string;
      state: 'confirmed' | 'waitlisted' | 'pending_approval' | 'pending_payment';
      waitlistPosition?: number;
      hold?: Hold;
    }
  | { kind: 'refused'; code: RefusalCode };

/** The event of a registration that begins in this state. */
export const EVENT_OF = {
  confirmed: 'registration.confirmed',
  waitlisted: 'registration.waitlisted',
  pending_approval: 'registration.approval_requested',
  pending_payment: 'registration.payment_requested',
} as const;

const keyReused = () =>
  new DomainError(
    'mismatch',
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was used for another request. Send a new key with a new request.',
  );

/** What the person agreed to, in which wording, when and from where: kept beside the flags, which can change later. */
export const consentRecord = (
  form: Pick<
    RegistrationForm,
    'termsAccepted' | 'privacyConsent' | 'marketingConsent' | 'consultantFollowUpConsent' | 'dataProcessingConsent'
  >,
  { language, versions }: Wording,
  from: string,
  at: Date,
) => {
  const given = {
    terms: form.termsAccepted,
    privacy: form.privacyConsent,
    marketing: form.marketingConsent,
    consultantFollowUp: form.consultantFollowUpConsent,
    dataProcessing: form.dataProcessingConsent,
  };
  return CONSENTS.map((what) => ({
    what,
    given: given[what],
    textVersion: versions[what],
    language,
    at: at.toISOString(),
    from,
  }));
};

/** The row of somebody who is let in. */
export const rowOf = (
  asking: Worded,
  session: Session,
  state: NewRegistration['state'],
  position: number | null,
  deps: Deps,
): NewRegistration => {
  const { form } = asking;
  const price = priceNow(session, asking.at);
  const isPriced = price > 0;
  return {
    document_id: newDocumentId(),
    reference: newReference(),
    session_document_id: session.documentId,
    session_id: session.id,
    state,
    waitlist_position: position,
    hold_expires_at: state === 'pending_payment' ? checkoutHoldUntil(asking.at, deps.holdMinutes) : null,
    registered_at: asking.at,
    payment_status: isPriced ? 'pending' : 'not_required',
    payment_amount: isPriced ? price : null,
    payment_currency: isPriced ? session.currency : null,
    first_name: form.firstName,
    last_name: form.lastName,
    email: form.email,
    phone: form.phone,
    country: form.country,
    company: form.company,
    company_size: form.companySize,
    position: form.position,
    website: form.website,
    industry_vertical: form.industryVertical,
    current_challenges: form.currentChallenges,
    expertise_interest: form.expertiseInterest,
    consultation_interest: form.consultationInterest,
    specific_questions: form.specificQuestions,
    learning_objectives: form.learningObjectives,
    follow_up_preferences: form.followUpPreferences,
    special_requirements: form.specialRequirements,
    accessibility_needs: form.accessibilityNeeds,
    terms_accepted: form.termsAccepted,
    marketing_consent: form.marketingConsent,
    privacy_consent: form.privacyConsent,
    consultant_follow_up_consent: form.consultantFollowUpConsent,
    data_processing_consent: form.dataProcessingConsent,
    consents: consentRecord(form, asking.wording, asking.from, asking.at),
    locale: form.language,
    timezone: form.timezone,
    registration_source: form.registrationSource ?? 'website',
    utm_source: form.utmSource,
    utm_medium: form.utmMedium,
    utm_campaign: form.utmCampaign,
    utm_term: form.utmTerm,
    utm_content: form.utmContent,
    services: form.interestedServices ?? null,
  };
};

const outcomeOf = (verdict: Verdict, row: NewRegistration | null): Outcome => {
  if ('refused' in verdict) return { kind: 'refused', code: verdict.refused };
  const {
    reference,
    session_document_id: sessionDocumentId,
    hold_expires_at: expiresAt,
    payment_amount: amount,
    payment_currency: currency,
  } = row!;
  return {
    kind: 'accepted',
    reference,
    sessionDocumentId,
    state: verdict.state,
    ...('position' in verdict ? { waitlistPosition: verdict.position } : {}),
    ...(expiresAt ? { hold: { expiresAt: expiresAt.toISOString(), amount: amount!, currency: currency! } } : {}),
  };
};

type Result = Outcome | Error | typeof POSTPONED;

/** The state of a batch while it is decided: everything read at the start, and what the requests before this one changed. */
const openBatch = (sessions: readonly Session[], standing: Standing, deps: Deps) => {
  const rooms = new Map(sessions.map((s) => [s.documentId, roomOf(s)]));
  const active = new Map<string, Set<string>>(sessions.map((s) => [s.documentId, new Set<string>()]));
  for (const { sessionDocumentId, email } of standing.active) active.get(sessionDocumentId)?.add(email);
  const answers = new Map(
    standing.answered.map((one) => [one.key, { fingerprint: one.fingerprint, outcome: one.answer as Outcome }]),
  );

  const rows: NewRegistration[] = [];
  const registered: Registered[] = [];
  const events: DomainEvent[] = [];
  const newAnswers: Answered[] = [];

  const decide = (asking: Worded, session: Session): Outcome => {
    const desk: Desk = {
      room: rooms.get(session.documentId)!,
      window: registrationWindow(session, asking.at),
      requiresApproval: session.requiresApproval,
      allowWaitlist: session.allowWaitlist,
      priceNow: priceNow(session, asking.at),
      canPay: deps.ports.startCheckout !== null,
    };
    const people = active.get(session.documentId)!;
    const { verdict, room } = decideArrival(
      desk,
      { email: asking.form.email, isStaff: false, isPaidOrWaived: false },
      people,
    );
    if ('refused' in verdict) return outcomeOf(verdict, null);
    rooms.set(session.documentId, room);
    people.add(asking.form.email);
    const row = rowOf(asking, session, verdict.state, 'position' in verdict ? verdict.position : null, deps);
    rows.push(row);
    registered.push({
      documentId: row.document_id,
      email: row.email,
      marketingConsent: row.marketing_consent,
      wording: asking.wording,
      from: asking.from,
    });
    events.push({
      type: EVENT_OF[verdict.state],
      sessionDocumentId: session.documentId,
      registrationDocumentId: row.document_id,
      data: { door: 'public' },
    });
    return outcomeOf(verdict, row);
  };

  return {
    /** What a repeat was told the first time, whatever has become of the session or of the wording since. Null for a new request. */
    answered({ idempotency }: Asking): Outcome | Error | null {
      const before = idempotency && answers.get(idempotency.key);
      if (!before) return null;
      return before.fingerprint === idempotency.fingerprint ? before.outcome : keyReused();
    },
    answer(asking: Looked, session: Session): Outcome | Error {
      const { idempotency, wording } = asking;
      if (wording instanceof DomainError) return wording;
      const outcome = decide({ ...asking, wording }, session);
      if (idempotency) {
        answers.set(idempotency.key, { fingerprint: idempotency.fingerprint, outcome });
        newAnswers.push({ ...idempotency, status: outcome.kind === 'accepted' ? 201 : 409, answer: outcome });
      }
      return outcome;
    },
    async write(trx: OwnTrx, now: Date): Promise<void> {
      trx.later(insertRegistrations(trx, rows), deps.recordEvents(trx, events, now), keepAnswers(trx, newAnswers, now));
      await askForConsents(deps, trx, registered, now);
    },
  };
};

/** Sessions under every name a request may use. A slug wins where one session's slug is another's id. */
const byName = (sessions: readonly Session[]): Map<string, Session> =>
  new Map([
    ...sessions.map((s) => [s.documentId, s] as const),
    ...sessions.flatMap((s) => (s.slug ? [[s.slug, s] as const] : [])),
  ]);

/** Decides requests for any number of sessions in one transaction, each session's in the order of their arrival. */
const decideInOneTransaction = (deps: Deps, askings: readonly Looked[]): Promise<Result[]> =>
  deps.database.inTransaction(async (trx) => {
    const now = deps.clock.now();
    const named = [...new Set(askings.map((asking) => asking.session))];
    // Waiting for one session's lock must not keep the other sessions of the batch waiting.
    const skipLocked = named.length > 1;
    let sessions = byName(await deps.lock(trx, named, { skipLocked }));
    const missing = skipLocked ? new Set(named.filter((name) => !sessions.has(name))) : new Set<string>();

    const asked = askings.flatMap((asking) => {
      const session = sessions.get(asking.session);
      return session ? [{ sessionDocumentId: session.documentId, email: asking.form.email }] : [];
    });
    const keys = askings.flatMap((asking) => asking.idempotency?.key ?? []);
    const standing = await readStanding(trx, asked, keys, now);
    if (standing.lapsed.length > 0) {
      for (const id of [...standing.lapsed].sort()) await deps.recordEvents(trx, await lapse(deps, trx, id, now), now);
      sessions = byName(await readSessions(trx, [...new Set([...sessions.values()].map((s) => s.documentId))]));
    }

    const batch = openBatch([...new Set(sessions.values())], standing, deps);
    const results = askings.map((asking): Result => {
      const answered = batch.answered(asking);
      if (answered) return answered;
      const session = sessions.get(asking.session);
      if (session && session.state !== 'draft') return batch.answer(asking, session);
      return missing.has(asking.session) ? POSTPONED : notFound('This session');
    });
    await batch.write(trx, now);
    return results;
  });

/**
 * Decides one request by itself. A unique index refuses what another transaction wrote meanwhile under the same idempotency key, or past
 * the lock; decided once more, the request sees it.
 */
const decideAlone = async (deps: Deps, asking: Looked, triesLeft = 2): Promise<Result> => {
  try {
    const [result] = await decideInOneTransaction(deps, [asking]);
    return result!;
  } catch (error) {
    if (triesLeft > 0 && isPostgresError(error, PG.uniqueViolation)) return decideAlone(deps, asking, triesLeft - 1);
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** A batch that fails as a whole is decided again one by one, so that one request's trouble is not everyone's. */
const decideTogether = async (deps: Deps, askings: Looked[]): Promise<Result[]> => {
  if (askings.length > 1) {
    try {
      return await decideInOneTransaction(deps, askings);
    } catch {
      // Each request is told its own trouble below.
    }
  }
  const results: Result[] = [];
  for (const asking of askings) results.push(await decideAlone(deps, asking));
  return results;
};

// Four transactions at once keep PostgreSQL busy while Node works; more would only take turns on the same rows.
const LANES = 4;
const MOST_IN_A_BATCH = 250;

/** Registers visitors. Requests for one session that arrive together are decided in one transaction, in the order of their arrival. */
export const createRegister = (deps: Deps) => {
  const gathering = createGathering<Looked, Outcome>({
    keyOf: (asking) => asking.session,
    decide: (askings) => decideTogether(deps, askings),
    lanes: LANES,
    most: MOST_IN_A_BATCH,
  });
  return async (asking: Asking): Promise<Outcome> => {
    const { consentsShown, language } = asking.form;
    // Before the transaction: most of the time it is remembered.
    const wording = await deps.consents
      .wording(consentsShown, language, asking.openedAt ?? asking.at)
      .catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'CONSENT_TEXT_CHANGED') return error;
        throw error;
      });
    return gathering.ask({ ...asking, wording });
  };
};
