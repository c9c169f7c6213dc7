import { FACETS, type CatalogQuery, type Facet } from '../../../contracts/catalog';
import { panelSizeOf } from './filters';
import type { PersonEntry, Programme, SessionEntry, TopicEntry } from './programme';
import type { Timeframe } from './timeframe';

/** The filters of a query, without what only says how to show what they find. */
export type Filters = Omit<CatalogQuery, 'page' | 'pageSize' | 'locale'>;

/** What a session is beside its topic and its people, spelt as facets are. */
export const TRAITS = ['language', 'sessionType', 'price', 'panelSize'] as const;
export type Traits = Record<(typeof TRAITS)[number], string>;

/** Sessions of a time frame, by date. */
export const sessionsIn = (programme: Programme, { isPast, startsBefore }: Timeframe, now: Date): SessionEntry[] => {
  const at = now.getTime();
  return programme.sessions.filter(({ startsAt, endsAt, isCompleted }) =>
    isPast
      ? startsAt <= at && (isCompleted || endsAt <= at)
      : !isCompleted && endsAt > at && (startsBefore === null || startsAt < startsBefore.getTime()),
  );
};

/** One filter as a question to a row, under the facet of its name. */
type Test<Row> = readonly [facet: Facet, meets: (row: Row) => boolean];

const asked = <Row>(tests: readonly (Test<Row> | false | undefined | '')[]): Test<Row>[] =>
  tests.filter((test): test is Test<Row> => Boolean(test));

const testsOfTopics = ({ category, difficulty, tag }: Filters): Test<TopicEntry | null>[] =>
  asked<TopicEntry | null>([
    category && ['category', (topic) => topic?.category === category],
    difficulty && ['difficulty', (topic) => topic?.difficulty === difficulty],
    tag && ['tag', (topic) => topic?.tags.includes(tag) ?? false],
  ]);

const testsOfPeople = (filters: Filters): Test<PersonEntry>[] => {
  const { speaker, consultantType, experienceLevel, expertise, industry, certifications } = filters;
  return asked<PersonEntry>([
    speaker && ['speaker', ({ documentId, slugs }) => documentId === speaker || slugs.includes(speaker)],
    consultantType && ['consultantType', (person) => person.consultantType === consultantType],
    experienceLevel && ['experienceLevel', (person) => person.experienceLevel === experienceLevel],
    expertise && ['expertise', (person) => expertise.some((field) => person.expertise.includes(field))],
    industry && ['industry', (person) => industry.some((name) => person.industries.includes(name))],
    certifications && [
      'certifications',
      (person) => certifications.every((name) => person.certifications.includes(name)),
    ],
    filters.hasFollowUp && ['hasFollowUp', (person) => person.isBookable],
  ]);
};

const BIT = Object.fromEntries(FACETS.map((facet, place) => [facet, 1 << place])) as Record<Facet, number>;
/** Fails for good: no facet's own filter excuses it. */
const OUT = 1 << FACETS.length;

const failures = <Row>(tests: readonly Test<Row>[], row: Row): number =>
  tests.reduce((failed, [facet, meets]) => (meets(row) ? failed : failed | BIT[facet]), 0);

/** Whether a row fails no filter, or none but the one of a facet: then the facet counts it. */
export const countsFor = (failed: number, facet: Facet): boolean => (failed & ~BIT[facet]) === 0;

/** Whether a row fails one filter at most: the others are counted nowhere. */
export const failsOneAtMost = (failed: number): boolean => (failed & (failed - 1)) === 0;

/**
 * What the filters say of the programme, as numbers with one bit for each filter that a row fails. Topics, people and casts are judged once
 * each, however many sessions share them. Who is asked for must be one person on the stage who is all of it.
 */
export const judge = (programme: Programme, filters: Filters, averages: ReadonlyMap<string, number>) => {
  const { topics, people, casts } = programme;
  const lowest = filters.minRating ?? 0;

  const ofTopics = testsOfTopics(filters);
  const failedByTopic = topics.map((topic) => failures(ofTopics, topic));
  const failedWithoutTopic = failures(ofTopics, null);

  const ofPeople = testsOfPeople(filters);
  const failedByPerson = people.map((person) =>
    (averages.get(person.documentId) ?? 0) >= lowest ? failures(ofPeople, person) : OUT,
  );
  const asksForPeople = ofPeople.length > 0 || lowest > 0;
  const isCast = casts.map((cast) => !asksForPeople || cast.some((person) => failedByPerson[person] === 0));
  const sizes = casts.map((cast) => panelSizeOf(cast.length));

  return {
    failedByPerson,
    /** Whether the filters for people find somebody on this session's stage. */
    isCast: (session: SessionEntry): boolean => isCast[session.cast] ?? false,
    traitsOf: (session: SessionEntry, price: number): Traits => ({
      language: session.language,
      sessionType: session.sessionType,
      price: price === 0 ? 'free' : 'paid',
      panelSize: sizes[session.cast] ?? 'single',
    }),
    failed(session: SessionEntry, traits: Traits): number {
      let failed = session.topic === null ? failedWithoutTopic : (failedByTopic[session.topic] ?? 0);
      for (const facet of TRAITS) if (filters[facet] && filters[facet] !== traits[facet]) failed |= BIT[facet];
      return failed;
    },
  };
};
