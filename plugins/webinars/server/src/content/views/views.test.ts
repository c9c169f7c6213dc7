import fs from 'node:fs';
import path from 'node:path';
import { labelOf } from '../arrange';
import { views } from '.';

const src = path.join(__dirname, '../../../../../../src');

type Schema = { attributes: Record<string, { type: string; relation?: string; enum?: string[]; required?: boolean }> };

const schemaOf = (uid: string): Schema => {
  const name = uid.split('.')[1]!;
  const file = uid.includes('::')
    ? path.join(src, 'api', name, 'content-types', name, 'schema.json')
    : path.join(src, 'components', `${uid.replace('.', '/')}.json`);
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Schema;
};

/** For software: known by number or kept for queries, and of no use in a form. */
const WITHOUT_A_PLACE = [
  'api::topic.topic odooProductId',
  'api::session.session scheduleVersion',
  'api::session.session revision',
  'api::session.session odooEventId',
  'api::session.session googleCalendarEventId',
  'api::registration.registration sessionDocumentId',
  'api::registration.registration revision',
  'api::registration.registration odooRegistrationId',
];

const WHOLE_ROWS = ['component', 'blocks', 'json'];

it('covers every content type and component', () => {
  const components = fs
    .readdirSync(path.join(src, 'components'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(path.sep, '.').replace(/\.json$/, ''));
  const types = fs.readdirSync(path.join(src, 'api')).map((name) => `api::${name}.${name}`);
  expect(Object.keys(views).sort()).toEqual([...types, ...components].sort());
});

describe.each(Object.entries(views))('the view of %s', (uid, view) => {
  const { attributes } = schemaOf(uid);
  const placed = view.rows.flatMap((row) => Object.keys(row));

  it('has a place for every attribute, once', () => {
    const expected = Object.keys(attributes).filter((name) => !WITHOUT_A_PLACE.includes(`${uid} ${name}`));
    expect([...placed].sort()).toEqual(expected.sort());
  });

  it('fills its rows', () => {
    for (const row of view.rows) expect(Object.values(row).reduce((sum, size) => sum + size, 0)).toBe(12);
  });

  it('gives a whole row to what Strapi shows in no less', () => {
    for (const row of view.rows)
      for (const [name, size] of Object.entries(row))
        if (WHOLE_ROWS.includes(attributes[name]!.type)) expect([name, size]).toEqual([name, 12]);
  });

  it('gives half a row to a switch that can be cleared, for its name and the way to clear it stand in one line', () => {
    for (const row of view.rows)
      for (const [name, size] of Object.entries(row)) {
        const { type, required = false } = attributes[name]!;
        if (type === 'boolean' && !required) expect([name, size >= 6]).toEqual([name, true]);
      }
  });

  it('names every attribute', () => {
    expect(Object.keys(attributes).filter((name) => labelOf(uid, name) === undefined)).toEqual([]);
  });

  it('speaks of attributes that exist', () => {
    const own = ['updatedAt', 'createdAt', ...Object.keys(attributes)];
    const spoken = [
      view.mainField,
      view.sort?.by,
      ...(view.columns ?? []),
      ...Object.keys(view.relations ?? {}),
      ...(view.readOnly ?? []),
    ];
    expect(spoken.filter((name) => name !== undefined && !own.includes(name))).toEqual([]);
  });
});
