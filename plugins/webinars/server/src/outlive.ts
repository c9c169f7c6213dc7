import type { Core } from '@strapi/strapi';

/**
 * Keeps the process at work when something fails that nobody awaits, and tells of it in the log. Strapi reads a saved entry once more after
 * its commit, to tell webhooks of it: where the database goes away in that very moment, Node would end the process and with it every
 * request of every visitor (https://nodejs.org/api/process.html#event-unhandledrejection). Nothing of ours hangs on what is not awaited:
 * what must not be lost is a row before it is done.
 */
export const outliveUnheardErrors = (strapi: Core.Strapi): void => {
  process.on('unhandledRejection', (reason) => {
    strapi.log.error(
      `[webinars] something in the background failed: ${reason instanceof Error ? reason.stack : String(reason)}`,
    );
  });
};
