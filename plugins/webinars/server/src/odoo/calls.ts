import { PartnerError } from '../kernel/http-client';
import { OdooFault, type Call, type Odoo, type Values } from './client';

/** External ids of ours: no installed module has this name, so no update of a module deletes what they name. */
export const MODULE = 'magnetiq_webinars';
export const externalId = (kind: string, id: string): string =>
  `${MODULE}.${kind}_${id.replace(/[^A-Za-z0-9_.]/g, '_')}`;

/** Nobody follows what we write, and nothing is logged beside it: half the time, and no mail to staff. Archived records count. */
export const QUIET: Values = { tracking_disable: true, mail_auto_subscribe_no_notify: true, active_test: false };

export type Domain = readonly (string | readonly [string, string, unknown])[];

/** Reads what a domain finds, archived or not. */
export const searchRead = <Row>(
  odoo: Odoo,
  model: string,
  domain: Domain,
  fields: readonly string[],
  options: { limit?: number; order?: string; load?: null } = {},
): Promise<Row[]> =>
  odoo.call<Row[]>({
    model,
    method: 'search_read',
    args: { domain, fields, ...options },
    context: { active_test: false },
  });

const PORTION = 5000;

/** Reads all that a domain finds, a portion at a time. */
export async function* searchAll<Row extends { id: number }>(
  odoo: Odoo,
  model: string,
  domain: Domain,
  fields: readonly string[],
): AsyncGenerator<Row[]> {
  for (let after = 0; ;) {
    const options = { limit: PORTION, order: 'id', load: null };
    const portion = await searchRead<Row>(odoo, model, [['id', '>', after], ...domain], fields, options);
    if (portion.length === 0) return;
    yield portion;
    after = portion.at(-1)!.id;
  }
}

/** Of ids, those that are there, archived or not. */
export const idsThere = async (odoo: Odoo, model: string, ids: readonly number[]): Promise<Set<number>> => {
  if (ids.length === 0) return new Set();
  return new Set((await searchRead<{ id: number }>(odoo, model, [['id', 'in', ids]], ['id'])).map(({ id }) => id));
};

export const create = (odoo: Odoo, model: string, list: readonly Values[]): Promise<number[]> =>
  odoo.call<number[]>({ model, method: 'create', args: { vals_list: list }, context: QUIET });

export const write = async (odoo: Odoo, model: string, ids: readonly number[], vals: Values): Promise<void> => {
  // Without ids Odoo answers that all is well, and does nothing.
  if (ids.length > 0) await odoo.call({ model, method: 'write', ids, args: { vals }, context: QUIET });
};

type Loaded = { ids: number[] | false; messages: { type: string; message: string }[] };

/**
 * Creates or updates records by external id, in one call for all rows. Answers with their ids, in order. A row that is refused refuses all
 * of them, with HTTP 200; and of two loads of one id at once, the later is told to try again.
 */
export const load = async (
  odoo: Odoo,
  model: string,
  fields: readonly string[],
  data: readonly (readonly (string | number)[])[],
  context: Values = {},
): Promise<number[]> => {
  if (data.length === 0) return [];
  const { ids, messages } = await odoo.call<Loaded>({
    model,
    method: 'load',
    args: { fields, data },
    // Instants in a load are read in the zone of the context.
    context: { ...QUIET, tz: 'UTC', ...context },
  });
  if (ids) return ids;
  const words = [...new Set(messages.map(({ message }) => message.trim()))].slice(0, 3).join('\n');
  throw new PartnerError(
    /could not serialize access/.test(words) ? 'failed' : 'refused',
    words || `${model}/load refused`,
  );
};

/** Ids of those records of a domain that have an external id of ours, by that id. */
export const findNamed = async (odoo: Odoo, model: string, domain: Domain): Promise<Map<string, number>> => {
  const found = await searchRead<{ id: number }>(odoo, model, domain, ['id']);
  if (found.length === 0) return new Map();
  const names = await odoo.call<Record<string, string>>({
    model,
    method: 'get_external_id',
    ids: found.map(({ id }) => id),
  });
  return new Map(Object.entries(names).map(([id, name]) => [name, Number(id)]));
};

/** Whether a fault says that a record, or what it points to, is not there any more. */
export const isMissing = (error: unknown): boolean =>
  error instanceof OdooFault && error.fault === 'odoo.exceptions.MissingError';

/** Whether a fault says that an external id names nothing. */
export const isUnknownName = ({ method }: Pick<Call, 'method'>, error: unknown): boolean =>
  method === 'check_object_reference' && error instanceof OdooFault && error.fault === 'builtins.ValueError';

/** What an external id of ours names there; null where nothing. Odoo answers that with a 500, and every account may ask. */
export const resolve = async (odoo: Odoo, kind: string, id: string): Promise<number | null> => {
  const call: Call = {
    model: 'ir.model.data',
    method: 'check_object_reference',
    args: { module: MODULE, xml_id: externalId(kind, id).slice(MODULE.length + 1) },
  };
  try {
    const [, found] = await odoo.call<[string, number]>(call);
    return found;
  } catch (error) {
    if (isUnknownName(call, error)) return null;
    throw error;
  }
};
