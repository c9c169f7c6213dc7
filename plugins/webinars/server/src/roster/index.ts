export { rosterConstraints } from './constraints';
export { whereOf, type Where } from './where';
