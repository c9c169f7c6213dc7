export { createActs } from './act';
export { rosterConstraints } from './constraints';
export { readChoices } from './read-choices';
export { readDetail } from './read-detail';
export { readPage } from './read-page';
export { rosterAdminRoutes, type RosterDoors } from './routes';
export { createViews } from './views';
