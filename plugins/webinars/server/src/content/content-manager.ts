import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { arrange, type Configuration } from './arrange';
import { views } from './views';

type Model = { uid: string };
type Configurations = {
  find(uid: string): Promise<Configuration>;
  update(uid: string, configuration: Configuration): Promise<unknown>;
};

/** The Content Manager's own way to read and write what it stores of a type or component. */
const configurationsOf = (strapi: Core.Strapi): Configurations => {
  const contentManager = strapi.plugin('content-manager');
  const at = (uid: string): { service: any; model: Model } => {
    // Strapi does not type its services' methods: what is used of these two is the same for both.
    const isType = uid.includes('::');
    const service: any = contentManager.service(isType ? 'content-types' : 'components');
    return { service, model: isType ? service.findContentType(uid) : service.findComponent(uid) };
  };
  return {
    async find(uid) {
      const { service, model } = at(uid);
      const { settings, metadatas, layouts } = (await service.findConfiguration(model)) as Configuration;
      return { settings, metadatas, layouts };
    },
    update(uid, configuration) {
      const { service, model } = at(uid);
      return service.updateConfiguration(model, configuration);
    },
  };
};

const sorted = (_key: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const hashOf = (configuration: Configuration): string =>
  createHash('sha256').update(JSON.stringify(configuration, sorted)).digest('hex');

const storeOf = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: 'webinars' });

const STORED = { key: 'content-manager' };

type Hashes = Record<string, string>;

const writtenBefore = async (strapi: Core.Strapi): Promise<Hashes> =>
  ((await storeOf(strapi).get(STORED)) as Hashes | null) ?? {};

const administratorsOwn = new WeakMap<Core.Strapi, ReadonlySet<string>>();

/**
 * Notes which configurations an administrator has changed since we wrote them. To be asked before the Content Manager starts: it then
 * fits what is stored to the content types, and after a change of those nothing would be as we wrote it.
 */
export const noteAdministratorsChanges = async (strapi: Core.Strapi): Promise<void> => {
  const written = await writtenBefore(strapi);
  const { find } = configurationsOf(strapi);
  const changed = new Set<string>();
  for (const uid of Object.keys(views)) {
    if (written[uid] && written[uid] !== hashOf(await find(uid))) changed.add(uid);
  }
  administratorsOwn.set(strapi, changed);
};

/** Arranges the Content Manager's forms and lists, but those that an administrator arranged. Instances that start together take turns. */
export const configureContentManager = async (strapi: Core.Strapi): Promise<void> => {
  const changed = administratorsOwn.get(strapi) ?? new Set();
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.content-manager'))`);
    const { find, update } = configurationsOf(strapi);
    const written = await writtenBefore(strapi);
    for (const [uid, view] of Object.entries(views)) {
      if (changed.has(uid)) continue;
      const stored = await find(uid);
      const wanted = arrange(uid, view, stored);
      if (hashOf(stored) !== hashOf(wanted)) await update(uid, wanted);
      written[uid] = hashOf(wanted);
    }
    await storeOf(strapi).set({ ...STORED, value: written });
  });
};
