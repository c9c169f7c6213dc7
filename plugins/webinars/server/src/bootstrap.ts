import type { Core } from '@strapi/strapi';
import { theApp } from './app';
import { configureContentManager, prepareFirstStart, prepareRoles } from './content';
import { permissions } from './permissions';
import { roles } from './roles';

/** After Strapi has loaded: what an administrator may be allowed to do, then the workers and the heartbeat. */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany(permissions);
  prepareRoles(strapi, roles);
  await prepareFirstStart(strapi);
  await configureContentManager(strapi);
  await theApp(strapi).start();
};
