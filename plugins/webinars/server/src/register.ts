import type { Core } from '@strapi/strapi';
import { prepareQueue, theApp } from './app';
import { applyConstraints } from './apply-constraints';
import {
  auditWrites,
  checkWrites,
  forgetLanguageOfPages,
  keepLanguageOfPeople,
  noteAdministratorsChanges,
  offerSessionDefaults,
  readInLocale,
  readInLocaleOverGraphql,
  registerCustomFields,
  restrictPublicReads,
  tellInTheirLanguage,
  tellRevision,
} from './content';
import { metricsRoutes } from './ops';
import { outliveUnheardErrors } from './outlive';
import { formDefaults } from './programme';
import { extendGraphql, useDocumentDoors } from './registration';
import { pageRoutes } from './web';

/** Before Strapi loads its content: the doors, and what the database itself must refuse once the tables exist. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  if (new Date().getTimezoneOffset() !== 0) {
    throw new Error('The process has to run in UTC: Strapi stores instants without a zone. Start it with TZ=UTC.');
  }
  outliveUnheardErrors(strapi);
  registerCustomFields(strapi);
  tellInTheirLanguage(strapi);
  checkWrites(strapi);
  keepLanguageOfPeople(strapi);
  forgetLanguageOfPages(strapi);
  offerSessionDefaults(strapi, async () => formDefaults(await theApp(strapi).programme.current()));
  useDocumentDoors(
    strapi,
    () => theApp(strapi).registrationDeps,
    auditWrites(strapi, () => theApp(strapi).clock),
  );
  restrictPublicReads(strapi);
  tellRevision(strapi);
  readInLocale(strapi);
  readInLocaleOverGraphql(strapi);
  extendGraphql(strapi, () => theApp(strapi).registrationController);
  // Strapi types a handler's context without the parameters that its router adds.
  strapi.server.routes(pageRoutes(() => theApp(strapi).pages) as unknown as Parameters<typeof strapi.server.routes>[0]);
  strapi.server.routes(
    metricsRoutes(() => theApp(strapi).metricsDoor) as unknown as Parameters<typeof strapi.server.routes>[0],
  );
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    await prepareQueue(strapi);
    await applyConstraints(strapi.db.connection, await theApp(strapi).programme.timezone(), () =>
      strapi.log.warn(
        '[webinars] other work holds the tables; the rules of the database are renewed as soon as it lets go',
      ),
    );
    await noteAdministratorsChanges(strapi);
  });
};
