export { jobsConstraints } from './constraints';
export { createEventLog, type EventPayload, type Subscription } from './event-log';
export { startHeartbeat, type Beat } from './heartbeat';
export type { Job } from './job';
export { releaseAbandonedJobs } from './presence';
export {
  addJobs,
  deadLetters,
  discardDeadLetters,
  newJob,
  replayDeadLetters,
  type DeadLetter,
  type Log,
} from './queue';
export { runLanes, type Lanes, type Pass } from './run-lanes';
export { migrateQueue, startWorkers, type Handlers } from './workers';
