export { createChangeReminder, type Change, type ReminderDeps, type Seen } from './change';
export { remindersConstraints } from './constraints';
export { createPlan, planJob, planReminders } from './plan';
export { createSendNow } from './send-now';
export { readSessionPlan, type CountedReminder } from './session-plan';
export { upcomingReminders } from './upcoming';
