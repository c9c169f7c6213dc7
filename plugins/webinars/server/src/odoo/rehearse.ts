import type { Link, Outcomes, Planned } from '../partners';
import type { Call, Odoo } from './client';
import { createNames } from './names';
import { readKnown } from './queries';
import type { Tools } from './tools';

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

/** What is asked is asked, what would be written is noted. What would be made gets numbers below zero: what points to it can be told apart. */
const planning = (odoo: Odoo, planned: Planned[]): Odoo => {
  let next = 0;
  return {
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
  };
};

/** The tools of a dry run: they read, there and here, and remember what would be made for what would follow. */
export const createRehearsal = (real: Tools) => {
  const { sql } = real;
  const planned: Planned[] = [];
  const wouldBe = new Map<string, { id: number; state: string }>();
  const marked = new Map<string, Link>();
  const tickets = new Map<string, number>();
  const odoo = planning(real.odoo, planned);
  const tools: Tools = {
    ...real,
    odoo,
    names: createNames(sql, odoo, false),
    async remoteIds(kind, records) {
      const known = await real.remoteIds(kind, records);
      for (const record of records) {
        const made = wouldBe.get(`${kind} ${record}`);
        if (made && !known.has(record)) known.set(record, made);
      }
      return known;
    },
    tickets: {
      of: async (sessions) => new Map([...(await real.tickets.of(sessions)), ...tickets]),
      keep: async (session, id) => void tickets.set(session, id),
    },
    async mark(marks) {
      const fresh = { remoteId: null, sent: {}, isTried: false, attempts: 0, wanted: 1 };
      for (const mark of marks) marked.set(`${mark.kind} ${mark.record}`, { ...mark, ...fresh });
    },
    show: async () => {},
  };
  return {
    tools,
    planned,
    made(kind: string, outcomes: Outcomes): void {
      for (const [record, outcome] of outcomes) {
        if (outcome.state === 'done') wouldBe.set(`${kind} ${record}`, { id: Number(outcome.remoteId), state: 'done' });
      }
    },
    /** What would follow from what would be made: leads of attendees, to-dos of leads. */
    async following(kind: string): Promise<Link[]> {
      const links = [...marked.values()].filter((link) => link.kind === kind);
      const known = await readKnown(
        sql,
        kind,
        links.map(({ record }) => record),
      );
      return links.filter(({ record }) => !known.has(record));
    },
  };
};
