import { findRows } from '../domain.mjs';
import { typeError } from '../errors.mjs';
import { load } from '../load.mjs';
import { repr } from '../python.mjs';
import { describeFields, readRows, searchRows, webReadRows } from '../reading.mjs';
import { onModel, onRecords, takingAny, writing } from './method.mjs';

/** What every model can do. @type {Record<string, import('./method.mjs').Method>} */
export const common = {
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
    // The id alone is answered without a look at the database: of a record that is gone as well.
    const isBare =
      Array.isArray(args.fields) &&
      args.fields.length > 0 &&
      args.fields.every((/** @type {string} */ each) => each === 'id');
    if (isBare) return ids.map((id) => ({ id }));
    const rows = ids.flatMap((id) => env.row(model, id) ?? []);
    return readRows(env, model, rows, args.fields, 'load' in args ? args.load : '_classic_read');
  }),
  search: onModel('domain! offset limit order', ({ env, model, args }) =>
    searchRows(env, model, args).map(({ id }) => id),
  ),
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
    webReadRows(
      env,
      model,
      ids.flatMap((id) => env.row(model, id) ?? []),
      args.specification,
    ),
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
    const domain = [
      ...(args.domain ?? []),
      ...(args.name ? [['display_name', args.operator ?? 'ilike', args.name]] : []),
    ];
    const rows = searchRows(env, model, { domain, limit: args.limit ?? 100 });
    return rows.map(({ id }) => [id, env.displayName(model, id)]);
  }),
  name_create: onModel('name!', ({ env, model, args }) => {
    const [id = 0] = env.create(model, [{ name: args.name }]);
    return [id, env.displayName(model, id)];
  }),
  has_access: onRecords('operation!', ({ env, model, args }) => env.mayI(model, args.operation)),
  check_access_rights: onModel('operation! raise_exception', ({ env, model, args }) => {
    if (args.raise_exception === false) return env.mayI(model, args.operation);
    env.demand(model, args.operation);
    return true;
  }),
  action_archive: writing({ active: false }),
  action_unarchive: writing({ active: true }),
};
