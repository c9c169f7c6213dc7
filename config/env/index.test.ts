const NEEDED = ['ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];
const complete = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://somebody@127.0.0.1/something',
  ...Object.fromEntries(
    [...NEEDED, 'WEBINARS_TOKEN_SECRET'].map((name) => [name, `${name} of more than thirty-two characters`]),
  ),
  APP_KEYS: 'the first of two keys that sign cookies,the second of two keys that sign cookies',
};

/** As an instance reads its environment when it starts. */
const start = (given: NodeJS.ProcessEnv): void => {
  const before = process.env;
  process.env = { ...complete, ...given } as typeof process.env;
  try {
    jest.isolateModules(() => void jest.requireActual('.'));
  } finally {
    process.env = before;
  }
};

describe('Odoo in the environment', () => {
  const odoo = {
    ODOO_URL: 'https://odoo.example.com:8443/',
    ODOO_API_KEY: '0123456789abcdef',
    ODOO_DATABASE: 'my-db.1',
  };

  it('is an address, a key and a database', () => {
    expect(() => start(odoo)).not.toThrow();
  });

  it.each([
    [
      'credentials in the address',
      { ODOO_URL: 'https://me:secret@odoo.example.com' },
      'ODOO_URL is more than an address',
    ],
    ['a path', { ODOO_URL: 'https://odoo.example.com/web' }, 'ODOO_URL is more than an address'],
    ['another protocol', { ODOO_URL: 'ftp://odoo.example.com' }, 'ODOO_URL is not a web address'],
    ['no address', { ODOO_URL: 'odoo' }, 'ODOO_URL is not a web address'],
    ['quotation marks that a text program made', { ODOO_API_KEY: '“0123456789”' }, 'ODOO_API_KEY has characters'],
    ['a line break', { ODOO_API_KEY: '0123\n4567' }, 'ODOO_API_KEY has characters'],
    ['letters that no header carries', { ODOO_DATABASE: 'büro-✓' }, 'ODOO_DATABASE has characters'],
    ['half of it', { ODOO_API_KEY: '' }, 'ODOO_API_KEY is missing'],
  ])('stops the start with %s', (_what, given, words) => {
    const message = () => start({ ...odoo, ...given });
    expect(message).toThrow(words);
    expect(message).not.toThrow(/secret|0123/);
  });
});
