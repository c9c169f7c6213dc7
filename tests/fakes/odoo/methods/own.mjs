import { findRows } from '../domain.mjs';
import { refusal, valueError } from '../errors.mjs';
import { mergePartners } from '../merge.mjs';
import { asDatetime } from '../values.mjs';
import { onModel, onRecords, takingAny, writing } from './method.mjs';
import { post, thread } from './thread.mjs';

/** @param {import('./method.mjs').Call} call */
const finish = ({ env, model, ids, args }) => {
  const now = asDatetime(env.now()).slice(0, 10);
  let message;
  for (const row of env.rows(model, ids)) {
    env.write(model, [row.id], { active: false, date_done: now });
    message = post(env, row.res_model || model, row.res_id, { body: args.feedback ?? '', subtype: 3 });
  }
  return message ?? false;
};

/** What the records of one model can do beside. @type {Record<string, Record<string, import('./method.mjs').Method>>} */
export const own = {
  'crm.lead': {
    ...thread,
    action_set_lost: takingAny(
      onRecords('', ({ env, model, ids, args }) => {
        env.write(model, ids, { ...args, active: false, probability: 0 });
        return null;
      }),
      () => undefined,
    ),
    action_set_won: onRecords('', ({ env, model, ids }) => {
      const won = [...env.store.rows('crm.stage').values()].find((stage) => stage.is_won);
      env.write(model, ids, { active: true, stage_id: won?.id, probability: 100 });
      return true;
    }),
    convert_opportunity: onRecords('partner! user_ids team_id', ({ env, model, ids, args }) => {
      env.write(model, ids, {
        type: 'opportunity',
        date_conversion: asDatetime(env.now()),
        ...(args.partner && { partner_id: args.partner }),
      });
      return true;
    }),
  },
  'event.event': {
    ...thread,
    action_set_done: writing({ stage_id: 4 }),
  },
  'event.registration': {
    ...thread,
    action_set_draft: writing({ state: 'draft' }),
    action_confirm: writing({ state: 'open' }),
    action_set_done: writing({ state: 'done' }),
    action_cancel: writing({ state: 'cancel' }),
  },
  'res.partner': thread,
  'mail.activity': {
    action_done: onRecords('', finish),
    action_feedback: onRecords('feedback attachment_ids', finish),
  },
  'res.users': {
    context_get: onModel('', ({ env }) => {
      const { lang, tz } = env.row('res.users', env.user.id) ?? {};
      return { lang, tz, uid: env.user.id };
    }),
    // The groups of the account that keeps in step; an administrator has those of the applications as well.
    has_group: onRecords('group_ext_id!', ({ env, args }) => {
      const groups = ['base.group_user', 'sales_team.group_sale_salesman_all_leads', 'event.group_event_user'];
      const more = ['base.group_system', 'event.group_event_manager', 'sales_team.group_sale_manager'];
      return [...groups, ...(env.user.isAdministrator ? more : [])].includes(args.group_ext_id);
    }),
  },
  'res.users.apikeys': {
    create: onModel('vals_list!', ({ env }) => {
      throw refusal(env.model('res.users.apikeys'), 'create', []);
    }),
  },
  'ir.model.data': {
    check_object_reference: onModel('module! xml_id! raise_on_access_error', ({ env, args }) => {
      const xid = `${args.module}.${args.xml_id}`;
      const known = env.store.named(xid);
      if (!known) throw valueError(`External ID not found in the system: ${xid}`);
      // What is archived is not found, though it is there.
      const isFound = findRows(env, known.model, [['id', '=', known.id]]).length > 0;
      return [known.model, isFound && known.id];
    }),
  },
  'base.partner.merge.automatic.wizard': {
    action_merge: onRecords('', ({ env, ids }) => {
      const [id = 0] = ids;
      mergePartners(env, id);
      return {
        type: 'ir.actions.act_window',
        res_model: 'base.partner.merge.automatic.wizard',
        res_id: id,
        view_mode: 'form',
        target: 'new',
      };
    }),
  },
};
