import { writeFileSync } from 'node:fs';

// Asks a real Odoo what its models look like, and writes models.txt, from which the fake knows every field, label, right and relation:
//   ODOO_URL=… ODOO_API_KEY=… ODOO_ADMIN_API_KEY=… node tests/fakes/odoo/recorded/record.mjs
// The first key belongs to the least-privileged sync user of docs/odoo.md, the second to an administrator.

const { ODOO_URL, ODOO_API_KEY, ODOO_ADMIN_API_KEY } = process.env;

const MODELS = `
  event.event event.event.ticket event.registration event.registration.answer event.question event.question.answer event.tag
  event.tag.category event.stage event.type event.lead.rule event.mail crm.lead crm.tag crm.team crm.stage crm.lost.reason
  utm.source utm.medium utm.campaign utm.stage res.partner res.users res.users.apikeys res.company res.currency res.country res.lang
  product.product mail.activity mail.activity.type mail.message mail.message.subtype base.partner.merge.automatic.wizard ir.module.module ir.model ir.model.data`
  .trim()
  .split(/\s+/);

const ATTRIBUTES = ['string', 'type', 'required', 'readonly', 'relation', 'relation_field', 'selection', 'store'];

/** What the sync user is asked to do where it is not allowed to, for the words of the refusal. @type {Record<string, object>} */
const ATTEMPTS = {
  read: { domain: [], limit: 1 },
  create: { vals_list: [{}] },
  write: { ids: [1], vals: { create_date: false } },
  unlink: { ids: [1] },
};

/** @param {string | undefined} key @param {string} model @param {string} method @param {object} [body] @returns {Promise<any>} */
const ask = async (key, model, method, body = {}) => {
  const answer = await fetch(`${ODOO_URL}/json/2/${model}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `bearer ${key}` },
    body: JSON.stringify(body),
  });
  return answer.json();
};

/** @param {string} model @param {string} operation */
const refusal = async (model, operation) => {
  if (await ask(ODOO_API_KEY, model, 'has_access', { operation })) return [];
  const { message } = await ask(ODOO_API_KEY, model, operation === 'read' ? 'search' : operation, ATTEMPTS[operation]);
  const groups = [...message.matchAll(/^\t- (.*)$/gm)].map(([, group]) => group);
  return [`refused ${operation} | ${groups.join(', ')}`];
};

/** @param {any} field @param {any} stored @param {boolean} isHidden @param {boolean} isGiven */
const flags = (field, stored, isHidden, isGiven) =>
  [
    field.required && 'required',
    field.required && isGiven && 'given',
    field.readonly && 'readonly',
    !field.store && 'computed',
    isHidden && 'hidden',
    stored?.on_delete && `on delete ${stored.on_delete}`,
    stored?.relation_table && `in ${stored.relation_table} ${stored.column1} ${stored.column2}`,
  ]
    .filter(Boolean)
    .join(', ');

/** The many fields that choose among all time zones name this one list. @type {Set<string>} */
const zones = new Set();

/** @param {any} field */
const detail = ({ relation, relation_field: inverse, selection }) => {
  if (!selection) return [relation, inverse].filter(Boolean).join(' ');
  if (selection[0]?.[0] !== 'Africa/Abidjan') return JSON.stringify(selection);
  for (const [zone] of selection) zones.add(zone);
  return 'zones';
};

/** @param {string} model */
const describe = async (model) => {
  const [seen, visible, stored, [{ name, order }]] = await Promise.all([
    ask(ODOO_ADMIN_API_KEY, model, 'fields_get', { attributes: ATTRIBUTES }),
    ask(ODOO_API_KEY, model, 'fields_get', { attributes: ['type'] }),
    ask(ODOO_ADMIN_API_KEY, 'ir.model.fields', 'search_read', {
      domain: [['model', '=', model]],
      fields: ['name', 'on_delete', 'relation_table', 'column1', 'column2'],
    }),
    ask(ODOO_ADMIN_API_KEY, 'ir.model', 'search_read', { domain: [['model', '=', model]], fields: ['name', 'order'] }),
  ]);
  const given = await ask(ODOO_ADMIN_API_KEY, model, 'default_get', { fields: Object.keys(seen) });
  const byName = new Map(stored.map((/** @type {any} */ field) => [field.name, field]));
  const refusals = await Promise.all(Object.keys(ATTEMPTS).map((operation) => refusal(model, operation)));
  const lines = Object.entries(seen).map(([field, about]) =>
    [
      field,
      about.type,
      flags(about, byName.get(field), !(field in visible), field in given),
      about.string,
      detail(about),
    ]
      .join(' | ')
      .trimEnd(),
  );
  return [`model ${model} | ${name} | ${order}`, ...refusals.flat(), ...lines.sort()].join('\n');
};

const blocks = [];
for (const model of MODELS) blocks.push(await describe(model));
writeFileSync(new URL('models.txt', import.meta.url), `${[...blocks, ['zones', ...zones].join('\n')].join('\n\n')}\n`);
