import type { MailKind } from '../../../contracts/mail';
import { notFound } from '../kernel/errors';
import type { EventType } from '../kernel/events';
import type { Foreseen } from '../mail';
import { readSessions, type Session } from '../sessions';
import type { Deps } from './deps';
import { countActive, type ActiveCount } from './queries';
import { asSaved, checked, checkStep, factsOf, refuseOvertaken, stateAfter } from './session-change';
import { promotionsOf } from './settle';
import type { Data } from './staff-data';

/** What a change of a session would do, decided by what does it. */
export type Foresight = {
  before: Session;
  after: Session;
  facts: EventType[];
  /** Who has a place in the session now, and what they paid. */
  people: ActiveCount[];
  /** How many would lose their place, and how many would be given a seat: some of these have yet to pay for it. */
  cancelled: number;
  promoted: number;
  mustPay: number;
  mails: { kind: MailKind; people: number }[];
};

/**
 * Foresees what saving `sent` would do, and refuses what saving would refuse. Nothing is written and nothing locked: what happens between
 * the look and the deed is the deed's to see.
 */
export const createForeseeChange =
  (deps: Pick<Deps, 'database' | 'clock' | 'offerHours' | 'ports' | 'foreseeMails'>) =>
  (documentId: string, sent: Data, revision: string | null): Promise<Foresight> =>
    deps.database.read.transaction(
      async (sql) => {
        const [before] = await readSessions(sql, [documentId]);
        if (!before) throw notFound('This session');
        await refuseOvertaken(sql, before, revision);
        const now = deps.clock.now();
        checked({ ...before, ...sent });
        const state = stateAfter(before, sent, now);
        await checkStep(sql, before, state);
        const after = asSaved(before, sent, state);
        const facts = factsOf(before, after, []);
        const people = await countActive(sql, documentId);
        const ends = after.state === 'cancelled' && before.state !== 'cancelled';
        const cancelled = ends ? people.reduce((sum, one) => sum + one.people, 0) : 0;
        const promotions = after.state === 'cancelled' ? [] : await promotionsOf(deps, sql, after, now);
        const mustPay = promotions.filter((change) => change.state === 'pending_payment').length;
        const happens = (type: EventType, data: Record<string, unknown>, to: number): Foreseen => ({
          event: { type, sessionDocumentId: documentId, data },
          people: to,
        });
        const mails = await deps.foreseeMails(sql, [
          ...facts.map(({ type, data = {} }) => happens(type, data, 0)),
          happens('registration.cancelled', { reason: 'session_cancelled' }, cancelled),
          happens('registration.promoted', { state: 'confirmed' }, promotions.length - mustPay),
          happens('registration.promoted', { state: 'pending_payment' }, mustPay),
        ]);
        return {
          before,
          after,
          facts: facts.map(({ type }) => type),
          people,
          cancelled,
          promoted: promotions.length,
          mustPay,
          mails,
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
