import { COMPANY_SIZES } from '../../../contracts/registration';
import { ROSTER_STATES } from '../../../contracts/roster';
import { PEOPLE_EVENTS, TRAITS, type SessionPeople } from '../../../contracts/session-people';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { notFound } from '../kernel/errors';
import { readSessions } from '../sessions';
import { countStates, countTraits, readActivity } from './queries';

const MOST_VALUES = 10;
const MOST_EVENTS = 20;

type Told = SessionPeople['traits'][number]['top'];

/** Sizes are read from small to large, however many there are of each. */
const bySize = (told: Told): Told => COMPANY_SIZES.flatMap((size) => told.filter(({ value }) => value === size));

/** Reads who is registered for a session, in figures, from one snapshot. */
export const createReadPeople =
  ({ database, clock }: { database: Database; clock: Clock }) =>
  (session: string): Promise<SessionPeople> =>
    database.read.transaction(
      async (sql) => {
        const [found] = await readSessions(sql, [session]);
        if (!found) throw notFound('This session');
        const counted = new Map((await countStates(sql, session)).map(({ state, count }) => [state, count]));
        const states = ROSTER_STATES.map((state) => ({ state, count: counted.get(state) ?? 0 }));
        const total = states.reduce((sum, { count }) => sum + count, 0);
        const active = total - (counted.get('cancelled') ?? 0);
        const traits = await countTraits(sql, session, MOST_VALUES);
        const events = await readActivity(sql, session, PEOPLE_EVENTS, MOST_EVENTS);
        return {
          at: clock.now().toISOString(),
          total,
          states,
          active,
          traits: TRAITS.map((trait) => {
            const values = traits.filter((one) => one.trait === trait);
            const told = values.filter(({ value }) => value !== null);
            const most = told.slice(0, MOST_VALUES).map(({ value, count }) => ({ value: value!, count }));
            const top = trait === 'companySize' ? bySize(most) : most;
            const unknown = values.find(({ value }) => value === null)?.count ?? 0;
            const others = active - unknown - top.reduce((sum, { count }) => sum + count, 0);
            return { trait, top, others, unknown };
          }),
          activity: events.map((event) => ({ ...event, at: event.at.toISOString() })),
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
