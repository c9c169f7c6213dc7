import type { Core } from '@strapi/strapi';
import type { Trx } from '../kernel/database';
import { UID } from '../kernel/uids';

const READABLE = [UID.topic, UID.session, UID.speaker].flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);

type Role = { id: number; permissions: { action: string }[] };

/** Visitors, signed in or not, may read topics, sessions and speakers. What an administrator grants beyond is theirs to decide. */
const grantPublicReads = async (strapi: Core.Strapi): Promise<void> => {
  for (const type of ['public', 'authenticated']) {
    const role = (await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type }, populate: ['permissions'] })) as Role | null;
    if (!role) continue;
    const granted = new Set(role.permissions.map(({ action }) => action));
    for (const action of READABLE.filter((one) => !granted.has(one))) {
      await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
    }
  }
};

type Locales = { find(where: object): Promise<unknown[]>; create(locale: object): Promise<unknown> };

const createGerman = async (strapi: Core.Strapi): Promise<void> => {
  const locales: Locales = strapi.plugin('i18n').service('locales');
  if ((await locales.find({ code: 'de' })).length === 0) await locales.create({ code: 'de', name: 'German (de)' });
};

// A signed-in visitor sees the registrations of an address; only a link mailed to it proves whose it is.
const confirmAddresses = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as object | null;
  await store.set({ key: 'advanced', value: { ...advanced, email_confirmation: true } });
};

/** Each once in the life of a database: what an administrator changes afterwards stays. Instances that start together take turns. */
export const prepareFirstStart = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.transaction(async ({ trx }: { trx: Trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.first-start'))`);
    const store = strapi.store({ type: 'plugin', name: 'webinars' });
    if (await store.get({ key: 'prepared' })) return;
    await grantPublicReads(strapi);
    await createGerman(strapi);
    await confirmAddresses(strapi);
    await store.set({ key: 'prepared', value: true });
  });
};
