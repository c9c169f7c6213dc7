import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Attributes, Entry } from './entry';

type Trx = Knex.Transaction;

/** A row by its columns. */
type Row = Record<string, unknown>;

/** The parts of Strapi's description of a table that we read. */
type Meta = {
  tableName: string;
  attributes: Record<
    string,
    {
      type: string;
      columnName?: string;
      target?: string;
      joinTable?: {
        name: string;
        joinColumn: { name: string };
        inverseJoinColumn: { name: string };
        orderColumnName?: string;
        inverseOrderColumnName?: string;
      };
    }
  >;
};

/** The parts of Strapi's description of a content type or component that we read. */
type Model = {
  attributes: Record<string, { type: string; component?: string; repeatable?: boolean; target?: string }>;
};

/** Knows the row of every entry written so far, per language. */
export type Written = { idOf(uid: string, key: string, locale: string | null): number };

/** A written entry's rows in the order of its versions. */
type Ids = Map<string, number>;

const idKey = (key: string, locale: string | null) => `${key}@${locale ?? ''}`;

const draw = async (trx: Trx, table: string, count: number): Promise<number[]> => {
  if (count === 0) return [];
  const { rows } = await trx.raw<{ rows: { id: number }[] }>(
    `select nextval(pg_get_serial_sequence(?, 'id'))::int as id from generate_series(1, ?)`,
    [table, count],
  );
  return rows.map(({ id }) => id);
};

/** One statement per table: PostgreSQL itself turns the JSON into the table's own types. */
export const insertRows = async (trx: Trx, table: string, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const names = columns.map(() => '??').join(', ');
  await trx.raw(`insert into ?? (${names}) select ${names} from jsonb_populate_recordset(null::??, ?::jsonb)`, [
    table,
    ...columns,
    ...columns,
    table,
    JSON.stringify(rows),
  ]);
};

const asStored = (type: string, value: unknown): unknown =>
  type === 'datetime' && typeof value === 'number' ? new Date(value).toISOString() : value;

/** Collects rows of many tables and writes each table once. */
const createSheaf = () => {
  const tables = new Map<string, Row[]>();
  return {
    add(table: string, row: Row): void {
      const rows = tables.get(table) ?? [];
      rows.push(row);
      tables.set(table, rows);
    },
    async write(trx: Trx): Promise<void> {
      for (const [table, rows] of tables) await insertRows(trx, table, rows);
    },
  };
};

/**
 * Writes entries as Strapi writes them, a statement per table instead of a dozen per entry: rows, components and links, by Strapi's own
 * description of its tables. An attribute that the content type does not have is refused.
 */
export const createWriter = (strapi: Core.Strapi, trx: Trx) => {
  const known = new Map<string, Ids>();
  // Strapi keeps its models untyped here; the types above name what we read of them.
  const metaOf = (uid: string) => (strapi.db.metadata as unknown as Map<string, Meta>).get(uid) as Meta;
  const modelOf = (uid: string) => strapi.getModel(uid as never) as unknown as Model;

  const idOf = (uid: string, key: string, locale: string | null): number => {
    const ids = known.get(uid);
    const id = ids?.get(idKey(key, locale)) ?? ids?.get(idKey(key, 'en')) ?? ids?.get(idKey(key, null));
    if (id === undefined) throw new Error(`There is no ${uid} called ${key} yet.`);
    return id;
  };

  const split = (uid: string, attributes: Attributes) => {
    const model = modelOf(uid);
    const meta = metaOf(uid);
    const columns: Row = {};
    const components: [name: string, component: string, values: Attributes[]][] = [];
    const relations: [name: string, target: string, keys: string[]][] = [];
    for (const [name, value] of Object.entries(attributes)) {
      const attribute = model.attributes[name];
      if (!attribute) throw new Error(`${uid} has no attribute ${name}.`);
      if (attribute.component) {
        if (value) components.push([name, attribute.component, [value].flat() as Attributes[]]);
      } else if (attribute.type === 'relation') {
        if (value) relations.push([name, attribute.target as string, [value].flat() as string[]]);
      } else {
        columns[meta.attributes[name]?.columnName ?? name] = asStored(attribute.type, value);
      }
    }
    return { columns, components, relations };
  };

  const link = (
    sheaf: ReturnType<typeof createSheaf>,
    uid: string,
    name: string,
    id: number,
    targets: readonly number[],
    extra: Row = {},
  ): void => {
    const joinTable = metaOf(uid).attributes[name]?.joinTable;
    if (!joinTable) throw new Error(`${uid}.${name} has no table of links.`);
    targets.forEach((target, index) =>
      sheaf.add(joinTable.name, {
        [joinTable.joinColumn.name]: id,
        [joinTable.inverseJoinColumn.name]: target,
        ...(joinTable.orderColumnName ? { [joinTable.orderColumnName]: index + 1 } : {}),
        ...extra,
      }),
    );
  };

  type Part = { uid: string; id: number; locale: string | null; attributes: Attributes };

  /** Puts rows of one kind into the sheaf, then their components, which may have links of their own. */
  const lay = async (
    sheaf: ReturnType<typeof createSheaf>,
    parts: readonly Part[],
    system: (index: number) => Row,
  ): Promise<void> => {
    const inner = new Map<string, { owner: Part; name: string; values: Attributes }[]>();
    parts.forEach((part, index) => {
      const { columns, components, relations } = split(part.uid, part.attributes);
      sheaf.add(metaOf(part.uid).tableName, { id: part.id, ...system(index), ...columns });
      for (const [name, target, keys] of relations)
        link(
          sheaf,
          part.uid,
          name,
          part.id,
          keys.map((key) => idOf(target, key, part.locale)),
        );
      for (const [name, component, values] of components) {
        const list = inner.get(component) ?? [];
        list.push(...values.map((value) => ({ owner: part, name, values: value })));
        inner.set(component, list);
      }
    });
    for (const [component, list] of inner) {
      const ids = await draw(trx, metaOf(component).tableName, list.length);
      const laid = list.map(({ owner, values }, index): Part => ({
        uid: component,
        id: ids[index] as number,
        locale: owner.locale,
        attributes: values,
      }));
      await lay(sheaf, laid, () => ({}));
      const places = new Map<string, number>();
      list.forEach(({ owner, name }, index) => {
        const place = (places.get(`${owner.id} ${name}`) ?? 0) + 1;
        places.set(`${owner.id} ${name}`, place);
        link(sheaf, owner.uid, name, owner.id, [ids[index] as number], {
          component_type: component,
          field: name,
          order: place,
        });
      });
    }
  };

  return {
    idOf,
    /** Writes entries of one content type. Relations are the keys of entries written before. */
    async write(uid: string, entries: readonly Entry[]): Promise<void> {
      const versions = entries.flatMap((entry) => entry.versions.map((version) => ({ entry, ...version })));
      const ids = await draw(trx, metaOf(uid).tableName, versions.length);
      known.set(
        uid,
        new Map(versions.map(({ entry, locale }, index) => [idKey(entry.key, locale), ids[index] as number])),
      );
      const sheaf = createSheaf();
      const parts = versions.map(({ attributes, locale }, index): Part => ({
        uid,
        id: ids[index] as number,
        locale,
        attributes,
      }));
      await lay(sheaf, parts, (index) => {
        const { entry, locale } = versions[index] as (typeof versions)[number];
        const createdAt = new Date(entry.createdAt).toISOString();
        return {
          document_id: entry.documentId,
          created_at: createdAt,
          updated_at: new Date(entry.updatedAt).toISOString(),
          published_at: createdAt,
          ...(locale === null ? {} : { locale }),
        };
      });
      await sheaf.write(trx);
    },
  };
};
