import type { Core } from '@strapi/strapi';
import { theApp } from './app';
import { calendarRoutes } from './calendar';
import { catalogRoutes } from './catalog';
import { openApiRoutes } from './openapi';
import { overviewAdminRoutes } from './overview';
import { cartRoutes } from './carts';
import { registrationAdminRoutes, registrationRoutes } from './registration';

// Strapi reads routes as data, before the application is composed; a handler asks for it when it is called.
declare const strapi: Core.Strapi;

const calendar = () => theApp(strapi).calendarController;
const catalog = () => theApp(strapi).catalogController;
const registration = () => theApp(strapi).registrationController;
const carts = () => theApp(strapi).cartController;

export const routes = {
  public: {
    type: 'content-api',
    routes: [
      ...catalogRoutes(catalog),
      ...calendarRoutes(calendar),
      ...registrationRoutes(registration),
      ...cartRoutes(carts),
      ...openApiRoutes,
    ],
  },
  admin: {
    type: 'admin',
    routes: [...registrationAdminRoutes(registration), ...overviewAdminRoutes(() => theApp(strapi).overview)],
  },
};
