export { runSheetConstraints } from './constraints';
export { createRunSheetDoors } from './doors';
export { runSheetAdminRoutes, type RunSheetDoors } from './routes';
