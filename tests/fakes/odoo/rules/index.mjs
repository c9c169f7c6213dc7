import { activities } from './activities.mjs';
import { campaigns, tags, uniquelyNamed } from './names.mjs';
import { answers, events, mails, questions, tickets } from './events.mjs';
import { leads } from './leads.mjs';
import { partners } from './partners.mjs';
import { registrations } from './registrations.mjs';

/**
 * What Odoo does with the records of one model, beyond keeping them.
 * @typedef {import('../environment.mjs').Environment} Environment
 * @typedef {import('../store.mjs').Row} Row
 * @typedef {{
 *   name?: string,
 *   displayName?: (env: Environment, row: Row) => string,
 *   computed?: Record<string, (env: Environment, row: Row) => any>,
 *   aliases?: Record<string, string>,
 *   unique?: { field: string, words: string },
 *   defaults?: (env: Environment, values: Row) => Row,
 *   prepare?: (env: Environment, list: Row[]) => void,
 *   computeNew?: (env: Environment, row: Row, given: Row) => void,
 *   created?: (env: Environment, rows: Row[]) => void,
 *   preparing?: (env: Environment, rows: Row[], values: Row) => void,
 *   written?: (env: Environment, rows: Row[], values: Row) => void,
 *   unlinking?: (env: Environment, rows: Row[]) => void,
 *   readsAtOnce?: (field: string, isNew: boolean) => boolean,
 *   isForgiving?: boolean,
 *   shows?: (env: Environment, row: Row) => boolean,
 * }} Rules
 */

/** @type {Record<string, Rules>} */
const RULES = {
  'crm.lead': leads,
  'crm.tag': tags,
  'event.event': events,
  'event.event.ticket': tickets,
  'event.mail': mails,
  'event.question': questions,
  'event.registration': registrations,
  'event.registration.answer': answers,
  'ir.module.module': { computed: { display_name: (_env, row) => row.shortdesc } },
  'mail.activity': activities,
  'mail.message': { defaults: () => ({ message_type: 'notification', subtype_id: 2 }) },
  'res.partner': partners,
  // Everybody sees the own keys.
  'res.users.apikeys': { shows: (env, row) => row.user_id === env.user.id },
  'utm.campaign': campaigns,
  'utm.medium': uniquelyNamed('utm.medium'),
  'utm.source': uniquelyNamed('utm.source'),
};

/** @param {Row} row */
const label = (row) => row.name || row.title || `${row.id}`;

/** What lies on a record of any model and is found by its model and id. @type {Record<string, (env: Environment, row: Row) => any>} */
const common = { display_name: (_env, row) => String(label(row)) };

/** @param {string} model @param {string} field @param {string} other */
const onRecord = (model, field, other) => (/** @type {Environment} */ env, /** @type {Row} */ row) =>
  env
    .having(other, 'res_id', row.id)
    .filter((each) => each[field] === model && each.active !== false)
    .map(({ id }) => id)
    .sort((one, two) => two - one);

/** @type {Map<string, Rules>} */
const complete = new Map();

/** @param {string} model @returns {Rules} */
export const rulesOf = (model) => {
  const known = complete.get(model);
  if (known) return known;
  const rules = RULES[model] ?? {};
  const made = {
    ...rules,
    computed: {
      ...common,
      message_ids: onRecord(model, 'model', 'mail.message'),
      activity_ids: onRecord(model, 'res_model', 'mail.activity'),
      ...rules.computed,
    },
  };
  complete.set(model, made);
  return made;
};
