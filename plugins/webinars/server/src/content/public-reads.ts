import type { Core } from '@strapi/strapi';
import { UID } from '../kernel/uids';
import { askedBy } from './request';
import { isWithin } from './within';

/** What a visitor may read of each type. Nothing of a registration: it is not in this table, nor is it granted. */
const VISIBLE: Record<string, object> = {
  [UID.topic]: { state: { $eq: 'active' } },
  [UID.session]: { state: { $in: ['published', 'live', 'completed'] } },
  [UID.speaker]: { isActive: { $eq: true } },
};

const READS: ReadonlySet<string> = new Set(['findOne', 'findFirst', 'findMany', 'count']);

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'uid', 'email', 'enumeration']);

type Model = { attributes: Record<string, { type: string; private?: boolean }> };
type Params = { filters?: object; _q?: unknown };

/**
 * Strapi's own search looks into every text, private ones too, and so answers letter by letter what a meeting's password is. This one
 * looks into what can be read.
 */
const searchPublicTexts = ({ attributes }: Model, words: unknown): object[] => {
  if (typeof words !== 'string' || words === '') return [];
  const texts = Object.keys(attributes).filter(
    (name) => TEXTS.has(attributes[name]!.type) && !attributes[name]!.private,
  );
  return [{ $or: texts.map((name) => ({ [name]: { $containsi: words } })) }];
};

/** Adds to every read by a visitor, over REST and GraphQL alike, what a visitor may see; whatever the request asks comes on top. */
export const restrictPublicReads = (strapi: Core.Strapi): void => {
  strapi.documents.use((context, next) => {
    const visible = VISIBLE[context.uid];
    if (!visible || !READS.has(context.action) || isWithin(context.params) || askedBy(strapi).by !== 'visitor') {
      return next();
    }
    const { _q: words, ...params } = context.params as Params;
    const asked = [...(params.filters ? [params.filters] : []), ...searchPublicTexts(context.contentType, words)];
    // The document service hands over the object it reads from next.
    (context as { params: Params }).params = { ...params, filters: { $and: [...asked, visible] } };
    return next();
  });
};
