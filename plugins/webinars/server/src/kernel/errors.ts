export type ErrorKind =
  'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'gone' | 'mismatch' | 'limited' | 'unavailable';

/** One faulty field: where it stands in the request, and what is wrong with it. */
export type Fault = { path: string[]; message: string; name?: string };

/** A request that cannot be met. `code` is the contract; `message` is for people and may change. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'DomainError';
  }
}

/** The request is not well formed; every faulty field is named. */
export const invalid = (faults: Fault[]) =>
  new DomainError(
    'invalid',
    'INVALID',
    faults
      .map((fault) => `${fault.path.join('.')}: ${fault.message}`)
      .join(' ')
      .slice(0, 500),
    {
      errors: faults,
    },
  );

export const notFound = (what: string) => new DomainError('not_found', 'NOT_FOUND', `${what} was not found`);

export const conflict = (code: string, message: string, details: Record<string, unknown> = {}) =>
  new DomainError('conflict', code, message, details);

/** Too busy at this moment: nothing was changed, and the same request may be sent again. */
export const busy = (cause?: unknown) =>
  new DomainError(
    'unavailable',
    'BUSY',
    'The server was too busy for this request. Nothing was changed; please try again.',
    {},
    { cause },
  );
