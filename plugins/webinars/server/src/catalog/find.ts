import { FACETS, type Facet, type Facets } from '../../../contracts/catalog';
import { priceNow } from '../sessions';
import { countsFor, failsOneAtMost, judge, TRAITS, type Filters, type Traits } from './judge';
import { inOrder, type FoundSession, type Weights } from './order';
import type { PersonEntry, Programme, SessionEntry } from './programme';

export type Found = { ids: number[]; facets: Facets };

type Counts = Map<string, number>;
const add = (counts: Counts, value: string | null | undefined, by = 1) => {
  if (value) counts.set(value, (counts.get(value) ?? 0) + by);
};
const countsOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as Record<Name, Counts>;

/** Counts places of a list: topics and casts are far fewer than sessions, and are spelt out as values only at the end. */
const createTally = (places: number) => {
  const counts = new Int32Array(places);
  return {
    add(place: number) {
      counts[place] = (counts[place] ?? 0) + 1;
    },
    counted: () => [...counts.entries()].filter(([, count]) => count > 0),
  };
};

const TOPIC_FACETS = ['category', 'difficulty', 'tag'] as const;

const personValues: Partial<Record<Facet, (person: PersonEntry) => readonly (string | null)[]>> = {
  speaker: ({ documentId }) => [documentId],
  consultantType: ({ consultantType }) => [consultantType],
  experienceLevel: ({ experienceLevel }) => [experienceLevel],
  expertise: ({ expertise }) => expertise,
  industry: ({ industries }) => industries,
  certifications: ({ certifications }) => certifications,
  hasFollowUp: ({ isBookable }) => (isBookable ? ['true'] : []),
};

const priceAt = ({ price, earlyBirdPrice, earlyBirdEndsAt }: SessionEntry, now: Date): number =>
  earlyBirdPrice === null || earlyBirdEndsAt === null
    ? price
    : priceNow({ price, earlyBirdPrice, earlyBirdEndsAt: new Date(earlyBirdEndsAt) }, now);

const MOST_VALUES = 100;

const facetOf = (counts: Counts, labels?: ReadonlyMap<string, string>): Facets[Facet] =>
  [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([value, count]) => (labels ? { value, label: labels.get(value) ?? value, count } : { value, count }));

/**
 * Finds which of the `candidates`, which stand by date, the filters describe, in the order asked for; and counts what each value of each
 * facet would find if it were chosen. One pass over the sessions, whatever is asked.
 */
export const find = (
  programme: Programme,
  candidates: readonly SessionEntry[],
  filters: Filters,
  weights: Weights,
  now: Date,
): Found => {
  const { topics, people, casts } = programme;
  const judged = judge(programme, filters, weights.averages);
  const found: FoundSession[] = [];
  const byCast = createTally(casts.length);
  const byTopic = TOPIC_FACETS.map((facet) => ({ facet, tally: createTally(topics.length) }));
  const counts = countsOf(FACETS);

  for (const session of candidates) {
    const price = priceAt(session, now);
    const traits: Traits = judged.traitsOf(session, price);
    const failed = judged.failed(session, traits);
    if (failed === 0) byCast.add(session.cast);
    if (!failsOneAtMost(failed) || !judged.isCast(session)) continue;
    if (failed === 0) found.push({ session, price });
    for (const facet of TRAITS) if (countsFor(failed, facet)) add(counts[facet], traits[facet]);
    if (session.topic === null) continue;
    for (const { facet, tally } of byTopic) if (countsFor(failed, facet)) tally.add(session.topic);
  }

  for (const { facet, tally } of byTopic) {
    for (const [place, count] of tally.counted()) {
      const topic = topics[place];
      for (const value of facet === 'tag' ? (topic?.tags ?? []) : [topic?.[facet]]) add(counts[facet], value, count);
    }
  }
  for (const facet of FACETS) {
    const valuesOf = personValues[facet];
    if (!valuesOf) continue;
    const values = people.map((person, place) =>
      countsFor(judged.failedByPerson[place] ?? 0, facet) ? valuesOf(person) : [],
    );
    // A session with two people of one value is one session.
    for (const [place, count] of byCast.counted()) {
      const ofCast = new Set(casts[place]?.flatMap((person) => values[person] ?? []));
      for (const value of ofCast) add(counts[facet], value, count);
    }
  }

  const names = new Map(people.map(({ documentId, name }) => [documentId, name]));
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, facetOf(counts[facet], facet === 'speaker' ? names : undefined)]),
  ) as Facets;
  return { ids: inOrder(found, filters, programme, weights), facets };
};
