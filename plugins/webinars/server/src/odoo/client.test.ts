import { troubleOf } from './client';

describe('what a fault of Odoo means', () => {
  it.each([
    [401, 'werkzeug.exceptions.Unauthorized', 'unauthorized'],
    // JSON-RPC answers everything with 200 and has only the name.
    [500, 'odoo.exceptions.AccessDenied', 'unauthorized'],
    [403, 'odoo.exceptions.AccessError', 'forbidden'],
    [500, 'odoo.exceptions.AccessError', 'forbidden'],
    [404, 'odoo.exceptions.MissingError', 'refused'],
    [422, 'odoo.exceptions.ValidationError', 'refused'],
    [500, 'odoo.exceptions.ValidationError', 'refused'],
    [400, 'werkzeug.exceptions.BadRequest', 'refused'],
    [415, '', 'refused'],
    [409, 'odoo.exceptions.LockError', 'failed'],
    // What no other try can mend comes with 500, too.
    [500, 'builtins.ValueError', 'refused'],
    [500, 'builtins.TypeError', 'refused'],
    [500, 'psycopg2.errors.InvalidTextRepresentation', 'refused'],
    [500, 'psycopg2.errors.SerializationFailure', 'failed'],
    [500, 'psycopg2.errors.DeadlockDetected', 'failed'],
    [500, 'psycopg2.OperationalError', 'unreachable'],
    [500, 'psycopg2.InterfaceError', 'unreachable'],
    [500, '', 'failed'],
  ])('%d %s is %s', (status, name, trouble) => {
    expect(troubleOf(status, name)).toBe(trouble);
  });
});
