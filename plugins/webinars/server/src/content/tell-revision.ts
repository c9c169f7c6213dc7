import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';

const OPENS_A_FORM: ReadonlySet<string> = new Set(['findOne', 'create', 'update']);

/**
 * Tells a registration's form which revision it is opened on: when the row was last changed. A session keeps its revision as a column;
 * here it is told while reading, so that neither registering nor a million rows that are there already pay for it.
 */
export const tellRevision = (strapi: Core.Strapi): void => {
  strapi.documents.use(async (context, next) => {
    const entry = await next();
    if (context.uid !== UID.registration || !OPENS_A_FORM.has(context.action) || entry === null) return entry;
    const opened = entry as { updatedAt?: unknown; revision?: unknown };
    opened.revision = opened.updatedAt;
    return entry;
  });
};
