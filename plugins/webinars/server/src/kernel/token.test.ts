import { createTokens, newDocumentId, newReference } from './token';

const tokens = createTokens('a secret of at least thirty-two characters', 'manage');

describe('tokens', () => {
  it('can be derived again from the reference, and lead back to it', () => {
    const reference = newReference();
    expect(tokens.of(reference)).toBe(tokens.of(reference));
    expect(tokens.read(tokens.of(reference))).toBe(reference);
  });

  it.each(['', '.', 'W123', 'W123.', 'W123.abc', `${'x'.repeat(200)}.abc`, 'W123.' + 'A'.repeat(43)])(
    'refuse %j',
    (token) => {
      expect(tokens.read(token)).toBeNull();
    },
  );

  it('of one secret mean nothing under another', () => {
    const token = createTokens('another secret of thirty-two characters or more', 'manage').of('W1234567890');
    expect(tokens.read(token)).toBeNull();
  });

  it('of one purpose mean nothing for another', () => {
    const secret = 'a secret of at least thirty-two characters';
    const purposes = ['manage', 'preferences', 'consent'] as const;
    for (const purpose of purposes) {
      const token = createTokens(secret, purpose).of('W1234567890');
      const readers = purposes.filter((other) => createTokens(secret, other).read(token) !== null);
      expect(readers).toEqual([purpose]);
    }
  });

  it('that manage stay what they were when the first of them were mailed', () => {
    expect(tokens.of('W1234567890')).toBe('W1234567890.GA1w6c6y-CHPLuWK2oejaChhgz_O6OtvyXhKTil4CII');
  });

  it('do not open a neighbour', () => {
    const [, mac] = tokens.of('W1234567890').split('.');
    expect(tokens.read(`W1234567891.${mac}`)).toBeNull();
  });
});

describe('ids', () => {
  it('have the forms that people and Strapi expect', () => {
    expect(newReference()).toMatch(/^W[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(newDocumentId()).toMatch(/^[a-z][a-z0-9]{23}$/);
  });
});
