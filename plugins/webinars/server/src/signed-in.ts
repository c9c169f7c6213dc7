import type { Core } from '@strapi/strapi';
import type { SignedIn } from './carts';
import { normaliseEmail } from './kernel/text';

type Account = { documentId: string; email: string; confirmed: boolean; blocked: boolean };

const accountIdIn = async (strapi: Core.Strapi, ctx: unknown): Promise<number | undefined> => {
  try {
    const token: { id?: number } | null = await strapi.plugin('users-permissions').service('jwt').getToken(ctx);
    return token?.id;
  } catch {
    return undefined;
  }
};

/**
 * Who is signed in on a route that asks nobody to be: Strapi reads the token of a request only where it demands one. A token that is no
 * longer good makes a guest, as none does.
 */
export const createSignedIn =
  (strapi: Core.Strapi, confirmsEmail: () => Promise<boolean>) =>
  async (ctx: unknown): Promise<SignedIn | null> => {
    const id = await accountIdIn(strapi, ctx);
    if (id === undefined) return null;
    const account: Account | null = await strapi.plugin('users-permissions').service('user').fetchAuthenticatedUser(id);
    if (!account || account.blocked) return null;
    const isConfirmed = account.confirmed && (await confirmsEmail());
    return { userId: account.documentId, email: isConfirmed ? normaliseEmail(account.email) : null };
  };
