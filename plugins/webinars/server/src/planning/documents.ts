import type { Core } from '@strapi/strapi';
import { DomainError } from '../kernel/errors';
import { UID } from '../kernel/uids';
import type { SessionDocuments } from './ports';

/** The doors refuse in Strapi's words, for the Content Manager; here the refusal itself is wanted. */
const refusing = async <Result>(write: Promise<Result>): Promise<Result> => {
  try {
    return await write;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    throw cause instanceof DomainError ? cause : error;
  }
};

/** Sessions as documents of Strapi. Every write passes the doors, and says whose it is. */
export const createSessionDocuments = (strapi: Core.Strapi): SessionDocuments => {
  // Strapi types the data per content type, which an application may extend.
  const sessions = () =>
    strapi.documents(UID.session) as unknown as {
      update(params: object): Promise<unknown>;
      clone(params: object): Promise<{ entries: { documentId: string }[] }>;
    };
  return {
    async update(documentId, data, by) {
      await refusing(sessions().update({ documentId, data: { ...data, updatedBy: by } }));
    },
    async clone(documentId, data, by) {
      const { entries } = await refusing(
        sessions().clone({ documentId, data: { ...data, createdBy: by, updatedBy: by } }),
      );
      return entries[0]!.documentId;
    },
  };
};
