export { overviewConstraints } from './constraints';
export { createReadOverview } from './read-overview';
export { overviewAdminRoutes } from './routes';
