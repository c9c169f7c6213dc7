export { createReadPeople } from './read-people';
export { peopleAdminRoutes, type PeopleDoors } from './routes';
