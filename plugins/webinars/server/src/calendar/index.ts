export { addLinks, type Addable, type AddLinks } from './add-links';
export { joinPage, sessionPage } from './addresses';
export { createCalendar, type Calendar } from './calendar';
export { calendarConstraints } from './constraints';
export { createCalendarController } from './controller';
export type { Party } from './event';
export { calendarParts, type PartAsk } from './parts';
export { calendarRoutes } from './routes';
