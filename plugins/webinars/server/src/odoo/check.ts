import type { PartnerWarning } from '../../../contracts/partners';
import type { HttpClient } from '../kernel/http-client';
import { searchRead } from './calls';
import { OdooFault, type Odoo, type OdooAccess } from './client';
import { findNames, type NameKind } from './names';
import type { CurrentOdooSettings } from '../../../contracts/odoo';

/** What the account has to be allowed, by model. */
const RIGHTS = [
  ['event.event', 'create'],
  ['event.event', 'write'],
  ['event.registration', 'create'],
  ['event.registration', 'write'],
  ['crm.lead', 'create'],
  ['crm.lead', 'write'],
  ['crm.tag', 'create'],
  ['res.partner', 'read'],
  ['res.partner', 'create'],
] as const;

const missingRights = async (odoo: Odoo): Promise<PartnerWarning[]> => {
  const warnings: PartnerWarning[] = [];
  for (const [model, right] of RIGHTS) {
    try {
      const isAllowed = await odoo.call<boolean>({
        model,
        method: 'check_access_rights',
        args: { operation: right, raise_exception: false },
      });
      if (!isAllowed) warnings.push({ code: 'missing_right', values: { model, right } });
    } catch (error) {
      if (!(error instanceof OdooFault) || error.trouble !== 'refused') throw error;
      if (!warnings.some(({ values }) => values.module === model)) {
        warnings.push({ code: 'missing_module', values: { module: model } });
      }
    }
  }
  return warnings;
};

/**
 * Keys of this account; which of them is ours Odoo does not tell, so the first to expire counts. One that has expired, and stays listed for a
 * day, is not ours: ours was just let in.
 */
const keyExpiry = async (odoo: Odoo, now: Date): Promise<{ at: Date | null; warnings: PartnerWarning[] }> => {
  try {
    const keys = await searchRead<{ expiration_date: string | false }>(
      odoo,
      'res.users.apikeys',
      [],
      ['expiration_date'],
    );
    const dates = keys.flatMap(({ expiration_date: date }) => (date ? [new Date(`${date.replace(' ', 'T')}Z`)] : []));
    const ahead = dates.filter((date) => date > now).sort((a, b) => a.getTime() - b.getTime());
    return { at: ahead[0] ?? null, warnings: [] };
  } catch (error) {
    if (!(error instanceof OdooFault)) throw error;
    // Before Odoo 18 keys had no date, and an account may not read them.
    return { at: null, warnings: [{ code: 'key_unknown', values: {} }] };
  }
};

/** Whether the account sees leads beside opportunities; null where this Odoo does not tell. */
const showsLeads = async (odoo: Odoo, uid: number): Promise<boolean | null> => {
  try {
    return await odoo.call<boolean>({
      model: 'res.users',
      method: 'has_group',
      ids: [uid],
      args: { group_ext_id: 'crm.group_use_lead' },
    });
  } catch (error) {
    if (!(error instanceof OdooFault)) throw error;
    return null;
  }
};

/** What those who work there have set up that crosses ours. */
const crossings = async (
  odoo: Odoo,
  uid: number,
  settings: CurrentOdooSettings,
  products: readonly string[],
): Promise<PartnerWarning[]> => {
  const warnings: PartnerWarning[] = [];
  try {
    const count = await odoo.call<number>({ model: 'event.lead.rule', method: 'search_count', args: { domain: [] } });
    if (count > 0) warnings.push({ code: 'own_lead_rules', values: { count } });
  } catch (error) {
    // Without the module there are no such rules.
    if (!(error instanceof OdooFault)) throw error;
  }
  const rules = settings.rules.filter(({ isActive }) => isActive);
  if (rules.some(({ leadType }) => leadType === 'lead')) {
    if ((await showsLeads(odoo, uid)) === false) warnings.push({ code: 'leads_hidden', values: {} });
  }
  const unknown = async (kind: NameKind, names: readonly (string | null)[]): Promise<string[]> => {
    const wanted = [...new Set(names)].filter((name) => name !== null);
    const found = await findNames(odoo, kind, wanted);
    return wanted.filter((name) => !found.has(name));
  };
  const people = [settings.salesperson, ...rules.map(({ salesperson }) => salesperson)];
  for (const email of await unknown('user', people)) warnings.push({ code: 'unknown_salesperson', values: { email } });
  const teams = rules.map(({ team }) => team);
  for (const team of await unknown('team', teams)) warnings.push({ code: 'unknown_team', values: { team } });
  for (const product of await unknown('product', products))
    warnings.push({ code: 'unknown_product', values: { product } });
  return warnings;
};

const versionOf = async (http: HttpClient, { url }: OdooAccess, signal: AbortSignal): Promise<string | null> => {
  const { status, text } = await http({ url: `${url}/web/version`, signal });
  try {
    return status === 200 ? ((JSON.parse(text) as { version?: string }).version ?? null) : null;
  } catch {
    return null;
  }
};

/** Asks Odoo who we are there and what is in the way. */
export const checkOdoo = async (
  odoo: Odoo,
  http: HttpClient,
  access: OdooAccess,
  settings: CurrentOdooSettings,
  products: readonly string[],
  now: Date,
  signal: AbortSignal,
) => {
  const version = await versionOf(http, access, signal);
  const { uid } = await odoo.call<{ uid: number }>({ model: 'res.users', method: 'context_get' });
  const [user] = await searchRead<{ login: string }>(odoo, 'res.users', [['id', '=', uid]], ['login']);
  const { at, warnings } = await keyExpiry(odoo, now);
  return {
    version,
    account: user?.login ?? null,
    keyExpiresAt: at,
    warnings: [...(await missingRights(odoo)), ...(await crossings(odoo, uid, settings, products)), ...warnings],
  };
};
