import { valueError } from '../errors.mjs';
import { escapeHtml, toHtml } from '../text.mjs';
import { onRecords, takingAny } from './method.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** @param {Environment} env @param {string} model @param {number} id @param {Row} message */
export const post = (env, model, id, { body = '', isHtml, subtype = 2 }) => {
  const [message] = env.trusted().create('mail.message', [
    {
      model,
      res_id: id,
      body: isHtml ? body : toHtml(`<p>${escapeHtml(String(body))}</p>`),
      author_id: env.row('res.users', env.user.id)?.partner_id,
      subtype_id: subtype,
    },
  ]);
  return message;
};

const CHATTER = new Set(['author_id', 'message_type', 'partner_ids', 'subject', 'email_from', 'attachment_ids']);

/** What records with a chatter can do beside. @type {Record<string, import('./method.mjs').Method>} */
export const thread = {
  message_post: takingAny(
    onRecords('body body_is_html subtype_xmlid subtype_id', ({ env, model, ids, args }) => {
      if (ids.length !== 1) throw valueError(`Expected singleton: ${model}(${ids.join(', ')})`);
      const [{ id } = { id: 0 }] = env.rows(model, ids);
      const subtype = args.subtype_id ?? env.store.named(args.subtype_xmlid ?? 'mail.mt_note')?.id;
      return [post(env, model, id, { body: args.body, isHtml: args.body_is_html, subtype })];
    }),
    (name) =>
      CHATTER.has(name) ? undefined : valueError(`Those values are not supported when posting or notifying: ${name}`),
  ),
  activity_schedule: takingAny(
    onRecords('act_type_xmlid date_deadline summary note', ({ env, model, ids, args }) => {
      const { act_type_xmlid: type, date_deadline: deadline, ...values } = args;
      const [about] = env.having('ir.model', 'model', model);
      return env.trusted().create(
        'mail.activity',
        env.rows(model, ids).map(({ id }) => ({
          ...values,
          res_model_id: about?.id,
          res_id: id,
          automated: true,
          activity_type_id: env.store.named(type ?? '')?.id ?? 4,
          ...(deadline && { date_deadline: deadline }),
        })),
      );
    }),
    () => undefined,
  ),
};
