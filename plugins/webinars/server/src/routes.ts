import type { Core } from '@strapi/strapi';
import { theApp } from './app';
import { historyAdminRoutes } from './audit';
import { bulkAdminRoutes } from './bulk';
import { calendarRoutes } from './calendar';
import { catalogRoutes } from './catalog';
import { intakeAdminRoutes } from './intake';
import { exportsAdminRoutes } from './exports';
import { consentsAdminRoutes } from './consents';
import { openApiRoutes } from './openapi';
import { bounceRoutes, mailAdminRoutes, preferencesRoutes } from './mail';
import { messageAdminRoutes } from './messages';
import { overviewAdminRoutes } from './overview';
import { odooAdminRoutes } from './odoo';
import { partnerAdminRoutes } from './partners';
import { runSheetAdminRoutes } from './run-sheet';
import { cartRoutes } from './carts';
import { peopleAdminRoutes } from './people';
import { rosterAdminRoutes } from './roster';
import { checksAdminRoutes } from './ops';
import { planningAdminRoutes } from './planning';
import { queueAdminRoutes } from './queue';
import { programmeAdminRoutes } from './programme';
import { registrationAdminRoutes, registrationRoutes } from './registration';

// Strapi reads routes as data, before the application is composed; a handler asks for it when it is called.
declare const strapi: Core.Strapi;

const calendar = () => theApp(strapi).calendarController;
const catalog = () => theApp(strapi).catalogController;
const registration = () => theApp(strapi).registrationController;
const preferences = () => theApp(strapi).preferencesController;
const carts = () => theApp(strapi).cartController;
const bounces = () => theApp(strapi).bounceController;
const overview = () => theApp(strapi).overview;
const mailAdmin = () => theApp(strapi).mailAdminController;
const partners = () => theApp(strapi).partners;
const odoo = () => theApp(strapi).odooDoors;
const planning = () => theApp(strapi).planning;
const queue = () => theApp(strapi).queueDoors;
const checks = () => theApp(strapi).checkDoors;
const consents = () => theApp(strapi).consents;
const programme = () => theApp(strapi).programme;
const messages = () => theApp(strapi).messageDoors;
const runSheet = () => theApp(strapi).runSheetDoors;
const history = () => theApp(strapi).historyDoors;
const people = () => theApp(strapi).peopleDoors;
const intake = () => theApp(strapi).intakeDoors;
const bulk = () => theApp(strapi).bulk;
const exportDoors = () => theApp(strapi).exports;
const roster = () => theApp(strapi).rosterDoors;

export const routes = {
  public: {
    type: 'content-api',
    routes: [
      ...catalogRoutes(catalog),
      ...calendarRoutes(calendar),
      ...registrationRoutes(registration),
      ...preferencesRoutes(preferences),
      ...cartRoutes(carts),
      ...bounceRoutes(bounces),
      ...openApiRoutes,
    ],
  },
  admin: {
    type: 'admin',
    // Of its own: under /webinars stand the public pages, and a session may be called anything.
    prefix: '/webinars-admin',
    routes: [
      ...registrationAdminRoutes(registration),
      ...rosterAdminRoutes(roster),
      ...intakeAdminRoutes(intake),
      ...bulkAdminRoutes(bulk),
      ...exportsAdminRoutes(exportDoors),
      ...overviewAdminRoutes(overview),
      ...mailAdminRoutes(mailAdmin),
      ...messageAdminRoutes(messages),
      ...planningAdminRoutes(planning),
      ...programmeAdminRoutes(programme),
      ...consentsAdminRoutes(consents),
      ...queueAdminRoutes(queue),
      ...checksAdminRoutes(checks),
      ...odooAdminRoutes(odoo),
      ...partnerAdminRoutes(partners),
      ...runSheetAdminRoutes(runSheet),
      ...peopleAdminRoutes(people),
      ...historyAdminRoutes(history),
    ],
  },
};
