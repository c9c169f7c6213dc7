import { HOUR, isoDay } from './calendar';
import { describeRegistration } from './describe-registration';
import { describeSession } from './describe-session';
import { describeSpeaker } from './describe-speaker';
import { describeTopic } from './describe-topic';
import type { Entry, Fact } from './entry';
import { seatEveryone, type Run } from './runs';
import { SPEAKERS } from './words/speakers';
import { TOPICS } from './words/topics';

/** The whole demonstration for one day, ready to be written. Relations hold the keys of other entries. */
export type Programme = {
  speakers: Entry[];
  topics: Entry[];
  sessions: Entry[];
  registrations: Entry[];
  facts: Fact[];
};

/** What the event log would have recorded about the session itself. */
const sessionFacts = (run: Run, session: Entry, until: number): Fact[] => {
  if (run.state === 'draft') return [];
  const { rules } = run;
  const fact = (type: string, at: number, onceKey: string | null = null): Fact => ({
    type: `session.${type}`,
    at,
    session: session.documentId,
    registration: null,
    data: {},
    onceKey,
  });
  const once = (name: string, at: number) => `${name}:${session.documentId}:${Math.floor(at / 1000)}`;
  const closes = Math.min(rules.closes, rules.ends);
  const facts = [
    fact('published', Math.min(rules.opens, session.createdAt + HOUR)),
    fact('registration_opened', rules.opens, once('opened', rules.opens)),
    fact('registration_closed', closes, once('closed', closes)),
    fact('went_live', rules.starts),
    fact('completed', rules.ends),
  ].filter(({ at }) => at < until && (rules.calledOffAt === null || at < rules.calledOffAt));
  return run.state === 'cancelled' && rules.calledOffAt !== null
    ? [...facts, fact('cancelled', rules.calledOffAt)]
    : facts;
};

/** Plans the whole demonstration for the day of `now`. The same day gives the same programme, whatever the hour. */
export const planProgramme = (now: Date): Programme => {
  const today = isoDay(now);
  const until = Date.parse(`${today}T00:00:00Z`);
  const runs = seatEveryone(today, until);
  const slugs = new Set<string>();
  const held = runs.map((run, index) => {
    const session = describeSession(run, index, slugs, today, until);
    const guests = run.seats.map((seat, i) => ({
      place: seat.place,
      entry: describeRegistration(seat, session, i, today),
    }));
    const idOf = new Map(guests.map(({ place, entry }) => [place, entry.documentId]));
    const ofGuests = run.happenings.map(({ type, at, place, data }): Fact => ({
      type,
      at,
      session: session.documentId,
      registration: idOf.get(place) ?? null,
      data,
      onceKey: null,
    }));
    return { session, guests, facts: [...sessionFacts(run, session, until), ...ofGuests] };
  });
  return {
    speakers: SPEAKERS.map((speaker) => describeSpeaker(speaker, runs, today, until)),
    topics: TOPICS.map((topic) => describeTopic(topic, today, until)),
    sessions: held.map(({ session }) => session),
    // In the order in which people registered, as a table grows that lives for a year.
    registrations: held
      .flatMap(({ guests }) => guests.map(({ entry }) => entry))
      .sort((a, b) => a.createdAt - b.createdAt || a.key.localeCompare(b.key)),
    facts: held.flatMap(({ facts }) => facts).sort((a, b) => a.at - b.at),
  };
};
