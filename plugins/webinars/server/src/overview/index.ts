export { overviewConstraints } from './constraints';
export { createReadActivity } from './read-activity';
export { createReadOverview } from './read-overview';
export { createReadPeriod } from './read-period';
export { foldRegistrationSums, recountRegistrations, sumDaysIn, wrongDays } from './registration-sums';
export { overviewAdminRoutes, type OverviewDoors } from './routes';
export { createViewCounter } from './views';
