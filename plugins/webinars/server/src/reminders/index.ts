export { createChangeReminder, foreseeMove, type ReminderDeps } from './change';
export { remindersConstraints } from './constraints';
export { createPlan, planJob, planReminders } from './plan';
export { createSendNow } from './send-now';
export { readSessionPlan } from './session-plan';
export { foreseeReminders, upcomingReminders } from './upcoming';
