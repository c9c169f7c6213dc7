import type { Core } from '@strapi/strapi';
import { theApp } from './app';

/** Runs before Strapi closes its database: the queue hands back what it had taken. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await theApp(strapi).stop();
};
