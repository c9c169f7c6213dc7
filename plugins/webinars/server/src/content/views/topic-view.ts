import type { View } from './view';

export const topicView: View = {
  mainField: 'title',
  sort: { by: 'title', order: 'ASC' },
  columns: ['title', 'category', 'difficultyLevel', 'state', 'updatedAt'],
  rows: [
    { title: 8, state: 4 },
    { slug: 8, category: 4 },
    { description: 12 },
    { learningObjectives: 6, tags: 6 },
    { targetAudience: 6, prerequisites: 6 },
    { agenda: 12 },
    { difficultyLevel: 4, defaultDuration: 4, defaultCapacity: 4 },
    { defaultPrice: 6, defaultCurrency: 6 },
    { thumbnailUrl: 6, promotionalImageUrl: 6 },
    { seo: 12 },
  ],
};
