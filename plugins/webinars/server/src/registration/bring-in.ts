import { CONSENTS } from '../../../contracts/consents';
import type { RegistrationForm } from '../../../contracts/registration';
import { writeAudit, type Actor, type AuditEntry } from '../audit';
import { offerHoldUntil, type Room } from '../capacity';
import type { Wording } from '../consents';
import type { Sql, Trx } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { priceNow, readSessions, registrationWindow, type Session } from '../sessions';
import { askForConsents } from './ask-consent';
import { decideArrival, roomOf, type Verdict } from './decide';
import type { Deps } from './deps';
import { insertRegistrations, readStanding, type NewRegistration } from './queries';
import { EVENT_OF, rowOf } from './register';
import { lapse, lockSession } from './settle';

/** People whom staff bring into a session from a list made elsewhere. */
export type Newcomers = {
  session: string;
  people: readonly RegistrationForm[];
  /** When each of them registered where they come from, as the list says it. Told in the history; their place here is of now. */
  registeredElsewhere: readonly (string | null)[];
  whenFull: 'waitlist' | 'leave_out';
  /** Whether they pay here as everyone does, are let in for nothing, or have paid already elsewhere. */
  payment: 'here' | 'waived' | 'paid';
  /** Nobody is written to because of it. */
  quietly: boolean;
  /** Where and in which wording they agreed to what they agreed to. */
  consent: { from: string; textVersion: string };
  /** What the logs say of where they came from. */
  note: Record<string, unknown>;
};

/** What becomes of one of them, in the order in which they came. */
export type Admission = { verdict: Verdict; documentId: string | null };

/** Those who were let in before these but are not written: a look ahead over a long list comes to its later parts. */
export type Ahead = { seated: number; waiting: number };

/** The verdicts on newcomers, one after the other, by the rules of a registration by staff. */
const decideNewcomers = (
  deps: Pick<Deps, 'ports'>,
  session: Session,
  active: Set<string>,
  room: Room,
  { people, whenFull, payment }: Newcomers,
  now: Date,
): Verdict[] => {
  const desk = {
    window: registrationWindow(session, now),
    requiresApproval: session.requiresApproval,
    allowWaitlist: session.allowWaitlist && whenFull === 'waitlist',
    priceNow: priceNow(session, now),
    canPay: deps.ports.startCheckout !== null,
  };
  let left = room;
  return people.map(({ email }) => {
    const arrival = { email, isStaff: true, isPaidOrWaived: payment !== 'here' };
    const decided = decideArrival({ ...desk, room: left }, arrival, active);
    left = decided.room;
    if (!('refused' in decided.verdict)) active.add(email);
    return decided.verdict;
  });
};

const standingOf = async (sql: Sql, { session, people }: Newcomers, now: Date) =>
  readStanding(
    sql,
    people.map(({ email }) => ({ sessionDocumentId: session, email })),
    [],
    now,
  );

const emailsOf = (standing: { active: { email: string }[] }) => new Set(standing.active.map(({ email }) => email));

/** What would become of newcomers now. Nothing is written or locked. */
export const foreseeNewcomers =
  (deps: Pick<Deps, 'ports' | 'clock'>) =>
  async (sql: Sql, newcomers: Newcomers, ahead: Ahead): Promise<Verdict[]> => {
    const now = deps.clock.now();
    const [session] = await readSessions(sql, [newcomers.session]);
    if (!session) throw notFound('This session');
    const room = roomOf(session);
    const standing = await standingOf(sql, newcomers, now);
    return decideNewcomers(
      deps,
      session,
      emailsOf(standing),
      { ...room, taken: room.taken + ahead.seated, waiting: room.waiting + ahead.waiting },
      newcomers,
      now,
    );
  };

/** In which wording somebody agreed where they were brought in from: none of ours, so it is never taken for one. */
const wordingElsewhere = ({ textVersion }: Newcomers['consent'], language: Wording['language']): Wording => {
  const version = `import: ${textVersion || '–'}`;
  return { language, versions: Object.fromEntries(CONSENTS.map((what) => [what, version])) as Wording['versions'] };
};

const rowFor = (
  deps: Deps,
  session: Session,
  form: RegistrationForm,
  verdict: Exclude<Verdict, { refused: unknown }>,
  { payment, consent }: Newcomers,
  now: Date,
): NewRegistration => {
  const wording = wordingElsewhere(consent, form.language);
  const asking = { session: session.documentId, form, from: consent.from, at: now, wording };
  const row = rowOf(asking, session, verdict.state, 'position' in verdict ? verdict.position : null, deps);
  return {
    ...row,
    ...(payment === 'here'
      ? {}
      : {
          payment_status: payment === 'paid' ? 'completed' : 'not_required',
          payment_amount: null,
          payment_currency: null,
        }),
    // As for everyone to whom staff give a seat: they are not sitting at the checkout.
    hold_expires_at:
      verdict.state === 'pending_payment' ? offerHoldUntil(now, session.datetime, deps.offerHours) : null,
    registration_source: 'import',
  };
};

/**
 * Brings people into a session, in the caller's transaction: seats, the line and the one place per person are the same for everyone. As by
 * every deed of staff, the window is no bar and no approval is needed.
 */
export const createBringIn =
  (deps: Deps) =>
  async (trx: Trx, newcomers: Newcomers, by: Actor): Promise<Admission[]> => {
    const now = deps.clock.now();
    const { session: id, people, registeredElsewhere, quietly, consent, note } = newcomers;
    let session = await lockSession(deps, trx, id);
    const standing = await standingOf(trx, newcomers, now);
    if (standing.lapsed.length > 0) {
      await deps.recordEvents(trx, await lapse(deps, trx, id, now), now);
      session = (await readSessions(trx, [id]))[0]!;
    }
    const verdicts = decideNewcomers(deps, session, emailsOf(standing), roomOf(session), newcomers, now);
    const rows: NewRegistration[] = [];
    const events: DomainEvent[] = [];
    const told: AuditEntry[] = [];
    const admitted = verdicts.map((verdict, at): Admission => {
      if ('refused' in verdict) return { verdict, documentId: null };
      const form = people[at]!;
      const row = rowFor(deps, session, form, verdict, newcomers, now);
      const documentId = row.document_id;
      rows.push(row);
      events.push({
        type: EVENT_OF[verdict.state],
        sessionDocumentId: id,
        registrationDocumentId: documentId,
        data: { door: 'import', ...note, ...(quietly ? { quietly } : {}) },
      });
      const { language, ...fields } = form;
      told.push({
        action: 'registration.created',
        subject: { kind: 'registration', documentId },
        session: id,
        after: {
          ...fields,
          locale: language,
          state: verdict.state,
          registrationSource: 'import',
          registeredElsewhere: registeredElsewhere[at],
        },
        data: note,
      });
      return { verdict, documentId };
    });
    await insertRegistrations(trx, rows);
    await deps.recordEvents(trx, events, now);
    await writeAudit(trx, told, by, now);
    await askForConsents(
      deps,
      trx,
      rows.map((row) => ({
        documentId: row.document_id,
        email: row.email,
        marketingConsent: row.marketing_consent,
        wording: wordingElsewhere(consent, row.locale === 'de' ? 'de' : 'en'),
        from: consent.from,
      })),
      now,
      { quietly },
    );
    return admitted;
  };
