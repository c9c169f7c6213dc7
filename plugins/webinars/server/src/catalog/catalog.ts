import type { CatalogAnswer, CatalogQuery, Landing } from '../../../contracts/catalog';
import type { Locale } from '../kernel/text';
import { createBrowse, type CatalogDeps } from './browse';
import { createNumbers } from './numbers';
import { foldChanges, readPulse } from './queries';
import { createShowLanding } from './show-landing';

/** The programme as visitors see it. */
export type Catalog = {
  browse(query: CatalogQuery): Promise<CatalogAnswer>;
  landing(slugOrDocumentId: string, locale: Locale): Promise<Landing>;
  /** Differs whenever anything differs that the catalog shows, seats apart. */
  version(): Promise<string>;
  /** Keeps the count of changes short; the version stays what it is. */
  foldChanges(): Promise<void>;
};

export const createCatalog = (deps: CatalogDeps): Catalog => {
  const readNumbers = createNumbers(deps.database);
  return {
    browse: createBrowse(deps, readNumbers),
    landing: createShowLanding(deps, readNumbers),
    version: async () => (await readPulse(deps.database.read, [])).version,
    foldChanges: () => foldChanges(deps.database.read),
  };
};
