export { addLinks } from './add-links';
export { createCalendar, type Calendar } from './calendar';
export { calendarConstraints } from './constraints';
export { createCalendarController } from './controller';
export type { PartAsk } from './parts';
export { calendarRoutes } from './routes';
