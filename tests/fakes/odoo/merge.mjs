import { userError } from './errors.mjs';
import { schema } from './schema.mjs';

/** @typedef {import('./environment.mjs').Environment} Environment */
/** @typedef {import('./store.mjs').Row} Row */

const MANY = 3;

/** What refers to the one refers to the other from now on. @param {Environment} env @param {number} from @param {number} to */
const moveReferences = (env, from, to) => {
  for (const model of schema.values()) {
    for (const field of model.fields.values()) {
      if (field.relation !== 'res.partner' || field.isComputed) continue;
      if (field.link && model.name !== 'base.partner.merge.automatic.wizard') {
        const here = { table: field.link.table, own: field.link.other, other: field.link.own };
        for (const other of env.store.linked(here, from)) {
          env.store.link(here, from, other, false);
          env.store.link(here, to, other, true);
        }
      }
      if (field.type !== 'many2one') continue;
      for (const row of env.having(model.name, field.name, from)) env.keep(model.name, row, { [field.name]: to });
    }
  }
  for (const model of ['mail.activity', 'mail.message']) {
    const named = model === 'mail.activity' ? 'res_model' : 'model';
    for (const row of env.having(model, 'res_id', from)) {
      if (row[named] === 'res.partner') env.keep(model, row, { res_id: to });
    }
  }
  for (const xid of env.store.namesOf('res.partner', from)) env.store.name(xid, { model: 'res.partner', id: to });
};

/** What the one that stays lacks, it takes from those that go. @param {Environment} env @param {Row} kept @param {Row[]} gone */
const fillIn = (env, kept, gone) => {
  /** @type {Row} */
  const values = {};
  for (const field of env.model('res.partner').fields.values()) {
    if (field.isComputed || field.type === 'one2many' || field.type === 'many2many' || kept[field.name]) continue;
    const found = gone.findLast((row) => row[field.name])?.[field.name];
    if (found) values[field.name] = found;
  }
  env.write('res.partner', [kept.id], values);
};

/** Merges the contacts a wizard names into its destination. @param {Environment} env @param {number} wizardId */
export const mergePartners = (env, wizardId) => {
  const wizards = 'base.partner.merge.automatic.wizard';
  env.demand(wizards, 'write');
  const [wizard = { id: 0 }] = env.rows(wizards, [wizardId]);
  /** @type {number[]} */
  const chosen = env.within({ active_test: false }).value(wizards, wizard, 'partner_ids');
  const partners = chosen.flatMap((id) => env.row('res.partner', id) ?? []);
  if (partners.length < 2) return;
  if (partners.length > MANY) {
    throw userError(
      'For safety reasons, you cannot merge more than 3 contacts together. You can re-open the wizard several times if needed.',
    );
  }
  const kept = partners.find(({ id }) => id === wizard.dst_partner_id) ?? partners[0] ?? { id: 0 };
  const gone = partners.filter((partner) => partner !== kept);
  for (const { id } of gone) moveReferences(env, id, kept.id);
  fillIn(env, kept, gone);
  env.trusted().unlink(
    'res.partner',
    gone.map(({ id }) => id),
  );
};
