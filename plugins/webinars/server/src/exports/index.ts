export { exportsConstraints } from './constraints';
export { createExports, forgetExports, type Exports } from './exports';
export { exportsAdminRoutes } from './routes';
