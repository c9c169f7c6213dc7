import type { Planned } from '../partners';
import type { Call, Odoo } from './client';

/** Methods that change nothing there. */
const READS = [
  'search_read',
  'search',
  'search_count',
  'read',
  'fields_get',
  'context_get',
  'check_object_reference',
  'get_external_id',
  'has_group',
  'check_access_rights',
];

const BODY = 4000;

const recordsIn = ({ ids, args = {} }: Call): number => {
  const list = args.vals_list ?? args.data ?? ids;
  return Array.isArray(list) ? list.length : 1;
};

/**
 * Odoo as a dry run has it: what is asked of it is asked, what would be written is noted. What would be made gets numbers below zero, so that
 * what points to it can be told apart from what is there.
 */
export const createRehearsal = (odoo: Odoo): { odoo: Odoo; planned: Planned[] } => {
  const planned: Planned[] = [];
  let next = 0;
  return {
    planned,
    odoo: {
      call<Answer>(call: Call) {
        const { model, method, ids, args } = call;
        if (READS.includes(method)) return odoo.call<Answer>(call);
        const records = recordsIn(call);
        planned.push({
          call: `${model}/${method}`,
          records,
          body: JSON.stringify({ ...(ids ? { ids } : {}), ...args }, null, 2).slice(0, BODY),
        });
        const made = Array.from({ length: records }, () => (next -= 1));
        if (method === 'create') return Promise.resolve(made as Answer);
        return Promise.resolve((method === 'load' ? { ids: made, messages: [] } : true) as Answer);
      },
    },
  };
};
