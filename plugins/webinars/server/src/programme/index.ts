export { programmeConstraints } from './constraints';
export { lastMorning, weekBefore } from './instants';
export { createProgramme, type Programme } from './programme';
export { formDefaults, withDefaults } from './new-session';
export { programmeAdminRoutes } from './routes';
export { managerIn, PROGRAMME_KEY, type CurrentManager } from './settings';
