import { findRows } from './domain.mjs';
import { accessError, DatabaseError, refusal, typeError, userError, valueError } from './errors.mjs';
import { load } from './load.mjs';
import { mergePartners } from './merge.mjs';
import { describeFields, readRows, searchRows, webReadRows } from './reading.mjs';
import { repr } from './python.mjs';
import { asDatetime } from './values.mjs';
import { escapeHtml, toHtml } from './text.mjs';

/**
 * @typedef {import('./environment.mjs').Environment} Environment
 * @typedef {import('./store.mjs').Row} Row
 * @typedef {{ env: Environment, model: string, ids: number[], args: Record<string, any>, isList: boolean }} Call
 */

/**
 * A method that can be called from outside: on records, or on the model alone; its arguments by name, in order, `!` for those that must
 * be there; whether it takes names of any kind beside them; and whether what it answers are records, whose ids go out.
 * @typedef {{ on: 'records' | 'model', takes: string[], takesAny?: (name: string) => Error | undefined, run: (call: Call) => unknown }} Method
 */

/** @param {string} takes @param {(call: Call) => unknown} run @returns {Method} */
const onModel = (takes, run) => ({ on: 'model', takes: takes.split(' ').filter(Boolean), run });
/** @param {string} takes @param {(call: Call) => unknown} run @returns {Method} */
const onRecords = (takes, run) => ({ on: 'records', takes: takes.split(' ').filter(Boolean), run });
/** @param {Method} method @param {(name: string) => Error | undefined} refuse @returns {Method} */
const takingAny = (method, refuse) => ({ ...method, takesAny: refuse });

/** @param {Row} values */
const writing = (values) =>
  onRecords('', ({ env, model, ids }) => {
    env.write(model, ids, values);
    return null;
  });

/** @param {Environment} env @param {string} model @param {number} id @param {Row} message */
const post = (env, model, id, { body = '', isHtml, subtype = 2 }) => {
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

/** @type {Record<string, Method>} */
const COMMON = {
  create: onModel('vals_list!', ({ env, model, args, isList }) => {
    const list = Array.isArray(args.vals_list) ? args.vals_list : [args.vals_list];
    const ids = env.create(model, list);
    return isList || Array.isArray(args.vals_list) ? ids : ids[0];
  }),
  write: onRecords('vals!', ({ env, model, ids, args }) => {
    env.write(model, ids, args.vals);
    return true;
  }),
  unlink: onRecords('', ({ env, model, ids }) => {
    env.unlink(model, ids);
    return true;
  }),
  read: onRecords('fields load', ({ env, model, ids, args }) => {
    const rows = ids.flatMap((id) => env.row(model, id) ?? []);
    return readRows(env, model, rows, args.fields, 'load' in args ? args.load : '_classic_read');
  }),
  search: onModel('domain! offset limit order', ({ env, model, args }) => searchRows(env, model, args).map(({ id }) => id)),
  search_count: onModel('domain! limit', ({ env, model, args }) => {
    const { length } = findRows(env, model, args.domain);
    return args.limit ? Math.min(length, args.limit) : length;
  }),
  search_read: takingAny(
    onModel('domain fields offset limit order', ({ env, model, args }) =>
      readRows(env, model, searchRows(env, model, args), args.fields, 'load' in args ? args.load : '_classic_read'),
    ),
    (name) =>
      name === 'load'
        ? undefined
        : typeError(`BaseModel._read_format() got an unexpected keyword argument ${repr(name)}`),
  ),
  web_read: onRecords('specification!', ({ env, model, ids, args }) =>
    webReadRows(env, model, ids.flatMap((id) => env.row(model, id) ?? []), args.specification),
  ),
  web_search_read: onModel('domain! specification! offset limit order count_limit', ({ env, model, args }) => ({
    length: findRows(env, model, args.domain).length,
    records: webReadRows(env, model, searchRows(env, model, args), args.specification),
  })),
  fields_get: onModel('allfields attributes', ({ env, model, args }) =>
    describeFields(env, model, args.allfields, args.attributes),
  ),
  load: onModel('fields! data!', ({ env, model, args }) => load(env, model, args.fields, args.data)),
  get_external_id: onRecords('', ({ env, model, ids }) =>
    Object.fromEntries(ids.map((id) => [String(id), env.store.namesOf(model, id)[0] ?? ''])),
  ),
  name_search: onModel('name domain operator limit', ({ env, model, args }) => {
    const domain = [...(args.domain ?? []), ...(args.name ? [['display_name', args.operator ?? 'ilike', args.name]] : [])];
    const rows = searchRows(env, model, { domain, limit: args.limit ?? 100 });
    return rows.map(({ id }) => [id, env.displayName(model, id)]);
  }),
  name_create: onModel('name!', ({ env, model, args }) => {
    const [id = 0] = env.create(model, [{ name: args.name }]);
    return [id, env.displayName(model, id)];
  }),
  has_access: onRecords('operation!', ({ env, model, args }) => env.mayI(model, args.operation)),
  action_archive: writing({ active: false }),
  action_unarchive: writing({ active: true }),
};

const CHATTER = new Set(['author_id', 'message_type', 'partner_ids', 'subject', 'email_from', 'attachment_ids']);

/** What records with a chatter can do beside. @type {Record<string, Method>} */
const THREAD = {
  message_post: takingAny(
    onRecords('body body_is_html subtype_xmlid subtype_id', ({ env, model, ids, args }) => {
      if (ids.length !== 1) throw valueError(`Expected singleton: ${model}(${ids.join(', ')})`);
      const [{ id } = { id: 0 }] = env.rows(model, ids);
      const subtype = args.subtype_id ?? env.store.named(args.subtype_xmlid ?? 'mail.mt_note')?.id;
      return [post(env, model, id, { body: args.body, isHtml: args.body_is_html, subtype })];
    }),
    (name) =>
      CHATTER.has(name)
        ? undefined
        : valueError(`Those values are not supported when posting or notifying: ${name}`),
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

/** @param {Call} call */
const finish = ({ env, model, ids, args }) => {
  const now = asDatetime(env.now()).slice(0, 10);
  let message;
  for (const row of env.rows(model, ids)) {
    env.write(model, [row.id], { active: false, date_done: now });
    message = post(env, row.res_model || model, row.res_id, { body: args.feedback ?? '', subtype: 3 });
  }
  return message ?? false;
};

/** @type {Record<string, Record<string, Method>>} */
const OWN = {
  'crm.lead': {
    ...THREAD,
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
    ...THREAD,
    action_set_done: writing({ stage_id: 4 }),
  },
  'event.registration': {
    ...THREAD,
    action_set_draft: writing({ state: 'draft' }),
    action_confirm: writing({ state: 'open' }),
    action_set_done: writing({ state: 'done' }),
    action_cancel: writing({ state: 'cancel' }),
  },
  'res.partner': THREAD,
  'mail.activity': { action_done: onRecords('', finish), action_feedback: onRecords('feedback attachment_ids', finish) },
  'res.users': {
    context_get: onModel('', ({ env }) => {
      const { lang, tz } = env.row('res.users', env.user.id) ?? {};
      return { lang, tz, uid: env.user.id };
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
      env.demand(known.model, 'read');
      return [known.model, known.id];
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

/** Public in Python, but not to be called from outside. */
const PRIVATE = new Set(['exists', 'search_fetch', 'browse', 'sudo', 'with_context', 'mapped', 'filtered']);

/** @param {string} model @param {string} name */
export const isPrivate = (model, name) => name.startsWith('_') || (PRIVATE.has(name) && !OWN[model]?.[name]);

/** @param {string} model @param {string} name @returns {Method | undefined} */
export const methodOf = (model, name) => OWN[model]?.[name] ?? (Object.hasOwn(COMMON, name) ? COMMON[name] : undefined);
