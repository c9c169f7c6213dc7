import type { Known } from './attendees';
import { searchRead } from './calls';
import type { Values } from './client';
import type { Tools } from './tools';

export type Property = { name: string; type: string; value?: unknown };
type Named = [id: number, name: string];

/** A property as it is written: what points to a record is read with that record's name. */
const asWritten = ({ type, value }: Property): unknown => {
  if (type === 'many2one') return (value as Named | false) && (value as Named)[0];
  return type === 'many2many' ? (value as Named[]).map(([id]) => id) : value;
};

/** Odoo replaces all properties of an attendee together: those that staff there keep beside ours are sent along. */
export const withTheirProperties = async ({ odoo }: Tools, people: readonly Known[]): Promise<readonly Known[]> => {
  const telling = people.filter(({ values }) => values.registration_properties);
  if (telling.length === 0) return people;
  const read = await searchRead<{ id: number; registration_properties: Property[] | false }>(
    odoo,
    'event.registration',
    [['id', 'in', telling.map(({ id }) => id)]],
    ['registration_properties'],
  );
  const theirs = new Map(
    read.map(({ id, registration_properties: properties }) => {
      const told = (properties || []).filter(({ value }) => value !== undefined);
      return [id, Object.fromEntries(told.map((property) => [property.name, asWritten(property)]))];
    }),
  );
  return people.map((person) => {
    const ours = person.values.registration_properties as Values | undefined;
    if (!ours) return person;
    return { ...person, values: { ...person.values, registration_properties: { ...theirs.get(person.id), ...ours } } };
  });
};
