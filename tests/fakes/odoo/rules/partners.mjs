import { formatPhone, normalizeEmail } from '../text.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** @param {Environment} env @param {Row} row */
const company = (env, row) =>
  row.is_company ? false : env.row('res.partner', row.parent_id)?.name || row.company_name;

/** @param {Environment} env @param {Row} row */
const completeName = (env, row) => [company(env, row), row.name].filter(Boolean).join(', ');

/** @param {Environment} env @param {Row} row */
const compute = (env, row) =>
  env.keep('res.partner', row, {
    email_normalized: normalizeEmail(row.email),
    phone_sanitized: formatPhone(row.phone),
    complete_name: completeName(env, row),
  });

/** A lead shows the address and number of its contact, whoever changed them. @param {Environment} env @param {Row} partner */
const tellLeads = (env, partner) => {
  for (const lead of env.having('crm.lead', 'partner_id', partner.id)) {
    if (partner.email && normalizeEmail(lead.email_from) !== partner.email_normalized) {
      env.keep('crm.lead', lead, { email_from: partner.email, email_normalized: partner.email_normalized });
    }
    if (partner.phone && (formatPhone(lead.phone) || lead.phone) !== (partner.phone_sanitized || partner.phone)) {
      env.keep('crm.lead', lead, { phone: partner.phone, phone_sanitized: partner.phone_sanitized });
    }
  }
};

/** @type {import('./index.mjs').Rules} */
export const partners = {
  computed: { display_name: (_env, row) => row.complete_name },
  defaults: () => ({ lang: 'en_US', type: 'contact', is_company: false, color: 0 }),
  computeNew: compute,
  written(env, rows) {
    for (const row of rows) {
      compute(env, row);
      tellLeads(env, row);
    }
  },
};
