import fc from 'fast-check';
import { FACETS, type CatalogAnswer, type Facet } from '../../plugins/webinars/contracts/catalog';
import { aSession, aSpeaker, aTopic, clock, request, resetData, sql } from '../harness';

const NOW = new Date('2030-05-15T10:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

type Person = {
  documentId: string;
  consultantType: string;
  expertise: string[];
  industries: string[];
  experienceLevel: string;
  certifications: string[];
  isBookable: boolean;
};
type Shown = {
  slug: string;
  category: string;
  difficulty: string;
  tags: string[];
  language: string;
  sessionType: string;
  price: number;
  isPast: boolean;
  startsInDays: number;
  people: Person[];
};
type Query = Partial<Record<Facet, string | string[]>> & { timeframe?: string };

const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length]!;

// What the catalog ought to find, said a second time and as plainly as possible.
const asList = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
const sessionMeets: Partial<Record<Facet, (session: Shown, value: string) => boolean>> = {
  category: (session, value) => session.category === value,
  difficulty: (session, value) => session.difficulty === value,
  tag: (session, value) => session.tags.includes(value),
  language: (session, value) => session.language === value,
  sessionType: (session, value) => session.sessionType === value,
  price: (session, value) => (session.price === 0 ? 'free' : 'paid') === value,
  panelSize: ({ people }, value) =>
    (people.length <= 1 ? 'single' : people.length <= 3 ? 'small-panel' : 'large-panel') === value,
};
const personMeets: Partial<Record<Facet, (person: Person, values: string[]) => boolean>> = {
  speaker: (person, [id]) => person.documentId === id,
  consultantType: (person, [type]) => person.consultantType === type,
  expertise: (person, values) => values.some((value) => person.expertise.includes(value)),
  industry: (person, values) => values.some((value) => person.industries.includes(value)),
  experienceLevel: (person, [level]) => person.experienceLevel === level,
  certifications: (person, values) => values.every((value) => person.certifications.includes(value)),
  hasFollowUp: (person) => person.isBookable,
};
const inTime = (session: Shown, timeframe = 'all-upcoming') =>
  timeframe === 'past'
    ? session.isPast
    : !session.isPast &&
      (timeframe === 'all-upcoming' || session.startsInDays < (timeframe === 'this-week' ? 4.5 : 16.5));
const found = (sessions: Shown[], { timeframe, ...query }: Query) =>
  sessions.filter((session) => {
    if (!inTime(session, timeframe)) return false;
    const facets = Object.keys(query) as Facet[];
    const ofSession = facets.every((facet) => sessionMeets[facet]?.(session, asList(query[facet])[0]!) ?? true);
    const asked = facets.filter((facet) => facet in personMeets);
    return (
      ofSession &&
      (asked.length === 0 ||
        session.people.some((person) => asked.every((facet) => personMeets[facet]!(person, asList(query[facet])))))
    );
  });

const makeProgramme = async (): Promise<Shown[]> => {
  const people: Person[] = [];
  for (let n = 0; n < 6; n += 1) {
    const person = {
      consultantType: pick(['internal', 'external', 'partner'] as const, n),
      expertise: [pick(['lean', 'ai', 'law'], n), pick(['ai', 'data'], n)],
      industries: [pick(['auto', 'health'], n >> 1)],
      experienceLevel: pick(['junior', 'senior', 'expert'] as const, n >> 1),
      certifications: n % 2 ? ['pmp', 'cissp'] : n % 3 ? ['pmp'] : [],
      isBookable: n % 3 === 0,
    };
    const { certifications, isBookable, ...data } = person;
    const { documentId } = await aSpeaker({
      ...data,
      ...(isBookable && { bookingUrl: 'https://book.example.com' }),
      credentials: { certifications },
    });
    people.push({ documentId, ...person });
  }
  const topics = [];
  for (let n = 0; n < 5; n += 1) {
    const topic = {
      category: pick(['operations', 'data', 'people'], n),
      difficultyLevel: pick(['beginner', 'intermediate', 'advanced'] as const, n >> 1),
      tags: [pick(['a', 'b'], n), pick(['b', 'c', 'd'], n)].filter((tag, index, all) => all.indexOf(tag) === index),
    };
    topics.push({ ...topic, documentId: (await aTopic(topic)).documentId });
  }
  const sessions: Shown[] = [];
  for (let n = 0; n < 40; n += 1) {
    const topic = pick(topics, n);
    const cast = [
      ...new Set([
        pick(people, n),
        ...(n % 3 ? [] : [pick(people, n + 1), pick(people, n + 3), pick(people, n + 5)].slice(0, 1 + (n % 4))),
      ]),
    ];
    const startsInDays = (n * 7) % 40;
    const session = {
      slug: `s${n}`,
      language: pick(['en', 'de'] as const, n),
      sessionType: pick(['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'] as const, n),
      price: pick([0, 100, 200], n),
    };
    await aSession({
      ...session,
      topic: topic.documentId,
      speaker: cast[0]!.documentId,
      panelists: cast.slice(1).map(({ documentId }) => documentId),
      datetime: new Date(+NOW + (startsInDays + 0.1) * DAY).toISOString(),
    });
    const isPast = n % 5 === 4;
    if (isPast)
      await sql(`update sessions set state = 'completed', datetime = $2 where slug = $1`, [
        session.slug,
        new Date(+NOW - (n + 1) * DAY),
      ]);
    sessions.push({
      ...session,
      category: topic.category,
      difficulty: topic.difficultyLevel,
      tags: topic.tags,
      isPast,
      startsInDays,
      people: cast,
    });
  }
  return sessions;
};

describe('any combination of filters', () => {
  it('finds exactly the sessions it describes, and counts each value of each facet as choosing it would', async () => {
    await resetData();
    clock.set(NOW);
    const sessions = await makeProgramme();
    const ids = [...new Set(sessions.flatMap(({ people }) => people.map(({ documentId }) => documentId)))];

    const values: Record<Facet, string[]> = {
      category: ['operations', 'data', 'people'],
      difficulty: ['beginner', 'intermediate', 'advanced'],
      price: ['free', 'paid'],
      language: ['en', 'de'],
      sessionType: ['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'],
      panelSize: ['single', 'small-panel', 'large-panel'],
      tag: ['a', 'b', 'c', 'd'],
      speaker: ids,
      consultantType: ['internal', 'external', 'partner'],
      expertise: ['lean', 'ai', 'law', 'data'],
      industry: ['auto', 'health'],
      experienceLevel: ['junior', 'senior', 'expert'],
      certifications: ['pmp', 'cissp'],
      hasFollowUp: ['true'],
    };
    const one = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
    const some = (...values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined, freq: 2 });
    const manyOf = new Set<Facet>(['expertise', 'industry', 'certifications']);
    const queries = fc.record({
      timeframe: fc.constantFrom('all-upcoming', 'past', 'this-week', 'this-month'),
      ...Object.fromEntries(
        FACETS.map((facet) => [
          facet,
          manyOf.has(facet) ? some(...values[facet]) : one(...values[facet], ...(facet === 'category' ? ['none'] : [])),
        ]),
      ),
    });
    // Most random combinations find nothing: a few filters at a time say more.
    const sparse = fc.tuple(queries, fc.subarray([...FACETS], { maxLength: 3 })).map(([query, kept]) => {
      const chosen = Object.entries(query).filter(
        ([name, value]) => value !== undefined && (name === 'timeframe' || (kept as string[]).includes(name)),
      );
      return Object.fromEntries(chosen);
    });

    await fc.assert(
      fc.asyncProperty(sparse, async (query) => {
        const answer = await request.get('/api/webinars/catalog').query({ ...query, pageSize: 100 });
        expect(answer.status).toBe(200);
        const { data, meta } = answer.body as CatalogAnswer;
        const expected = found(sessions, query).map(({ slug }) => slug);
        expect(data.map(({ slug }) => slug).sort()).toEqual(expected.sort());
        expect(meta.pagination.total).toBe(expected.length);
        for (const facet of FACETS) {
          const counted = Object.fromEntries((meta.facets[facet] ?? []).map(({ value, count }) => [value, count]));
          const choices = values[facet].map(
            (value) => [value, found(sessions, { ...query, [facet]: value }).length] as const,
          );
          expect([query, facet, counted]).toEqual([
            query,
            facet,
            Object.fromEntries(choices.filter(([, count]) => count > 0)),
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
