/** The two languages the product speaks. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** E-mail addresses are compared trimmed and in lower case. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** An address that a browser opens, or null: what an editor typed can be of any kind. */
export const webAddress = (address: string | null | undefined): string | null =>
  address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : null;

/** A piece of a text. Half of a character that takes two places is none: PostgreSQL refuses it in JSON, and no address can carry it. */
export const piece = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/\p{Surrogate}/gu, '');

/** The beginning of what somebody else's program said, without what PostgreSQL keeps in no text: a row that is refused for it would be offered for ever. */
export const heard = (words: string, most: number): string => piece(words.replaceAll('\0', ''), 0, most);

/** Quotes a list of our own constants for SQL text; never used with anything a person typed. */
export const sqlList = (values: readonly string[]): string =>
  values.map((value) => `'${value.replace(/'/g, "''")}'`).join(', ');

/** A readable part of an address: letters without accents, digits and single hyphens. */
export const slugify = (text: string): string =>
  text
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/Ä/g, 'Ae')
    .replace(/Ö/g, 'Oe')
    .replace(/Ü/g, 'Ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
