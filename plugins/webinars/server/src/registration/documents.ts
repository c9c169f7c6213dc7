import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isPostgresError, PG, type Trx } from '../kernel/database';
import { conflict, invalid, type DomainError, type Fault } from '../kernel/errors';
import { asDomainError } from '../kernel/problems';
import { UID } from '../kernel/uids';
import type { Deps } from './deps';
import { createRegistration } from './staff-create';
import { updateRegistration } from './staff-change';
import type { Data } from './staff-data';
import { deleteRegistration } from './staff-delete';
import { cloneSession, createSession, updateSession } from './session-doors';

type Context = Modules.Documents.Middleware.Context;

const OURS: ReadonlySet<string> = new Set(Object.values(UID));
const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'clone']);

const OVERTAKEN: ReadonlySet<string> = new Set(['SESSION_CHANGED', 'REGISTRATION_CHANGED']);

const IN_USE = 'Something else still needs this, so it was not deleted.';

/** A refusal in the words of Strapi, so that the admin shows it beside the form and the API answers with 4xx. */
export const asStrapiError = (error: unknown): unknown => {
  if (isPostgresError(error, PG.uniqueViolation)) {
    if (error.constraint === 'webinars_one_active_registration') {
      return new errors.ApplicationError(
        'This e-mail address already has an active registration for this session. Nothing was saved.',
        {
          code: 'DUPLICATE_REGISTRATION',
        },
      );
    }
    if (error.constraint === 'webinars_session_slug') {
      return new errors.ValidationError('Another session has this address already.', {
        errors: [{ path: ['slug'], message: 'Another session has this address already.', name: 'ValidationError' }],
      });
    }
  }
  if (isPostgresError(error, PG.foreignKeyViolation)) return new errors.ApplicationError(IN_USE, { code: 'IN_USE' });
  const known = asDomainError(error);
  if (!known) return error;
  return Object.assign(inStrapisWords(known), { cause: known });
};

const inStrapisWords = ({ kind, code, message, details }: DomainError): Error => {
  if (kind === 'invalid') return new errors.ValidationError(message, details);
  if (kind === 'not_found') return new errors.NotFoundError(message);
  if (kind === 'limited') return new errors.RateLimitError(message, details);
  // After any other refusal the Content Manager takes its form for saved, and would let it be left without a question.
  if (OVERTAKEN.has(code)) return new errors.ValidationError(message, { code, ...details });
  return new errors.ApplicationError(message, { code, ...details });
};

/** What a door told Strapi, as a domain error again: whoever comes to the door from our own pages answers as they do. */
const fromStrapi = (error: unknown): unknown => {
  if (!(error instanceof errors.ApplicationError)) return error;
  const { code, ...details } = error.details as { code?: string; errors?: Fault[] };
  if (error instanceof errors.ValidationError) return invalid(details.errors ?? []);
  return code ? conflict(code, error.message, details) : error;
};

/** Changes a registration through its door, as an editor in the Content Manager does. */
export const createStaffDoor =
  (strapi: Core.Strapi) =>
  async (documentId: string, data: Record<string, unknown>): Promise<void> => {
    try {
      await strapi.documents(UID.registration).update({ documentId, data });
    } catch (error) {
      throw fromStrapi(error);
    }
  };

/** The rule for one write. `write` lets Strapi do it, with the data as the rule wants it. */
const throughDoor = (deps: Deps, trx: Trx, context: Context, next: () => Promise<unknown>): Promise<unknown> => {
  // Strapi types `params` per action and content type; what the doors read of them is common to all.
  const params = context.params as { documentId?: string; data?: Data };
  const write = (data: Data) => {
    params.data = data;
    return next();
  };
  const data = params.data ?? {};
  switch (`${context.uid} ${context.action}`) {
    case `${UID.registration} create`:
      return createRegistration(deps, trx, data, write);
    case `${UID.registration} update`:
      return updateRegistration(deps, trx, params.documentId!, data, write);
    case `${UID.registration} delete`:
      return deleteRegistration(deps, trx, params.documentId!, next);
    case `${UID.registration} clone`:
      throw new errors.ApplicationError(
        'A registration cannot be duplicated: one person has one place. Create a new one instead.',
      );
    case `${UID.session} create`:
      return createSession(deps, trx, data, write);
    case `${UID.session} update`:
      return updateSession(deps, trx, params.documentId!, data, write);
    case `${UID.session} clone`:
      return cloneSession(trx, params.documentId!, data, write);
    default:
      return next();
  }
};

/** Wraps a rule and its write, in their transaction. */
export type Around = (trx: Trx, context: Context, write: () => Promise<unknown>) => Promise<unknown>;

/**
 * The rules for whoever writes through Strapi: Content Manager, REST, GraphQL and code of one's own. Registered before any other, so that
 * rule and write are one transaction; Strapi runs later middlewares outside of it otherwise.
 */
export const useDocumentDoors = (strapi: Core.Strapi, deps: () => Deps, around: Around): void => {
  type Middleware = Parameters<typeof strapi.documents.use>[0];
  const door = async (context: Context, next: () => Promise<unknown>): Promise<unknown> => {
    if (!OURS.has(context.uid) || !WRITES.has(context.action)) return next();
    try {
      return await deps().database.joinTransaction((trx) =>
        around(trx, context, () => throughDoor(deps(), trx, context, next)),
      );
    } catch (error) {
      throw asStrapiError(error);
    }
  };
  // Each action has a result type of its own; what `next` gave is handed on as it came.
  strapi.documents.use(door as Middleware);
};
