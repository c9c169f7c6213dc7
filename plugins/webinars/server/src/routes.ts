import type { Core } from '@strapi/strapi';
import { theApp } from './app';
import { catalogRoutes } from './catalog';
import { openApiRoutes } from './openapi';
import { overviewAdminRoutes } from './overview';
import { cartRoutes } from './carts';
import { preferencesRoutes } from './mail';
import { registrationAdminRoutes, registrationRoutes } from './registration';

// Strapi reads routes as data, before the application is composed; a handler asks for it when it is called.
declare const strapi: Core.Strapi;

const catalog = () => theApp(strapi).catalogController;
const registration = () => theApp(strapi).registrationController;
const preferences = () => theApp(strapi).preferencesController;
const carts = () => theApp(strapi).cartController;

export const routes = {
  public: {
    type: 'content-api',
    routes: [
      ...catalogRoutes(catalog),
      ...registrationRoutes(registration),
      ...preferencesRoutes(preferences),
      ...cartRoutes(carts),
      ...openApiRoutes,
    ],
  },
  admin: {
    type: 'admin',
    routes: [...registrationAdminRoutes(registration), ...overviewAdminRoutes(() => theApp(strapi).overview)],
  },
};
