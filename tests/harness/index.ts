export { anEditor } from './an-editor';
export { aForm, aSession, aSpeaker, aTopic } from './builders';
export { cutConnections } from './cut-connections';
export { beat, drainJobs } from './drain-jobs';
export { newAddress, request, requestsTo } from './request';
export { resetData } from './reset-data';
export { startServer, stopAllServers, stopServer, type Server } from './servers';
export { sql } from './sql';
export { until } from './until';
export { app, clock, odoo, smtp, strapi, world } from './world';

import { world } from './world';

/** The address of a new database that has been booted once and holds no content. Dropped at the end of the run. */
export const freshDatabase = world.freshDatabase;

/** The address of a new database with nothing in it. Dropped at the end of the run. */
export const emptyDatabase = world.emptyDatabase;
