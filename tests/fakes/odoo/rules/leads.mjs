import { asDatetime } from '../values.mjs';
import { formatPhone, normalizeEmail } from '../text.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** @param {Row} row @param {Row} partner */
const hasOtherEmail = (row, partner) =>
  (normalizeEmail(row.email_from) || row.email_from || false) !== (partner.email_normalized || partner.email || false);

/** @param {Row} row @param {Row} partner */
const hasOtherPhone = (row, partner) =>
  (formatPhone(row.phone) || row.phone || false) !== (formatPhone(partner.phone) || partner.phone || false);

/** An address or number sent to the lead is taken for news about its contact. @param {Environment} env @param {Row} row @param {string[]} given */
const tellPartner = (env, row, given) => {
  const partner = env.row('res.partner', row.partner_id);
  if (!partner) return;
  const isNews = {
    email: given.includes('email_from') && row.email_from && hasOtherEmail(row, partner),
    phone: given.includes('phone') && row.phone && hasOtherPhone(row, partner),
  };
  if (!isNews.email && !isNews.phone) return;
  env.trusted().write('res.partner', [partner.id], {
    ...(isNews.email && { email: row.email_from }),
    ...(isNews.phone && { phone: row.phone }),
  });
};

/** @param {Environment} env @param {Row} partner */
const companyName = (env, partner) =>
  env.row('res.partner', partner.parent_id)?.name || (partner.is_company ? partner.name : partner.company_name);

/** What the lead takes from a contact it was not linked to before, beside what the call itself says. @param {Environment} env @param {Row} row @param {string[]} given */
const takeFromPartner = (env, row, given) => {
  const partner = env.row('res.partner', row.partner_id);
  const keep = (/** @type {string} */ field, /** @type {any} */ value) => {
    if (!given.includes(field)) env.keep('crm.lead', row, { [field]: value });
  };
  if (!partner) {
    keep('contact_name', false);
    keep('partner_name', false);
    return;
  }
  keep('contact_name', (partner.is_company ? false : partner.name) || row.contact_name || false);
  keep('partner_name', companyName(env, partner) || row.partner_name || false);
  keep('function', partner.function || row.function || false);
  keep('website', partner.website || row.website || false);
  keep('lang_id', partner.lang === 'en_US' ? 1 : false);
  if (partner.email && hasOtherEmail(row, partner)) keep('email_from', partner.email);
  if (partner.phone && hasOtherPhone(row, partner)) keep('phone', partner.phone);
};

/** @param {Environment} env @param {Row} row */
const computeCompany = (env, row) => {
  if (row.user_id || (row.company_id && row.team_id)) return row.company_id || 1;
  return env.row('res.partner', row.partner_id)?.company_id || false;
};

/** @param {Environment} env @param {Row} row */
const computeAlways = (env, row) =>
  env.keep('crm.lead', row, {
    email_normalized: normalizeEmail(row.email_from),
    phone_sanitized: formatPhone(row.phone),
    website: row.website && !/^\w+:\/\//.test(row.website) ? `http://${row.website}` : row.website,
    company_id: computeCompany(env, row),
  });

/** @param {Environment} env @param {Row} row */
const wonStatus = (env, row) => {
  if (row.probability === 100 && env.row('crm.stage', row.stage_id)?.is_won) return 'won';
  return row.active === false && !row.probability ? 'lost' : 'pending';
};

/** @type {import('./index.mjs').Rules} */
export const leads = {
  computed: {
    won_status: wonStatus,
    company_currency: () => 1,
    registration_count: (env, row) => env.value('crm.lead', row, 'registration_ids').length,
    prorated_revenue: (_env, row) => Math.round((row.expected_revenue || 0) * (row.probability || 0)) / 100,
  },
  defaults: (env) => ({
    type: 'opportunity',
    user_id: env.user.id,
    priority: '0',
    stage_id: 1,
    probability: 0,
    color: 0,
  }),
  // To a lead that is there Odoo links a contact by reading it; the team it asks at once, always.
  readsAtOnce: (field, isNew) => field === 'team_id' || (field === 'partner_id' && !isNew),
  computeNew(env, row, given) {
    const sent = Object.keys(given);
    const now = asDatetime(env.now());
    if (row.partner_id) takeFromPartner(env, row, sent);
    if (row.user_id) env.keep('crm.lead', row, { date_open: now, team_id: row.team_id || 1 });
    env.keep('crm.lead', row, { date_last_stage_update: now });
    computeAlways(env, row);
    tellPartner(env, row, sent);
  },
  preparing(env, rows, values) {
    const now = asDatetime(env.now());
    const movesStage = 'stage_id' in values && rows.some((row) => row.stage_id !== values.stage_id);
    if (movesStage) {
      values.date_last_stage_update = now;
      if (env.row('crm.stage', values.stage_id)?.is_won) Object.assign(values, { active: true, probability: 100 });
      else values.date_closed = false;
    }
    if ('user_id' in values) values.date_open = values.user_id ? now : false;
    if (values.user_id) for (const row of rows) if (!row.team_id) env.keep('crm.lead', row, { team_id: 1 });
    if (values.probability >= 100 || values.active === false) values.date_closed = now;
  },
  written(env, rows, values) {
    const sent = Object.keys(values);
    for (const row of rows) {
      if (sent.includes('partner_id')) takeFromPartner(env, row, sent);
      computeAlways(env, row);
      tellPartner(env, row, sent);
    }
  },
};
