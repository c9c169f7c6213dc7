export type { OdooAccess } from './client';
export { odooConstraints } from './constraints';
export { createOdoo } from './odoo';
export { odooAdminRoutes, type OdooDoors } from './routes';
export { readSettings as readOdooSettings, saveSettings as saveOdooSettings } from './settings';
export { createSweep as createOdooSweep } from './sweep';
