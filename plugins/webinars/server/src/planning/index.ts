export { planningConstraints } from './constraints';
export { createSessionDocuments } from './documents';
export { createPlanning, type Planning } from './planning';
export { planningAdminRoutes } from './routes';
