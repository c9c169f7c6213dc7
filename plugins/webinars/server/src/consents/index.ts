export { createConsents, type Consents } from './consents';
export { consentsConstraints } from './constraints';
export { consentsAdminRoutes } from './routes';
export type { Wording } from './versions';
