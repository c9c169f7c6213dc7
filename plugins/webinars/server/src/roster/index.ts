export { createActs } from './act';
export { rosterConstraints } from './constraints';
export { countChosen, readChosenIds, readChosenRows } from './read-all';
export { readChoices } from './read-choices';
export { readDetail } from './read-detail';
export { readPage } from './read-page';
export { rosterAdminRoutes, type RosterDoors } from './routes';
export { createViews } from './views';
export { chosen } from './where';
