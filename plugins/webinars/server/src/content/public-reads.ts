import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';
import { askedBy } from './request';

/** What a visitor may read of each type. Nothing of a registration: it is not in this table, nor is it granted. */
const VISIBLE: Record<string, object> = {
  [UID.topic]: { state: { $eq: 'active' } },
  [UID.session]: { state: { $in: ['published', 'live', 'completed'] } },
  [UID.speaker]: { isActive: { $eq: true } },
};

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Adds to every public read, over REST and GraphQL alike, what a visitor may see; whatever filters the request brings come on top. */
export const restrictPublicReads = (strapi: Core.Strapi): void => {
  strapi.documents.use((context, next) => {
    const visible = VISIBLE[context.uid];
    if (visible && READS.has(context.action) && askedBy(strapi).type === 'public') {
      const params = context.params as { filters?: object };
      params.filters = params.filters ? { $and: [params.filters, visible] } : visible;
    }
    return next();
  });
};
