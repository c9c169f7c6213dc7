import fs from 'node:fs';
import path from 'node:path';
import { createDocument } from './document';
import { operations } from './operations';

const WRITTEN = path.resolve(__dirname, '../../../../../docs/openapi.json');

describe('the OpenAPI document', () => {
  it('is written down as it is: `npm run openapi` renews it', () => {
    expect(JSON.parse(fs.readFileSync(WRITTEN, 'utf8'))).toEqual(JSON.parse(JSON.stringify(createDocument())));
  });

  it('names each operation once', () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to components it has', () => {
    const document = createDocument();
    const wanted = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(wanted));
  });
});
