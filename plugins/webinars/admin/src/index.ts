import type { StrapiApp } from '@strapi/strapi/admin';
import { registerFields } from './fields/register';
import { PLUGIN_ID } from './plugin-id';
import { loadTexts } from './translations/load';

export default {
  register(app: StrapiApp) {
    registerFields(app);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(locales.map(async (locale) => ({ locale, data: await loadTexts(locale) }))),
};
