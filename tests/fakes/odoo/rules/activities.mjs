import { accessError, DatabaseError } from '../errors.mjs';
import { asDatetime } from '../values.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** @param {Environment} env */
const today = (env) => asDatetime(env.now()).slice(0, 10);

/** Whoever may see the record may see what is to be done about it; a record that is gone may be seen by nobody. @param {Environment} env @param {Row[]} rows */
const checkRecords = (env, rows) => {
  for (const row of rows) {
    if (!row.res_model || !env.store.holds(row.res_model) || env.row(row.res_model, row.res_id)) continue;
    throw accessError(
      'The requested operation cannot be completed due to security restrictions. Please contact your system administrator.\n\n' +
        `(Document type: Activity, Operation: create)\n\nRecords: ${row.id}, User: ${env.user.id}`,
    );
  }
};

/** @param {Environment} env @param {Row[]} rows */
const checkTargets = (env, rows) => {
  if (rows.some((row) => Boolean(row.res_model) !== Boolean(row.res_id))) {
    throw new DatabaseError('Activities have to be linked to records with a not null res_id.');
  }
  checkRecords(env, rows);
};

/** @type {import('./index.mjs').Rules} */
export const activities = {
  computed: {
    display_name: (env, row) => row.summary || env.displayName('mail.activity.type', row.activity_type_id) || '',
    res_name: (env, row) => (row.res_model ? env.displayName(row.res_model, row.res_id) : false),
    state(env, row) {
      if (row.active === false) return 'done';
      const now = today(env);
      return row.date_deadline < now ? 'overdue' : row.date_deadline === now ? 'today' : 'planned';
    },
  },
  defaults: (env) => ({ activity_type_id: 4, date_deadline: today(env), automated: false }),
  computeNew(env, row) {
    env.keep('mail.activity', row, { res_model: env.row('ir.model', row.res_model_id)?.model ?? false });
  },
  created: checkTargets,
  written(env, rows) {
    for (const row of rows) {
      env.keep('mail.activity', row, { res_model: env.row('ir.model', row.res_model_id)?.model ?? false });
    }
    checkTargets(env, rows);
  },
};
