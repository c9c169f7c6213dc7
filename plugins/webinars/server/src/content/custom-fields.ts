import type { Core } from '@strapi/strapi';

/** The plugin's own inputs: a list of short texts, stored as JSON, and the address of a picture. */
export const registerCustomFields = (strapi: Core.Strapi): void => {
  strapi.customFields.register([
    { name: 'list', plugin: 'webinars', type: 'json' },
    { name: 'image', plugin: 'webinars', type: 'string' },
  ]);
};
