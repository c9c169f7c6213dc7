const SPELT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i', '’': '' };

/** The same readable address that the product makes from a title: lower case, no accents, single hyphens. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüßłøđı’]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');

/** Strapi's rich text: one paragraph per string. */
export const blocks = (paragraphs: readonly string[]): unknown[] =>
  paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** The first paragraph in at most 160 characters, cut between words. */
export const summaryOf = ([first = '']: readonly string[]): string =>
  first.length <= 160 ? first : first.slice(0, 158).replace(/\s+\S*$/, ' …');
