export { remindersConstraints } from './constraints';
export { createPlan, planJob, planReminders } from './plan';
export { upcomingReminders } from './upcoming';
