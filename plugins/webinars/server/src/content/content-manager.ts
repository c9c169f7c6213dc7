import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Trx } from '../kernel/database';
import { arrange, type Configuration } from './arrange';
import { views } from './views';

type Model = { uid: string };
// Strapi does not type its services; what is used of the two is the same for both.
type Service = {
  findContentType(uid: string): Model;
  findComponent(uid: string): Model;
  findConfiguration(model: Model): Promise<Configuration>;
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>;
};

/** The Content Manager's own way to read and write what it stores of a type or component. */
const configurationOf = (strapi: Core.Strapi, uid: string) => {
  const isType = uid.includes('::');
  const service: Service = strapi.plugin('content-manager').service(isType ? 'content-types' : 'components');
  const model = isType ? service.findContentType(uid) : service.findComponent(uid);
  return {
    async read(): Promise<Configuration> {
      const { settings, metadatas, layouts } = await service.findConfiguration(model);
      return { settings, metadatas, layouts };
    },
    write: (configuration: Configuration) => service.updateConfiguration(model, configuration),
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
  const changed = new Set<string>();
  for (const uid of Object.keys(views)) {
    if (written[uid] && written[uid] !== hashOf(await configurationOf(strapi, uid).read())) changed.add(uid);
  }
  administratorsOwn.set(strapi, changed);
};

/** Arranges the Content Manager's forms and lists, but those that an administrator arranged. Instances that start together take turns. */
export const configureContentManager = async (strapi: Core.Strapi): Promise<void> => {
  const changed = administratorsOwn.get(strapi) ?? new Set();
  await strapi.db.transaction(async ({ trx }: { trx: Trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.content-manager'))`);
    const written = await writtenBefore(strapi);
    for (const [uid, view] of Object.entries(views)) {
      if (changed.has(uid)) continue;
      const configuration = configurationOf(strapi, uid);
      const stored = await configuration.read();
      const wanted = arrange(uid, view, stored);
      if (hashOf(stored) !== hashOf(wanted)) await configuration.write(wanted);
      written[uid] = hashOf(wanted);
    }
    await storeOf(strapi).set({ ...STORED, value: written });
  });
};
