import { plainBlocks } from './plain-blocks';

export type Attribute = {
  type: string;
  component?: string;
  target?: string;
  repeatable?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
};
export type Attributes = Record<string, Attribute>;
export type Entry = Record<string, unknown>;

/** Looks up the attributes of a component. */
type ComponentOf = (uid: string) => Attributes;

// What Strapi keeps of every entry, and what is said by other means.
const STRAPIS: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'localizations',
]);

/** What is read of an entry to tell all that it says: its components, and theirs; of what it points to, what that is called. */
export const deepPopulate = (attributes: Attributes, componentOf: ComponentOf): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type, component }]): [string, unknown][] => {
      if (STRAPIS.has(name)) return [];
      if (type === 'relation' || type === 'media') return [[name, true]];
      if (type !== 'component' || !component) return [];
      return [[name, { populate: deepPopulate(componentOf(component), componentOf) }]];
    }),
  );

const nameOf = (entry: Entry): string =>
  [entry.firstName, entry.lastName].filter(Boolean).join(' ') ||
  String(entry.title ?? entry.name ?? entry.slug ?? entry.documentId ?? entry.id);

const pointedTo = (entry: Entry) => ({ documentId: entry.documentId ?? String(entry.id), title: nameOf(entry) });

const asList = (value: unknown): Entry[] => (Array.isArray(value) ? value : value ? [value] : []) as Entry[];

/** A repeatable part is known by its language or its rule where it has one, else by its place. */
const partName = (part: Entry, at: number): string => String(part.locale ?? part.rule ?? at + 1);

const flatten = (
  attributes: Attributes,
  entry: Entry,
  prefix: string,
  componentOf: ComponentOf,
  into: Record<string, unknown>,
): void => {
  for (const [name, { type, component, repeatable }] of Object.entries(attributes)) {
    const value = entry[name];
    const path = `${prefix}${name}`;
    if (STRAPIS.has(name) || value === null || value === undefined) continue;
    if (type === 'relation' || type === 'media') {
      const found = asList(value).map(pointedTo);
      into[path] = Array.isArray(value) ? found : (found[0] ?? null);
    } else if (type === 'component' && component) {
      asList(value).forEach((part, at) =>
        flatten(
          componentOf(component),
          part,
          repeatable ? `${path}.${partName(part, at)}.` : `${path}.`,
          componentOf,
          into,
        ),
      );
    } else into[path] = type === 'blocks' ? plainBlocks(value) : value;
  }
};

/** An amount says nothing without the currency that stands beside it. */
const CURRENCY_OF: Record<string, string> = {
  price: 'currency',
  earlyBirdPrice: 'currency',
  defaultPrice: 'defaultCurrency',
  paymentAmount: 'paymentCurrency',
};

const withCurrencies = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, amount]) => {
      const currency = fields[CURRENCY_OF[path] ?? ''];
      return [path, typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : amount];
    }),
  );

const isOfLanguage = ({ type, pluginOptions }: Attribute): boolean =>
  pluginOptions?.i18n?.localized === true || type === 'uid';

/**
 * What an entry says, as names and values: of a document in several languages what is said in one is named with it, `title@de`, and what
 * is the same in all stands once. What the system keeps is left out.
 */
export const snapshot = (
  attributes: Attributes,
  rows: readonly Entry[],
  { left, isLocalized, componentOf }: { left: readonly string[]; isLocalized: boolean; componentOf: ComponentOf },
): Record<string, unknown> | null => {
  if (rows.length === 0) return null;
  const told = Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !left.includes(name) && !(isLocalized && name === 'locale')),
  );
  const fields: Record<string, unknown> = {};
  for (const row of rows) {
    const own: Record<string, unknown> = {};
    flatten(told, row, '', componentOf, own);
    for (const [path, value] of Object.entries(own)) {
      const attribute = told[path.split('.', 1)[0]!]!;
      fields[isLocalized && isOfLanguage(attribute) ? `${path}@${String(row.locale)}` : path] = value;
    }
  }
  return withCurrencies(fields);
};
