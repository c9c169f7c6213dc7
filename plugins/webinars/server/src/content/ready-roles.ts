import type { Core } from '@strapi/strapi';
import type { Trx } from '../kernel/database';

/** A role of the admin that comes with the programme. */
export type ReadyRole = {
  code: string;
  name: string;
  description: string;
  /** Actions of ours, as `permissions.ts` names them. */
  may: readonly string[];
  /** Content types whose entries it makes, changes and deletes in the Content Manager. */
  edits: readonly string[];
  /** Those it only reads there. */
  reads: readonly string[];
  /** Whether it puts pictures into the Media Library. */
  uploads: boolean;
};

type Action = { actionId: string; section: string; subjects?: string[] };
type Permission = {
  action: string;
  subject: string | null;
  properties: Record<string, unknown>;
  conditions: unknown[];
};

const EXPLORER = 'plugin::content-manager.explorer';
const READ = [`${EXPLORER}.read`];
const EDIT = ['create', 'read', 'update', 'delete'].map((verb) => `${EXPLORER}.${verb}`);
const UPLOAD = ['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'];

const plainly = (action: string): Permission => ({ action, subject: null, properties: {}, conditions: [] });

/** All fields, in all languages; `null` is how Strapi says so, and what it does not ask of a type it does not look at. */
const onContent = (strapi: Core.Strapi, actions: readonly string[], uids: readonly string[]): Permission[] => {
  const all = strapi.service('admin::permission').actionProvider.values() as Action[];
  const wanted = all
    .filter(({ actionId }) => actions.includes(actionId))
    .map((action) => ({ ...action, subjects: (action.subjects ?? []).filter((uid) => uids.includes(uid)) }));
  const made = strapi.service('admin::content-type').getPermissionsWithNestedFields(wanted) as Permission[];
  return made.map((one) => ({ ...one, properties: { ...one.properties, locales: null } }));
};

const permissionsOf = (strapi: Core.Strapi, { may, edits, reads, uploads }: ReadyRole): Permission[] => [
  ...may.map((action) => plainly(`plugin::webinars.${action}`)),
  ...onContent(strapi, EDIT, edits),
  ...onContent(strapi, READ, reads),
  ...(uploads ? UPLOAD.map((action) => plainly(`plugin::upload.${action}`)) : []),
];

/** Once in the life of a database, each where there is none of its name or code: what an administrator makes of them stays. */
const createRoles = async (strapi: Core.Strapi, roles: readonly ReadyRole[]): Promise<void> => {
  await strapi.db.transaction(async ({ trx }: { trx: Trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.roles'))`);
    const store = strapi.store({ type: 'plugin', name: 'webinars' });
    if (await store.get({ key: 'roles' })) return;
    const service = strapi.service('admin::role');
    for (const role of roles) {
      const { code, name, description } = role;
      if ((await service.exists({ name })) || (await service.exists({ code }))) continue;
      const { id } = (await service.create({ code, name, description })) as { id: number };
      await service.assignPermissions(id, permissionsOf(strapi, role));
    }
    await store.set({ key: 'roles', value: true });
  });
};

/**
 * Makes the roles while the admin starts, which it does after its plugins: it makes its own only where there are none yet, and whatever
 * can be allowed is known only then. Its hook before it gives the super admin everything is the first moment at which both is done.
 */
export const prepareRoles = (strapi: Core.Strapi, roles: readonly ReadyRole[]): void => {
  strapi.service('admin::role').hooks.willResetSuperAdminPermissions.register(async (permissions: unknown) => {
    await createRoles(strapi, roles);
    return permissions;
  });
};
