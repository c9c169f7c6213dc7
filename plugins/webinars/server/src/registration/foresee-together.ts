import type { BulkForesight, LeftReason, StaffDeed } from '../../../contracts/bulk';
import type { Sql } from '../kernel/database';
import type { EventType } from '../kernel/events';
import { priceNow, readSessions, type Session } from '../sessions';
import { decideTogether, type Decision, type Standing } from './decide-together';
import type { Deps } from './deps';
import { EVENT_OF } from './register';
import { holdsSeat, type RegistrationState } from './registration';
import { promotionsOf, seatsForLine } from './settle';

/** People of a session of whom a deed knows the same, and how many they are. In the order in which they would have their turn. */
export type Alike = Standing & { session: string; people: number };

const SESSIONS_AT_ONCE = 500;

type Told = { type: EventType; data: Record<string, unknown> };

/** The fact that a change would be, for the mails that follow it. */
const factOf = (deed: StaffDeed, to: RegistrationState): Told | null => {
  switch (deed) {
    case 'cancel':
      return { type: 'registration.cancelled', data: { reason: 'by_admin' } };
    case 'reject':
      return { type: 'registration.cancelled', data: { reason: 'rejected' } };
    case 'approve':
      return { type: 'registration.approved', data: { state: to } };
    case 'readmit':
      return { type: EVENT_OF[to as keyof typeof EVENT_OF], data: {} };
    default:
      return null;
  }
};

const add = <Key>(counts: Map<Key, number>, key: Key, more = 1) => counts.set(key, (counts.get(key) ?? 0) + more);

/** The session as it would stand once those have left who leave. */
const without = (session: Session, people: readonly Standing[], decisions: readonly Decision[]): Session => {
  const leaving = people.filter((_, index) => {
    const decision = decisions[index]!;
    return 'to' in decision && decision.to === 'cancelled';
  });
  return {
    ...session,
    registrationCount: session.registrationCount - leaving.filter(({ state }) => holdsSeat(state)).length,
    waitlistCount: session.waitlistCount - leaving.filter(({ state }) => state === 'waitlisted').length,
  };
};

/**
 * Foresees what a deed would do with people of many sessions, by what decides it then. Nothing is written and nothing locked: what happens
 * between the look and the deed is the deed's to see.
 */
export const foreseeTogether =
  (deps: Pick<Deps, 'clock' | 'offerHours' | 'ports' | 'foreseeMails'>) =>
  async (sql: Sql, deed: StaffDeed, alike: readonly Alike[]): Promise<BulkForesight> => {
    const now = deps.clock.now();
    const canPay = deps.ports.startCheckout !== null;
    const changed = new Map<RegistrationState, number>();
    const left = new Map<LeftReason, number>();
    let promoted = 0;

    const groups = new Map<string, Alike[]>();
    for (const one of alike) {
      const known = groups.get(one.session);
      if (known) known.push(one);
      else groups.set(one.session, [one]);
    }
    const named = [...groups.keys()];
    for (let from = 0; from < named.length; from += SESSIONS_AT_ONCE) {
      const asked = named.slice(from, from + SESSIONS_AT_ONCE);
      const sessions = new Map((await readSessions(sql, asked)).map((one) => [one.documentId, one]));
      for (const documentId of asked) {
        const session = sessions.get(documentId);
        const people = groups.get(documentId)!.flatMap((one) => Array.from({ length: one.people }, () => one));
        if (!session) {
          add(left, 'GONE', people.length);
          continue;
        }
        const decisions = decideTogether(deed, people, { session, now, canPay });
        for (const decision of decisions) {
          if ('left' in decision) add(left, decision.left);
          else add(changed, decision.to);
        }
        if (deed !== 'cancel' && deed !== 'reject') continue;
        const after = without(session, people, decisions);
        const isFree = priceNow(session, now) === 0 || canPay;
        promoted += isFree ? seatsForLine(after, now) : (await promotionsOf(deps, sql, after, now)).length;
      }
    }
    const facts = [...changed].flatMap(([to, people]) => {
      const told = factOf(deed, to);
      return told ? [{ event: { ...told, sessionDocumentId: '' }, people }] : [];
    });
    const moving = { type: 'registration.promoted' as const, sessionDocumentId: '', data: { state: 'confirmed' } };
    return {
      changed: [...changed].map(([to, people]) => ({ to, people })),
      left: [...left].map(([reason, people]) => ({ reason, people })),
      sessions: named.length,
      promoted,
      mails: await deps.foreseeMails(sql, [...facts, { event: moving, people: promoted }]),
    };
  };
