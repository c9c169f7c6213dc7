import { OdooError } from './errors.mjs';

/**
 * What shall go wrong: how often, with which calls (`about`: those that say these words), and how. With `when: 'after'` the work is done and
 * only the answer is lost.
 * @typedef {{
 *   times?: number, model?: string, method?: string, about?: string, when?: 'before' | 'after', as?: 'answer' | 'hang' | 'cut',
 *   status?: number, name?: string, message?: string, headers?: Record<string, string>, body?: unknown, html?: boolean,
 * }} Fault
 */

/** What `load` answers, with status 200, to those who lost a race for one external id: Odoo does not try them again. @type {Fault} */
export const LOST_RACE = {
  method: 'load',
  status: 200,
  body: {
    ids: false,
    messages: [
      {
        rows: { from: 0, to: 0 },
        record: 0,
        type: 'error',
        message: 'could not serialize access due to concurrent update\n',
      },
    ],
    nextrow: 0,
  },
};

/** @type {Record<number, [string, string]>} */
const USUAL = {
  401: ['werkzeug.exceptions.Unauthorized', 'Invalid apikey'],
  403: ['odoo.exceptions.AccessError', 'You are not allowed to access this document.'],
  404: ['werkzeug.exceptions.NotFound', 'Not Found'],
  409: ['odoo.exceptions.LockError', 'Cannot grab a lock on records'],
  422: ['odoo.exceptions.ValidationError', 'The operation cannot be completed.'],
  500: ['psycopg2.errors.SerializationFailure', 'could not serialize access due to concurrent update\n'],
};

/** A proxy before Odoo says so itself, in html. */
const OF_A_PROXY = new Set([429, 502, 503, 504]);

/** @param {Fault} fault */
export const faultAnswer = ({ status = 500, name, message, headers = {}, body, html }) => {
  if (body !== undefined) return { status, headers, body };
  if (html || (OF_A_PROXY.has(status) && !name)) {
    return {
      status,
      headers,
      html: `<html>\n<head><title>${status}</title></head>\n<body>${message ?? status}</body>\n</html>\n`,
    };
  }
  const [usualName, usualWords] = USUAL[status] ?? ['builtins.Exception', 'Something went wrong'];
  return { status, headers, error: new OdooError(status, name ?? usualName, message ?? usualWords) };
};

export const createFaults = () => {
  /** @type {(Fault & { left: number })[]} */
  let faults = [];
  return {
    /** @param {Fault} fault */
    add: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    clear: () => void (faults = []),
    /** The fault that this call meets, used up by it. @param {string} model @param {string} method @param {string} body @returns {Fault | undefined} */
    meet(model, method, body) {
      const fault = faults.find(
        (each) =>
          (each.model ?? model) === model &&
          (each.method ?? method) === method &&
          body.includes(each.about ?? '') &&
          each.left > 0,
      );
      if (!fault) return undefined;
      fault.left -= 1;
      faults = faults.filter(({ left }) => left > 0);
      return fault;
    },
  };
};
