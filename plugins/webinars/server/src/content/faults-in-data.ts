import { readable } from '../../../contracts/registration';
import type { Fault } from '../kernel/errors';

type Attribute = { type: string; customField?: string; component?: string };
type Attributes = Record<string, Attribute>;
type Data = Record<string, unknown>;

/** The attributes of a component, by its name. */
export type AttributesOf = (component: string) => Attributes;

const MOST_ENTRIES = 100;
const LONGEST_ENTRY = 500;
const LARGEST_INTEGER = 2_147_483_647;

// A page may link to these; an address with a scheme of its own would run as a script there.
const ADDRESS = /^(https?:\/\/[^\s]+|\/[^\s]*)$/i;

const listFault = (value: unknown): string | null => {
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string'))
    return 'This is a list of short texts.';
  if (value.length > MOST_ENTRIES) return `At most ${MOST_ENTRIES} entries.`;
  if (value.some((entry: string) => entry.trim() === '')) return 'No entry may be empty.';
  if (value.some((entry: string) => entry.length > LONGEST_ENTRY))
    return `An entry may have at most ${LONGEST_ENTRY} characters.`;
  return null;
};

const isReadable = (value: unknown): boolean => {
  if (typeof value === 'string') return readable(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isReadable);
};

const faultOf = (name: string, { type, customField }: Attribute, value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (!isReadable(value)) return 'This contains characters that cannot be read.';
  if (customField === 'plugin::webinars.list') return listFault(value);
  if (type === 'integer' && Math.abs(Number(value)) > LARGEST_INTEGER) return 'This number is too large.';
  const isAddress = customField === 'plugin::webinars.image' || /url$/i.test(name);
  if (isAddress && !(typeof value === 'string' && ADDRESS.test(value)))
    return 'An address begins with https://, or with / for a file on this server.';
  return null;
};

/** What is wrong with data as it would be saved, beyond what Strapi's own validation finds. */
export const faultsInData = (
  attributes: Attributes,
  data: Data,
  attributesOf: AttributesOf,
  path: string[] = [],
): Fault[] =>
  Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = data[name];
    const here = [...path, name];
    if (attribute.type === 'component' && attribute.component) {
      const inside = attributesOf(attribute.component);
      const below = (part: unknown, at: string[]) =>
        typeof part === 'object' && part !== null ? faultsInData(inside, part as Data, attributesOf, at) : [];
      return Array.isArray(value)
        ? value.flatMap((part, index) => below(part, [...here, String(index)]))
        : below(value, here);
    }
    const message = faultOf(name, attribute, value);
    return message === null ? [] : [{ path: here, message, name: 'ValidationError' }];
  });
