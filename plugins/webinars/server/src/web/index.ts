export { createPages, pageRoutes, type Pages } from './routes';
