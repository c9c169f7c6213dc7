import { DAY } from './calendar';
import { blocks, slugOf } from './letters';
import { documentIdFor, type Entry } from './entry';
import { createRandom } from './random';
import { ORIGINS } from './words/people';
import { SPEAKERS } from './words/speakers';
import { TOPICS } from './words/topics';

const APPROACHES = [
  ['Introduction to', 'Einführung in'],
  ['Hands-on:', 'Zum Mitmachen:'],
  ['Lessons from', 'Lehren aus'],
  ['Five Questions about', 'Fünf Fragen zu'],
  ['Advanced', 'Vertiefung:'],
  ['The Business Case for', 'Der Nutzen von'],
  ['Common Mistakes in', 'Häufige Fehler bei'],
  ['A Road Map for', 'Ein Fahrplan für'],
] as const;

const subjects = TOPICS.flatMap((topic) => topic.tags.map((tag) => ({ tag, topic })));

/** As many topics as wished; text search, categories and filters find in them what they would find in real ones. */
export const bulkTopics = (count: number, run: string, now: Date): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const random = createRandom(`${run} topic ${index}`);
    const { tag, topic } = random.pick(subjects);
    const approach = random.pick(APPROACHES);
    const createdAt = now.getTime() - random.between(30, 900) * DAY;
    const versions = (['en', 'de'] as const).map((locale, which) => {
      const title = `${approach[which]} ${tag} ${index + 1}`;
      return {
        locale,
        attributes: {
          title,
          slug: `${slugOf(title)}-${run}`,
          description: blocks(topic.description[locale] ?? topic.description.en),
          learningObjectives: topic.objectives[locale] ?? topic.objectives.en,
          prerequisites: topic.prerequisites[locale] ?? null,
          targetAudience: topic.audience[locale] ?? null,
          category: topic.category,
          tags: [
            tag,
            ...random.sample(
              topic.tags.filter((other) => other !== tag),
              2,
            ),
          ],
          difficultyLevel: topic.difficulty,
          defaultDuration: topic.duration,
          defaultPrice: topic.price,
          defaultCurrency: 'EUR',
          defaultCapacity: topic.capacity,
          thumbnailUrl: `/demo/topics/${topic.key}.svg`,
          promotionalImageUrl: `/demo/topics/${topic.key}-wide.svg`,
          state: 'active',
        },
      };
    });
    return {
      key: `${run}-${index}`,
      documentId: documentIdFor(`${run} topic ${index}`),
      createdAt,
      updatedAt: createdAt,
      versions,
    };
  });

/** As many speakers as wished, each with a profile that filters can tell from the others. */
export const bulkSpeakers = (count: number, run: string, now: Date): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const random = createRandom(`${run} speaker ${index}`);
    const origin = random.pick(ORIGINS);
    const model = random.pick(SPEAKERS);
    const firstName = random.pick(origin.first);
    const lastName = random.pick(origin.last);
    const slug = `${slugOf(`${firstName} ${lastName}`)}-${index + 1}-${run}`;
    const consultantType = random.pick(['internal', 'external', 'partner'] as const);
    const createdAt = now.getTime() - random.between(30, 900) * DAY;
    const versions = (['en', 'de'] as const).map((locale) => ({
      locale,
      attributes: {
        firstName,
        lastName,
        slug,
        email: `${slug}@magnetiq.example`,
        biography: blocks(model.biography[locale]),
        position: model.position[locale],
        company: consultantType === 'internal' ? 'Magnetiq' : model.company,
        expertise: random.sample(
          SPEAKERS.flatMap((speaker) => speaker.expertise),
          4,
        ),
        industries: model.industries,
        experienceLevel: random.pick(['junior', 'senior', 'expert']),
        photoUrl: `/demo/speakers/${model.key}.svg`,
        bookingUrl: random.chance(0.6) ? `https://www.magnetiq.example/book/${slug}` : null,
        isInternal: consultantType === 'internal',
        consultantType,
        credentials: {
          certifications: model.certifications,
          education: model.education,
          publications: [],
          speakingExperience: random.between(1, 20),
        },
        performance: {
          totalWebinars: 0,
          averageRating: 0,
          attendeeCount: 0,
          engagementRate: 0,
          conversionRate: 0,
          repeatBookings: 0,
        },
        isActive: true,
        availabilityStatus: random.pick(['available', 'available', 'busy', 'unavailable']),
      },
    }));
    // Shared attributes are drawn once per language above, so the second language takes the first one's.
    const [first, second] = versions;
    if (first && second) {
      const { expertise, experienceLevel, bookingUrl, credentials, availabilityStatus } = first.attributes;
      Object.assign(second.attributes, { expertise, experienceLevel, bookingUrl, credentials, availabilityStatus });
    }
    return {
      key: `${run}-${index}`,
      documentId: documentIdFor(`${run} speaker ${index}`),
      createdAt,
      updatedAt: createdAt,
      versions,
    };
  });
