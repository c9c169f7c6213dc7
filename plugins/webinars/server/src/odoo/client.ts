import type { PartnerTrouble } from '../../../contracts/partners';
import { PartnerError, type HttpClient } from '../kernel/http-client';
import { piece } from '../kernel/text';

export type Values = Record<string, unknown>;

/** What is asked of a model of Odoo: arguments by name, the records it is about, the context. */
export type Call = {
  model: string;
  method: string;
  ids?: readonly number[];
  args?: Values;
  context?: Values;
};

/** Odoo, whatever protocol it speaks. The answer is what the method returned. */
export type Odoo = { call<Answer>(call: Call): Promise<Answer> };

export type OdooAccess = {
  /** Without a slash at the end. */
  url: string;
  key: string;
  /** Only where one host serves several. */
  database: string | null;
  /** Names the account, for Odoo 17 and 18: they have no JSON-2. */
  login: string | null;
  /** Calls a second; null is without limit. */
  perSecond: number | null;
  /** How long an answer is waited for. */
  timeoutSeconds: number;
};

/** The fault as both protocols tell it. `debug` is the server's traceback, and is never read. */
type Fault = { name?: unknown; message?: unknown };

// Its database is away, which concerns every record.
const AWAY = /^psycopg2\.(OperationalError|InterfaceError)$/;
// Odoo repeats a conflict of transactions five times by itself; where that was not enough, we do.
const PASSING = /SerializationFailure|OperationalError|LockError|DeadlockDetected|InterfaceError/;
// An unknown field or a value of the wrong kind is answered with 500, and would be for ever.
const PERMANENT = /^builtins\.|^psycopg2\.errors\.|^odoo\.exceptions\.|^werkzeug\./;

/** What a fault of Odoo means for us, by its name: messages are translated into the account's language. */
export const troubleOf = (status: number, name: string): PartnerTrouble => {
  if (status === 401 || name === 'odoo.exceptions.AccessDenied') return 'unauthorized';
  if (status === 403 || name === 'odoo.exceptions.AccessError') return 'forbidden';
  if (AWAY.test(name)) return 'unreachable';
  if (PASSING.test(name)) return 'failed';
  if (status >= 400 && status < 500) return 'refused';
  return PERMANENT.test(name) ? 'refused' : 'failed';
};

/** A fault of Odoo, with the name by which we act upon it. */
export class OdooFault extends PartnerError {
  constructor(
    trouble: PartnerTrouble,
    readonly fault: string,
    words: string,
  ) {
    super(trouble, words);
  }
}

/** Whether an answer comes from somewhere else: a page of a proxy, a redirect, a server that has no such database. No record has to do with these. */
const isElsewhere = (status: number, body: unknown): boolean => {
  if (status === 200) return body === undefined;
  return (status < 400 || status === 404) && typeof (body as Fault | null | undefined)?.name !== 'string';
};

const elsewhere = (status: number, headers: Headers): PartnerError => {
  const [leadsTo] = headers.get('location')?.split('?') ?? [];
  return new PartnerError(
    'unreachable',
    leadsTo
      ? `HTTP ${status}: this address leads to ${leadsTo}. Is that the address of Odoo?`
      : `HTTP ${status}, and the answer is not Odoo’s. Are its address and its database right?`,
  );
};

const faultOf = (status: number, fault: Fault | null, text: string): OdooFault => {
  const name = typeof fault?.name === 'string' ? fault.name : '';
  const message = typeof fault?.message === 'string' ? fault.message : '';
  // A page of HTML says nothing that its status does not.
  const words = message || (text.startsWith('<') || text === '' ? `HTTP ${status}` : piece(text, 0, 300));
  return new OdooFault(troubleOf(status, name), name, words);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const HEADERS = { 'Content-Type': 'application/json', 'User-Agent': 'magnetiq-webinars' };

/** JSON-2, of Odoo 19 and later: https://www.odoo.com/documentation/19.0/developer/reference/external_api.html */
export const createJson2 = (access: OdooAccess, http: HttpClient, signal: AbortSignal): Odoo => ({
  async call<Answer>({ model, method, ids, args, context }: Call) {
    const { status, headers, text } = await http({
      url: `${access.url}/json/2/${model}/${method}`,
      headers: {
        ...HEADERS,
        Authorization: `bearer ${access.key}`,
        ...(access.database ? { 'X-Odoo-Database': access.database } : {}),
      },
      body: JSON.stringify({ ...(ids ? { ids } : {}), ...args, ...(context ? { context } : {}) }),
      signal,
    });
    const body = parsed(text);
    if (isElsewhere(status, body)) throw elsewhere(status, headers);
    if (status !== 200) throw faultOf(status, body as Fault | null, text);
    return body as Answer;
  },
});

type RpcBody = { result?: unknown; error?: { message?: string; data?: Fault } };

/** JSON-RPC, of Odoo 17 and 18. Faults come with status 200; a method that returns nothing has no result. */
export const createJsonRpc = (access: OdooAccess, http: HttpClient, signal: AbortSignal): Odoo => {
  const ask = async (service: string, method: string, args: unknown[]): Promise<unknown> => {
    const { status, headers, text } = await http({
      url: `${access.url}/jsonrpc`,
      headers: HEADERS,
      body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } }),
      signal,
    });
    const body = parsed(text) as RpcBody | undefined;
    if (isElsewhere(status, body)) throw elsewhere(status, headers);
    if (status !== 200 || !body) throw faultOf(status, null, text);
    if (body.error) throw faultOf(500, body.error.data ?? null, body.error.message ?? '');
    return body.result ?? null;
  };
  let uid: Promise<unknown> | null = null;
  const authenticated = async (): Promise<number> => {
    uid ??= ask('common', 'authenticate', [access.database, access.login, access.key, {}]);
    const found = await uid;
    // Wrong credentials are no error here.
    if (typeof found !== 'number') throw new PartnerError('unauthorized', 'Odoo does not know this account and key.');
    return found;
  };
  return {
    async call<Answer>({ model, method, ids, args, context }: Call) {
      // What is to be made has to come by its place; all else may come by its name.
      const { vals_list: list, ...others } = args ?? {};
      const places = [...(ids ? [ids] : []), ...(list === undefined ? [] : [list])];
      const named = { ...others, ...(context ? { context } : {}) };
      return (await ask('object', 'execute_kw', [
        access.database,
        await authenticated(),
        access.key,
        model,
        method,
        places,
        named,
      ])) as Answer;
    },
  };
};

/** Odoo by the protocol that the credentials are for. */
export const createOdooClient = (access: OdooAccess, http: HttpClient, signal: AbortSignal): Odoo =>
  access.login ? createJsonRpc(access, http, signal) : createJson2(access, http, signal);
