export type { CatalogDeps } from './browse';
export { createCatalog, type Catalog } from './catalog';
export { catalogConstraints } from './constraints';
export { createCatalogController } from './controller';
export { catalogRoutes } from './routes';
