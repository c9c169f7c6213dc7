import { createEnvironment } from './environment.mjs';
import { schema } from './schema.mjs';
import { createStore } from './store.mjs';
import { asDatetime } from './values.mjs';

/** @typedef {import('./store.mjs').Row} Row */

/** @param {string} names */
const named = (names) => names.split(', ').map((name, at) => ({ id: at + 1, name }));

/** The two who have a key, by their ids in a fresh database: an administrator, and the least-privileged user of a sync. */
export const USERS = {
  administrator: { id: 2, login: 'admin', isAdministrator: true },
  sync: { id: 5, login: 'webinar-sync', isAdministrator: false },
};

const MODULES =
  'base, mail, utm, crm, event, event_crm, event_product, event_sale, event_sms, rpc, sale, website, website_event';

/** What a fresh Odoo 19 with crm, event_sale and website_event holds, as far as a sync meets it. @type {Record<string, Row[]>} */
const ROWS = {
  'res.company': [{ id: 1, name: 'My Company', currency_id: 1, partner_id: 1, country_id: 233 }],
  'res.currency': [
    { id: 1, name: 'USD', symbol: '$', active: true, rounding: 0.01, decimal_places: 2 },
    { id: 126, name: 'EUR', symbol: '€', active: false, rounding: 0.01, decimal_places: 2 },
  ],
  'res.country': [
    { id: 57, name: 'Germany', code: 'DE', phone_code: 49 },
    { id: 233, name: 'United States', code: 'US', phone_code: 1 },
  ],
  'res.lang': [{ id: 1, name: 'English (US)', code: 'en_US', active: true }],
  'res.partner': [
    { id: 1, name: 'My Company', is_company: true, country_id: 233 },
    { id: 2, name: 'OdooBot', email: 'odoobot@example.com', active: false, company_id: 1 },
    { id: 3, name: 'Administrator', email: 'admin@example.com', company_id: 1, tz: 'Europe/Brussels' },
    { id: 4, name: 'Public user', active: false },
    { id: 5, name: 'Portal User Template', active: false },
    { id: 6, name: 'Webinar Sync', email: 'webinar-sync@example.com', tz: 'UTC' },
  ].map((row) => ({ active: true, is_company: false, type: 'contact', lang: 'en_US', ...row })),
  'res.users': [
    { id: 1, login: '__system__', name: 'OdooBot', partner_id: 2, active: false },
    { id: 2, login: 'admin', name: 'Administrator', partner_id: 3, email: 'admin@example.com' },
    { id: 3, login: 'public', name: 'Public user', partner_id: 4, active: false, share: true },
    { id: 4, login: 'portaltemplate', name: 'Portal User Template', partner_id: 5, active: false, share: true },
    { id: 5, login: 'webinar-sync', name: 'Webinar Sync', partner_id: 6, email: 'webinar-sync@example.com' },
  ].map((row) => ({ active: true, share: false, company_id: 1, lang: 'en_US', tz: 'UTC', ...row })),
  'crm.team': [
    { id: 1, name: 'Sales', user_id: 2, use_opportunities: true, active: true },
    { id: 2, name: 'Website', active: false },
    { id: 3, name: 'Point of Sale', active: false },
  ],
  'crm.stage': [
    { id: 1, name: 'New', sequence: 1 },
    { id: 2, name: 'Qualified', sequence: 2 },
    { id: 3, name: 'Proposition', sequence: 3 },
    { id: 4, name: 'Won', sequence: 70, is_won: true },
  ],
  'event.stage': [
    { id: 1, name: 'New', sequence: 1 },
    { id: 2, name: 'Booked', sequence: 2 },
    { id: 3, name: 'Announced', sequence: 3 },
    { id: 4, name: 'Ended', sequence: 5, fold: true, pipe_end: true },
  ],
  'event.question': [
    { id: 1, title: 'Name', question_type: 'name', is_mandatory_answer: true },
    { id: 2, title: 'Email', question_type: 'email', is_mandatory_answer: true },
    { id: 3, title: 'Phone', question_type: 'phone' },
  ].map((row) => ({ active: true, sequence: 10, is_default: true, is_reusable: true, ...row })),
  'utm.source': named(
    'Search engine, Lead Recall, Newsletter, Facebook, X, LinkedIn, Monster, Glassdoor, Craigslist, Referral',
  ),
  'utm.medium': named('Website, Phone, Direct, Email, Banner, X, Facebook, LinkedIn, Television, Google Adwords').map(
    (row) => ({ ...row, active: true }),
  ),
  'utm.stage': [{ id: 1, name: 'New', sequence: 10 }],
  'product.product': [
    {
      id: 1,
      name: 'Event Registration',
      list_price: 30,
      lst_price: 30,
      type: 'service',
      service_tracking: 'event',
      currency_id: 1,
      active: true,
    },
  ],
  'mail.activity.type': named('Email, Call, Meeting, To-Do, Document').map((row) => ({
    ...row,
    active: true,
    sequence: row.name === 'To-Do' ? 1 : row.id + 1,
  })),
  'mail.message.subtype': named('Discussions, Note, Activities, Invitation'),
  'ir.model': [...schema.values()].map(({ name, label }, at) => ({ id: at + 1, name: label, model: name })),
  'ir.module.module': named(MODULES)
    .map((row) => ({ ...row, shortdesc: row.name, state: 'installed', installed_version: '19.0.1.0' }))
    .concat({
      id: 99,
      name: 'website_event_sale',
      shortdesc: 'Online Event Ticketing',
      state: 'uninstalled',
      installed_version: '19.0.1.0',
    }),
};

/** @type {Record<string, [string, number]>} */
const NAMES = {
  'base.main_company': ['res.company', 1],
  'base.user_admin': ['res.users', 2],
  'base.main_partner': ['res.partner', 1],
  'event_product.product_product_event': ['product.product', 1],
  'mail.mail_activity_data_email': ['mail.activity.type', 1],
  'mail.mail_activity_data_call': ['mail.activity.type', 2],
  'mail.mail_activity_data_meeting': ['mail.activity.type', 3],
  'mail.mail_activity_data_todo': ['mail.activity.type', 4],
  'mail.mt_comment': ['mail.message.subtype', 1],
  'mail.mt_note': ['mail.message.subtype', 2],
  'utm.utm_source_newsletter': ['utm.source', 3],
};

/** The module that brings a model, as its external id is spelled. @param {string} model */
const moduleOf = (model) => {
  const [first = ''] = model.split('.');
  return first === 'res' || first === 'ir' ? 'base' : first;
};

/** A store that holds what a fresh database holds, with the keys of the two users. @param {{ sync: string, administrator: string }} keys */
export const createInitialStore = (keys) => {
  const store = createStore();
  const now = asDatetime(new Date());
  const stamp = { create_date: now, create_uid: 1, write_date: now, write_uid: 1 };
  for (const [model, rows] of Object.entries(ROWS)) {
    for (const row of rows) store.insert(model, { ...row, ...stamp });
  }
  const env = createEnvironment(store, USERS.administrator, {}, true);
  // What Odoo computes of contacts is computed by the same rules as of those made later.
  for (const { id } of store.rows('res.partner').values()) env.write('res.partner', [id], {});
  const userKeys = [
    { id: 1, name: 'administrator', user_id: USERS.administrator.id, key: keys.administrator },
    { id: 2, name: 'webinar sync', user_id: USERS.sync.id, key: keys.sync },
  ];
  for (const row of userKeys) {
    store.insert('res.users.apikeys', { ...row, ...stamp, scope: 'rpc', expiration_date: false });
  }
  for (const [xid, [model, id]] of Object.entries(NAMES)) store.name(xid, { model, id });
  for (const { id, model } of store.rows('ir.model').values()) {
    store.name(`${moduleOf(model)}.model_${model.replaceAll('.', '_')}`, { model: 'ir.model', id });
  }
  store.commit();
  return store;
};
