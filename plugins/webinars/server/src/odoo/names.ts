import { rows, type Sql } from '../kernel/database';
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
} as const;

export type NameKind = keyof typeof KINDS;

/** Ids of things by name, remembered over restarts. */
export type Names = {
  /** The id of a thing; null where there is none and we make none. */
  idOf(kind: NameKind, name: string): Promise<number | null>;
  /** Looks again for all of them: something we pointed to is gone. */
  forget(): Promise<void>;
};

const EVENT_TAG_CATEGORY = 'Webinars';

// An external id is plain text, and has to tell names apart that differ in one accent only.
const spelt = (kind: NameKind, name: string): string =>
  externalId(kind, Buffer.from(name, 'utf8').toString('hex').slice(0, 120));

/** The id of a thing that is there. */
export const find = async (odoo: Odoo, kind: NameKind, name: string): Promise<number | null> => {
  const { model } = KINDS[kind];
  const domain =
    kind === 'user'
      ? (['|', ['login', '=ilike', name], ['email', '=ilike', name]] as const)
      : ([[kind === 'question' ? 'title' : 'name', '=', name]] as const);
  const [found] = await searchRead<{ id: number }>(odoo, model, domain, ['id'], { limit: 1, order: 'id' });
  return found?.id ?? null;
};

const COLUMNS: Partial<Record<NameKind, (name: string, categoryId: number) => [string[], (string | number)[]]>> = {
  question: (title) => [
    ['title', 'question_type'],
    [title, 'text_box'],
  ],
  event_tag: (name, category) => [
    ['name', 'category_id/.id'],
    [name, category],
  ],
};

/**
 * `keep` says whether what was found or made is remembered: a dry run keeps nothing. Names are searched first, because utm names that exist
 * are not refused but made a second time as `Webinar [2]`; made with an external id, so that two who make one at once make one.
 */
export const createNames = (sql: Sql, odoo: Odoo, keep: boolean): Names => {
  const known = new Map<string, Promise<number | null>>();

  const make = async (kind: NameKind, name: string): Promise<number | null> => {
    const category = kind === 'event_tag' ? await idOf('event_tag_category', EVENT_TAG_CATEGORY) : null;
    const [fields, row] = COLUMNS[kind]?.(name, category ?? 0) ?? [['name'], [name]];
    const [id] = await load(odoo, KINDS[kind].model, ['id', ...fields], [[spelt(kind, name), ...row]]);
    return id ?? null;
  };

  const look = async (kind: NameKind, name: string): Promise<number | null> => {
    const [row] = await rows<{ id: number }>(
      sql,
      `select remote_id::int as id from webinars_odoo_names where kind = ? and name = ?`,
      [kind, name],
    );
    if (row) return row.id;
    const found = (await find(odoo, kind, name)) ?? (KINDS[kind].isMade ? await make(kind, name) : null);
    if (found !== null && keep) {
      await rows(
        sql,
        `insert into webinars_odoo_names (kind, name, remote_id) values (?, ?, ?)
         on conflict (kind, name) do update set remote_id = excluded.remote_id`,
        [kind, name, found],
      );
    }
    return found;
  };

  const idOf = (kind: NameKind, name: string): Promise<number | null> => {
    const key = `${kind} ${name}`;
    const before = known.get(key);
    if (before) return before;
    const asked = look(kind, name);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };

  return {
    idOf,
    async forget() {
      known.clear();
      if (keep) await rows(sql, `delete from webinars_odoo_names where kind = any(?::text[])`, [Object.keys(KINDS)]);
    },
  };
};
