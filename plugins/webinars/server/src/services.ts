import type { Core } from '@strapi/strapi';
import { theApp } from './app';
import { createDocument } from './openapi';

/** Strapi's name for the composed application: `strapi.plugin('webinars').service('app')`. */
export const services = {
  app: ({ strapi }: { strapi: Core.Strapi }) => theApp(strapi),
  /** The description of our endpoints; `npm run openapi` writes it down without starting anything. */
  openapi: () => ({ createDocument }),
};
