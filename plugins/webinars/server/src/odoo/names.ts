import { rows, type Sql } from '../kernel/database';
import { PartnerError } from '../kernel/http-client';
import { digest } from '../kernel/token';
import type { Odoo } from './client';
import { externalId, load, searchRead } from './calls';

/** Things of Odoo that records point to by name. Those with `isMade` are made where there is none. */
const KINDS = {
  source: { model: 'utm.source', isMade: true },
  medium: { model: 'utm.medium', isMade: true },
  campaign: { model: 'utm.campaign', isMade: true },
  lead_tag: { model: 'crm.tag', isMade: true },
  event_tag: { model: 'event.tag', isMade: true },
  event_tag_category: { model: 'event.tag.category', isMade: true },
  question: { model: 'event.question', isMade: true },
  event_template: { model: 'event.type', isMade: false },
  team: { model: 'crm.team', isMade: false },
  user: { model: 'res.users', isMade: false },
  // Named by its number, as editors know it.
  product: { model: 'product.product', isMade: false },
} as const;

export type NameKind = keyof typeof KINDS;

/** Ids of things by name, remembered over restarts. */
export type Names = {
  /** The id of a thing; null where there is none and we make none. */
  idOf(kind: NameKind, name: string): Promise<number | null>;
  /** Of several, in as few calls. Those that are not there and are not made are left out. */
  idsOf(kind: NameKind, names: readonly string[]): Promise<Map<string, number>>;
  /** Those that are remembered: nobody is asked, and none is made. */
  remembered(kind: NameKind, names: readonly string[]): Promise<Map<string, number>>;
  /** Looks again for all of them: something we pointed to is gone. */
  forget(): Promise<void>;
};

/** Sends what points to things by name; where that is refused, perhaps one that we remember is gone: they are looked for again, once. */
export const lookingAgain = async <Answer>(names: Names, send: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
    await names.forget();
    return send();
  }
};

const EVENT_TAG_CATEGORY = 'Webinars';

// An external id is plain text, and has to tell names apart that differ in one accent only.
const spelt = (kind: NameKind, name: string): string => {
  const hex = Buffer.from(name, 'utf8').toString('hex');
  // Of two long names that begin alike, the second would rename the first.
  return externalId(kind, hex.length > 120 ? `${hex.slice(0, 80)}_${digest(name)}` : hex);
};

/** Users are found by their log-in or their address, in any spelling; all else by its name. */
const findUsers = async (odoo: Odoo, names: readonly string[]): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for (const name of names) {
    const [user] = await searchRead<{ id: number }>(
      odoo,
      'res.users',
      ['|', ['login', '=ilike', name], ['email', '=ilike', name]],
      ['id'],
      { limit: 1, order: 'id' },
    );
    if (user) found.set(name, user.id);
  }
  return found;
};

/** Those that are there; of several of one name, the oldest. */
export const findNames = async (odoo: Odoo, kind: NameKind, names: readonly string[]): Promise<Map<string, number>> => {
  if (names.length === 0) return new Map();
  if (kind === 'user') return findUsers(odoo, names);
  if (kind === 'product') {
    const found = await searchRead<{ id: number }>(odoo, 'product.product', [['id', 'in', names.map(Number)]], ['id']);
    return new Map(found.map(({ id }) => [String(id), id]));
  }
  const field = kind === 'question' ? 'title' : 'name';
  const rows = await searchRead<Record<string, string> & { id: number }>(
    odoo,
    KINDS[kind].model,
    [[field, 'in', names]],
    [field],
    { order: 'id desc' },
  );
  return new Map(rows.map((row) => [row[field]!, row.id]));
};

const COLUMNS: Partial<Record<NameKind, (name: string, category: number) => Record<string, string | number>>> = {
  question: (title) => ({ title, question_type: 'text_box' }),
  event_tag: (name, category) => ({ name, 'category_id/.id': category }),
};

/**
 * `keep` says whether what was found or made is remembered: a dry run keeps nothing. Names are searched first, because utm names that exist
 * are not refused but made a second time as `Webinar [2]`; made with an external id, so that two who make one at once make one.
 */
export const createNames = (sql: Sql, odoo: Odoo, keep: boolean): Names => {
  const known = new Map<string, number>();
  /** Those that were looked for and are not there: asking again for each record would cost a call each. */
  const absent = new Set<string>();

  const make = async (kind: NameKind, names: readonly string[]): Promise<Map<string, number>> => {
    if (names.length === 0) return new Map();
    const category = kind === 'event_tag' ? await idOf('event_tag_category', EVENT_TAG_CATEGORY) : null;
    const rows = names.map((name) => ({
      id: spelt(kind, name),
      ...(COLUMNS[kind]?.(name, category ?? 0) ?? { name }),
    }));
    const ids = await load(
      odoo,
      KINDS[kind].model,
      Object.keys(rows[0]!),
      rows.map((row) => Object.values(row)),
    );
    return new Map(names.map((name, index) => [name, ids[index]!]));
  };

  const remember = async (kind: NameKind, found: ReadonlyMap<string, number>): Promise<void> => {
    for (const [name, id] of found) known.set(`${kind} ${name}`, id);
    if (!keep || found.size === 0) return;
    await rows(
      sql,
      `insert into webinars_odoo_names (kind, name, remote_id)
       select ?::text, n.name, n.id from jsonb_to_recordset(?::jsonb) as n(name text, id bigint) order by n.name
       on conflict (kind, name) do update set remote_id = excluded.remote_id`,
      [kind, JSON.stringify([...found].map(([name, id]) => ({ name, id })))],
    );
  };

  const pick = (kind: NameKind, names: readonly string[]): Map<string, number> =>
    new Map(
      names.flatMap((name) => {
        const id = known.get(`${kind} ${name}`);
        return id === undefined ? [] : [[name, id] as const];
      }),
    );

  const remembered = async (kind: NameKind, names: readonly string[]): Promise<Map<string, number>> => {
    const unknown = names.filter((name) => !known.has(`${kind} ${name}`));
    if (unknown.length > 0) {
      const kept = await rows<{ name: string; id: number }>(
        sql,
        `select name, remote_id::int as id from webinars_odoo_names where kind = ? and name = any(?::text[])`,
        [kind, unknown],
      );
      for (const { name, id } of kept) known.set(`${kind} ${name}`, id);
    }
    return pick(kind, names);
  };

  const idsOf = async (kind: NameKind, names: readonly string[]): Promise<Map<string, number>> => {
    const wanted = [...new Set(names)];
    const unknown = () => wanted.filter((name) => !known.has(`${kind} ${name}`) && !absent.has(`${kind} ${name}`));
    await remembered(kind, unknown());
    await remember(kind, await findNames(odoo, kind, unknown()));
    if (KINDS[kind].isMade) await remember(kind, await make(kind, unknown()));
    for (const name of unknown()) absent.add(`${kind} ${name}`);
    return pick(kind, wanted);
  };

  const idOf = async (kind: NameKind, name: string): Promise<number | null> =>
    (await idsOf(kind, [name])).get(name) ?? null;

  return {
    idOf,
    idsOf,
    remembered,
    async forget() {
      known.clear();
      absent.clear();
      if (keep) await rows(sql, `delete from webinars_odoo_names where kind = any(?::text[])`, [Object.keys(KINDS)]);
    },
  };
};
