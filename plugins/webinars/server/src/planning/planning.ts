import type { ConflictsRequest } from '../../../contracts/planning';
import type { Locale } from '../kernel/text';
import { createChanges } from './change';
import { findConflictsOf } from './find-conflicts';
import { createLooks } from './look';
import type { Deps } from './ports';
import { findSpeakers, findTopics, readCategories } from './queries';

/** All that can be seen and done about sessions as a whole, bound once. */
export const createPlanning = (deps: Deps) => {
  const looks = createLooks(deps);
  return {
    looks,
    changes: createChanges(deps, looks),
    conflicts: async (asked: ConflictsRequest) =>
      findConflictsOf(deps.database.read, asked, await deps.conflictRules()),
    choices: {
      topics: (search: string, locale: Locale) => findTopics(deps.database.read, search, locale),
      speakers: (search: string) => findSpeakers(deps.database.read, search),
      categories: () => readCategories(deps.database.read),
    },
  };
};

export type Planning = ReturnType<typeof createPlanning>;
