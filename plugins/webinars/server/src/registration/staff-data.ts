import { rows, type Trx } from '../kernel/database';

/** What Strapi's document service is asked to write. */
export type Data = Record<string, unknown>;

/** Kept by the system: what a form sends for these is what it read when it was opened, so it is dropped. */
const KEPT = [
  'reference',
  'sessionDocumentId',
  'waitlistPosition',
  'holdExpiresAt',
  'cancelledAt',
  'registeredAt',
  'consents',
  'revision',
] as const;

export const withoutKept = (data: Data): Data => {
  const rest = { ...data };
  for (const name of KEPT) delete rest[name];
  return rest;
};

type Link = string | number | { documentId?: string; id?: number } | null | undefined;

const idOfLink = async (trx: Trx, link: Link): Promise<string | null> => {
  if (typeof link === 'string') return link;
  if (typeof link === 'object' && link?.documentId) return link.documentId;
  const id = typeof link === 'number' ? link : typeof link === 'object' ? link?.id : undefined;
  if (id === undefined) return null;
  const [found] = await rows<{ documentId: string }>(
    trx,
    `select document_id as "documentId" from sessions where id = ?`,
    [id],
  );
  return found?.documentId ?? null;
};

/** The session a write names, in any of the spellings Strapi knows for a relation. Null where it names none. */
export const namedSession = async (trx: Trx, relation: unknown): Promise<string | null> => {
  if (
    relation &&
    typeof relation === 'object' &&
    !Array.isArray(relation) &&
    ('connect' in relation || 'set' in relation)
  ) {
    const { connect, set } = relation as { connect?: Link | Link[]; set?: Link | Link[] };
    const [link] = [connect ?? set ?? []].flat();
    return idOfLink(trx, link);
  }
  return idOfLink(trx, (Array.isArray(relation) ? relation[0] : relation) as Link);
};
