import { DAY } from './calendar';
import { documentIdFor, type Attributes, type Entry } from './entry';
import { blocks, slugOf, summaryOf } from './letters';
import { createRandom } from './random';
import type { TopicWords } from './words/topics';

/** A topic in the languages it has been written in. */
export const describeTopic = (topic: TopicWords, today: string, until: number): Entry => {
  const random = createRandom(`${today} topic ${topic.key}`);
  const shared: Attributes = {
    category: topic.category,
    tags: topic.tags,
    difficultyLevel: topic.difficulty,
    defaultDuration: topic.duration,
    defaultPrice: topic.price,
    defaultCurrency: topic.currency,
    defaultCapacity: topic.capacity,
    thumbnailUrl: `/demo/topics/${topic.key}.svg`,
    promotionalImageUrl: `/demo/topics/${topic.key}-wide.svg`,
    odooProductId: topic.odooProductId ?? null,
    state: topic.state ?? 'active',
  };
  const versions = (['en', 'de'] as const).flatMap((locale) => {
    const title = topic.title[locale];
    if (title === undefined) return [];
    const description = topic.description[locale] ?? [];
    return {
      locale,
      attributes: {
        ...shared,
        title,
        slug: slugOf(title),
        description: blocks(description),
        learningObjectives: topic.objectives[locale] ?? [],
        prerequisites: topic.prerequisites[locale] ?? null,
        targetAudience: topic.audience[locale] ?? null,
        agenda: topic.agenda.map(([offset, text, speaker]) => ({
          offset,
          title: text[locale] ?? text.en,
          speaker: speaker ?? null,
        })),
        seo: {
          metaTitle: title.slice(0, 60),
          metaDescription: summaryOf(description),
          keywords: topic.keywords,
          image: `/demo/topics/${topic.key}-wide.svg`,
        },
      },
    };
  });
  const createdAt = until - random.between(360, 680) * DAY;
  return {
    key: topic.key,
    documentId: documentIdFor(`topic ${topic.key}`),
    createdAt,
    updatedAt: until - random.between(2, 60) * DAY,
    versions,
  };
};
