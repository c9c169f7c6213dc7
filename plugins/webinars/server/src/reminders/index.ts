export { remindersConstraints } from './constraints';
export { dueAt, windowOf, type Timing, type Window } from './due';
export { createPlan, planJob, planReminders } from './plan';
export { effectiveRules } from './rules';
export { upcomingReminders } from './upcoming';
