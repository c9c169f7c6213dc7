import { troubleOf } from './trouble';

describe('why work failed', () => {
  it('is told from the error', () => {
    const codes = (errors: string[]) => errors.map((error) => troubleOf(error).trouble);
    expect(
      codes([
        'canceling statement due to lock timeout',
        'connect ECONNREFUSED 127.0.0.1:1069',
        '[ { "code": "invalid_type", "path": ["session"] } ]',
        'This session was not found',
        'duplicate key value violates unique constraint "webinars_one"',
        'Cannot read properties of undefined',
        '',
      ]),
    ).toEqual(['busy', 'unreachable', 'payload', 'gone', 'refused', 'unknown', 'unknown']);
    expect(troubleOf(null)).toEqual({ trouble: 'unknown', words: '' });
  });

  it('says nothing of anybody', () => {
    const error = `insert into registrations (email) values ('ada@example.com') - duplicate key value violates unique constraint "webinars_one" Key (email)=(ada@example.com) of 'Ada Lovelace', +49 30 123 45 67\n    at Ada.js`;
    const { words } = troubleOf(error);
    expect(words).toBe('duplicate key value violates unique constraint "webinars_one" Key (email)=(…) of ‘…’, …');
    expect(troubleOf('550 no such user ada@example.com').words).toBe('550 no such user …@…');
  });
});
