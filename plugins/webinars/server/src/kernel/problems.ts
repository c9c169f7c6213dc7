import { DomainError, invalid, type ErrorKind } from './errors';
import { faultsIn } from './faults';
import { isPostgresError, PG } from './database';
import { z } from 'zod';

/** How each kind of error is told over HTTP. */
export const ANSWER: Record<ErrorKind, { status: number; name: string }> = {
  invalid: { status: 400, name: 'ValidationError' },
  forbidden: { status: 403, name: 'ForbiddenError' },
  not_found: { status: 404, name: 'NotFoundError' },
  conflict: { status: 409, name: 'ConflictError' },
  gone: { status: 410, name: 'GoneError' },
  mismatch: { status: 422, name: 'UnprocessableContentError' },
  limited: { status: 429, name: 'RateLimitError' },
  unavailable: { status: 503, name: 'ServiceUnavailableError' },
};

export type Problem = { status: number; name: string; message: string; details: Record<string, unknown> };

// Text that PostgreSQL cannot store (a null byte, half a surrogate pair, also in JSON), a number beyond its own and a date that is none (the
// year 0, 30 February) are the sender's mistake, wherever in a request they stood.
const UNSTORABLE = ['22021', '22P05', '22P02', '22003', '22007', '22008'];

// Knex puts the statement in front of what PostgreSQL said.
const ownWords = (error: Error): string => error.message.slice(error.message.lastIndexOf(' - ') + 1).replace(/^- /, '');

/** Our errors as domain errors: the one place where a zod or PostgreSQL error gets a meaning. Null for an accident. */
export const asDomainError = (error: unknown): DomainError | null => {
  if (error instanceof DomainError) return error;
  if (error instanceof z.ZodError) {
    return invalid(faultsIn(error, undefined, 'en'));
  }
  if (isPostgresError(error, ...UNSTORABLE)) {
    return new DomainError(
      'invalid',
      'INVALID',
      'The request contains characters, a number or a date that cannot be stored. Nothing was changed.',
      {},
      { cause: error },
    );
  }
  if (isPostgresError(error, PG.checkViolation, PG.restrictViolation) && error.constraint?.startsWith('webinars_')) {
    return new DomainError(
      'conflict',
      error.constraint.replace(/^webinars_/, '').toUpperCase(),
      ownWords(error),
      {},
      { cause: error },
    );
  }
  return null;
};

/** What an error becomes on the wire, or null where it is an accident that Strapi logs and answers with 500. */
export const problemOf = (error: unknown): Problem | null => {
  const known = asDomainError(error);
  if (!known) return null;
  return { ...ANSWER[known.kind], message: known.message, details: { code: known.code, ...known.details } };
};

type Answering = {
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

/** Wraps a route's handler: a domain error becomes Strapi's error envelope with the right status. */
export const answering =
  <Ctx extends Answering>(handler: (ctx: Ctx) => Promise<void> | void) =>
  async (ctx: Ctx): Promise<void> => {
    try {
      await handler(ctx);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      if (problem.status === 429 || problem.status === 503) {
        ctx.set('Retry-After', String(problem.details.retryAfter ?? 1));
      }
      ctx.status = problem.status;
      ctx.body = { data: null, error: problem };
    }
  };
