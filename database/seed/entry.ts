import { createHash } from 'node:crypto';

/** Attributes by the names of the content type. */
export type Attributes = Record<string, unknown>;

/** One entry to be written; one row per language where the type has languages. Other entries are named by their `key`. */
export type Entry = {
  key: string;
  documentId: string;
  createdAt: number;
  updatedAt: number;
  versions: { locale: string | null; attributes: Attributes }[];
};

/** A line of the event log. */
export type Fact = {
  type: string;
  at: number;
  session: string;
  registration: string | null;
  data: Attributes;
  onceKey: string | null;
};

/** Letters and digits that follow from a label, of an alphabet of at most 64; no two labels share them. */
const spell = (label: string, alphabet: string, length: number): string =>
  Array.from(
    createHash('sha256').update(label).digest().subarray(0, length),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A document id in Strapi's form. */
export const documentIdFor = (label: string): string =>
  spell(`first letter of ${label}`, LETTERS, 1) + spell(label, `${LETTERS}0123456789`, 23);

/** A registration's reference in the product's form. */
export const referenceFor = (label: string): string => `W${spell(label, '0123456789ABCDEFGHJKMNPQRSTVWXYZ', 10)}`;
