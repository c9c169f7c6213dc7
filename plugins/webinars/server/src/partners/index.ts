export { partnersConstraints } from './constraints';
export { createMarker, writeMarks, writeNewMarks, type Mark, type MarkSubscription } from './marks';
export { checkJob, createPartners, reconcileJob, type Partners } from './partners';
export type { FoundDifference, KnownPartner, Link, Outcome, Outcomes, Partner, Planned, Sent } from './partner';
export { partnerAdminRoutes } from './routes';
export type { Watch } from './worker';
