/** Strapi's name for the plugin: the prefix of its translations, permissions and custom fields. */
export const PLUGIN_ID = 'webinars';
