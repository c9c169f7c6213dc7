import type { Core } from '@strapi/strapi';
import { theApp } from './app';

/** Strapi's name for the composed application: `strapi.plugin('webinars').service('app')`. */
export const services = {
  app: ({ strapi }: { strapi: Core.Strapi }) => theApp(strapi),
};
