export { remindersConstraints } from './constraints';
export { createPlan, planJob, planReminders } from './plan';
export { foreseeReminders, upcomingReminders } from './upcoming';
