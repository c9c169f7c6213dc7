export { createBulk, type Bulk } from './bulk';
export { bulkConstraints } from './constraints';
export { bulkAdminRoutes } from './routes';
export { bulkJob, createWork } from './work';
