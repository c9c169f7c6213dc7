import type { Core, Modules } from '@strapi/strapi';
import { isToldElsewhere, writeAudit, type AuditEntry } from '../audit';
import type { Clock } from '../kernel/clock';
import { rows, type Trx } from '../kernel/database';
import { UID } from '../kernel/uids';
import { lockSessions } from '../sessions';
import { actorIn } from './actor';
import { deepPopulate, snapshot, type Attributes, type Entry } from './snapshot';
import { SYSTEM_KEPT } from './system-kept';

type Context = Modules.Documents.Middleware.Context;
type Model = { attributes: Attributes; pluginOptions?: { i18n?: { localized?: boolean } } };

const KINDS: Record<string, string> = {
  [UID.topic]: 'topic',
  [UID.session]: 'session',
  [UID.speaker]: 'speaker',
  [UID.registration]: 'registration',
};

const DONE: Record<string, string> = { create: 'created', update: 'changed', delete: 'deleted', clone: 'duplicated' };

/** Which session a registration belongs to: the lock of its session covers it. */
const sessionOf = async (trx: Trx, registration: string): Promise<string | null> =>
  (
    await rows<{ session: string | null }>(
      trx,
      `select session_document_id as session from registrations where document_id = ?`,
      [registration],
    )
  )[0]?.session ?? null;

/** Nobody else changes it from here on: what is read as before is what the write finds. The same locks as the rules take, in their order. */
const lock = async (trx: Trx, uid: string, documentId: string): Promise<void> => {
  if (uid === UID.session) await lockSessions(trx, [documentId]);
  else if (uid === UID.registration) {
    const session = await sessionOf(trx, documentId);
    if (session) await lockSessions(trx, [session]);
  } else {
    await rows(
      trx,
      `select id from ${uid === UID.topic ? 'topics' : 'speakers'} where document_id = ? order by id for update`,
      [documentId],
    );
  }
};

/** The clones of a document, one per language, are one document of their own. */
const writtenId = (result: unknown): string | null => {
  const written = result as { documentId?: string; entries?: { documentId?: string }[] } | null;
  return written?.documentId ?? written?.entries?.[0]?.documentId ?? null;
};

/**
 * Writes down every change that comes through Strapi's documents: who, what, before and after. Wraps the rule and the write, in their
 * transaction; what is undone is not told.
 */
export const auditWrites = (strapi: Core.Strapi, clock: () => Clock) => {
  const modelOf = (uid: string) => strapi.getModel(uid as never) as unknown as Model;
  const componentOf = (uid: string) => modelOf(uid).attributes;

  const read = async (uid: string, documentId: string): Promise<Record<string, unknown> | null> => {
    const { attributes, pluginOptions } = modelOf(uid);
    // Not through the documents: there a reader's rights and language decide what is read.
    const found = (await strapi.db.query(uid as never).findMany({
      where: { documentId },
      orderBy: { id: 'asc' },
      populate: deepPopulate(attributes, componentOf),
    } as never)) as Entry[];
    return snapshot(attributes, found, {
      left: SYSTEM_KEPT[uid] ?? [],
      isLocalized: pluginOptions?.i18n?.localized === true,
      componentOf,
    });
  };

  return async (trx: Trx, { uid, action, params }: Context, write: () => Promise<unknown>): Promise<unknown> => {
    if (isToldElsewhere()) return write();
    const kind = KINDS[uid]!;
    const given = (params as { documentId?: string }).documentId ?? null;
    const isNew = action === 'create' || action === 'clone';
    const isOfRegistration = uid === UID.registration;
    if (given && !isNew) await lock(trx, uid, given);
    const before = given && !isNew ? await read(uid, given) : null;
    const sessionBefore = given && isOfRegistration && !isNew ? await sessionOf(trx, given) : null;

    const result = await write();

    const documentId = isNew ? writtenId(result) : given;
    if (!documentId) return result;
    const after = await read(uid, documentId);
    if (!before && !after) return result;
    // Saved as it was. Of a registration it is told all the same: the event log has it, too.
    if (!isOfRegistration && JSON.stringify(before) === JSON.stringify(after)) return result;
    const entry: AuditEntry = {
      // One language of several that is deleted changes the document.
      action: `${kind}.${action === 'delete' && after ? 'changed' : DONE[action]!}`,
      subject: { kind, documentId },
      session: isOfRegistration ? (sessionBefore ?? (await sessionOf(trx, documentId))) : null,
      before,
      after,
      ...(action === 'clone' && given ? { data: { of: given } } : {}),
    };
    await writeAudit(trx, [entry], actorIn(strapi), clock().now());
    return result;
  };
};
