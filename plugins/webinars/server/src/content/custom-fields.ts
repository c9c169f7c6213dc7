import type { Core } from '@strapi/strapi';

// Strapi gives JSON a whole row otherwise.
const inputSize = { default: 6, isResizable: true } as const;

/** The plugin's own inputs: a list of short texts, stored as JSON, and the address of a picture. */
export const registerCustomFields = (strapi: Core.Strapi): void => {
  strapi.customFields.register([
    { name: 'list', plugin: 'webinars', type: 'json', inputSize },
    { name: 'image', plugin: 'webinars', type: 'string', inputSize },
  ]);
};
