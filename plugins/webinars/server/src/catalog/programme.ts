import type { Sql } from '../kernel/database';
import { CERTIFICATIONS, IS_BOOKABLE } from './filters';
import { ask, raw, sql } from './fragment';
import { ON_STAGE } from './queries';

/** A topic as far as sessions are found by it. */
export type TopicEntry = { category: string | null; difficulty: string | null; tags: readonly string[] };

/** A person as far as sessions are found by the people on their stage. */
export type PersonEntry = {
  documentId: string;
  slugs: readonly string[];
  name: string;
  consultantType: string | null;
  experienceLevel: string | null;
  expertise: readonly string[];
  industries: readonly string[];
  certifications: readonly string[];
  isBookable: boolean;
};

/** A session as far as it is found: topic and cast by their place in the programme's lists. */
export type SessionEntry = {
  id: number;
  startsAt: number;
  endsAt: number;
  isCompleted: boolean;
  language: string;
  sessionType: string;
  price: number;
  earlyBirdPrice: number | null;
  earlyBirdEndsAt: number | null;
  topic: number | null;
  cast: number;
};

/** All that the public can find, by date: small enough to be kept, so that no combination of filters asks the database again. */
export type Programme = {
  topics: readonly TopicEntry[];
  people: readonly PersonEntry[];
  /** Who is on stage together, the speaker first: sessions of the same people share one cast. */
  casts: readonly (readonly number[])[];
  sessions: readonly SessionEntry[];
};

type Packed = {
  topics: [id: number, category: string | null, difficulty: string | null, tags: unknown][] | null;
  people:
    | [
        id: number,
        documentId: string,
        slug: string | null,
        name: string,
        consultantType: string | null,
        experienceLevel: string | null,
        expertise: unknown,
        industries: unknown,
        certifications: unknown,
        isBookable: boolean | null,
      ][]
    | null;
  sessions:
    | [
        id: number,
        startsAt: number,
        duration: number,
        isCompleted: boolean,
        language: string,
        sessionType: string | null,
        price: number | null,
        earlyBirdPrice: number | null,
        earlyBirdEndsAt: number | null,
        topicId: number | null,
        people: number[] | null,
      ][]
    | null;
};

const MINUTE = 60_000;
const EPOCH = (column: string) => raw(`(extract(epoch from ${column}) * 1000)::bigint`);

const distinct = (list: unknown): string[] =>
  Array.isArray(list)
    ? [...new Set(list.filter((entry): entry is string => typeof entry === 'string' && entry !== ''))]
    : [];

/** Spells a packed programme out. Strapi keeps one row per language: a person is found by the slug of any of them. */
export const unpack = ({ topics, people, sessions }: Packed): Programme => {
  const topicAt = new Map((topics ?? []).map(([id], place) => [id, place]));
  const personAt = new Map((people ?? []).map(([id], place) => [id, place]));
  const slugs = new Map<string, string[]>();
  for (const [, documentId, slug] of people ?? []) {
    if (slug) slugs.set(documentId, [...(slugs.get(documentId) ?? []), slug]);
  }
  const casts: number[][] = [];
  const castAt = new Map<string, number>();
  const castOf = (ids: readonly number[]): number => {
    const places = [...new Set(ids.flatMap((id) => personAt.get(id) ?? []))];
    const key = places.join();
    const known = castAt.get(key);
    if (known !== undefined) return known;
    castAt.set(key, casts.length);
    return casts.push(places) - 1;
  };

  return {
    topics: (topics ?? []).map(([, category, difficulty, tags]) => ({ category, difficulty, tags: distinct(tags) })),
    people: (people ?? []).map(
      ([, documentId, , name, consultantType, experienceLevel, expertise, industries, certifications, isBookable]) => ({
        documentId,
        slugs: slugs.get(documentId) ?? [],
        name,
        consultantType,
        experienceLevel,
        expertise: distinct(expertise),
        industries: distinct(industries),
        certifications: distinct(certifications),
        isBookable: isBookable === true,
      }),
    ),
    sessions: (sessions ?? []).map(
      ([
        id,
        startsAt,
        duration,
        isCompleted,
        language,
        sessionType,
        price,
        earlyBirdPrice,
        earlyBirdEndsAt,
        topicId,
        cast,
      ]) => ({
        id,
        startsAt,
        endsAt: startsAt + duration * MINUTE,
        isCompleted,
        language,
        sessionType: sessionType ?? 'single-speaker',
        price: price ?? 0,
        earlyBirdPrice,
        earlyBirdEndsAt,
        topic: topicId === null ? null : (topicAt.get(topicId) ?? null),
        cast: castOf(cast ?? []),
      }),
    ),
    casts,
  };
};

/** Reads the programme with one statement, packed in arrays: 10,000 sessions are a megabyte. */
export const readProgramme = async (database: Sql): Promise<Programme> => {
  const [packed] = await ask<Packed>(
    database,
    sql`select
      (select json_agg(json_build_array(t.id, t.category, t.difficulty_level, t.tags)) from topics t) as topics,
      (select json_agg(json_build_array(p.id, p.document_id, p.slug, concat_ws(' ', p.first_name, p.last_name), p.consultant_type,
                p.experience_level, p.expertise, p.industries, ${CERTIFICATIONS}, ${IS_BOOKABLE})) from speakers p) as people,
      (select json_agg(json_build_array(s.id, ${EPOCH('s.datetime')}, s.duration, s.state = 'completed', s.language, s.session_type, s.price,
                s.early_bird_price, ${EPOCH('s.early_bird_ends_at')}, l.topic_id, stage.people) order by s.datetime, s.id)
         from sessions s
         left join sessions_topic_lnk l on l.session_id = s.id
         left join (select session_id, array_agg(speaker_id order by part, place) as people from (${raw(ON_STAGE)}) g group by session_id) stage
           on stage.session_id = s.id
        where s.state in ('published', 'live', 'completed')) as sessions`,
  );
  return unpack(packed ?? { topics: null, people: null, sessions: null });
};
