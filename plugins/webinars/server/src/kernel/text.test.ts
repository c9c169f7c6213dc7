import { heard, piece } from './text';

describe('what somebody else’s program said', () => {
  it.each([
    ['is kept as it is', 'Zürich 🙃 is away', 'Zürich 🙃 is away'],
    ['loses what PostgreSQL keeps in no text', 'no\u0000thing \ud83d here, \ude43all', 'nothing  here, all'],
    ['is cut before a character that does not fit', `${'.'.repeat(19)}🙃`, '.'.repeat(19)],
    ['keeps a character that does', `${'.'.repeat(18)}🙃!`, `${'.'.repeat(18)}🙃`],
    ['may be nothing', '', ''],
  ])('%s', (_what, said, kept) => {
    expect(heard(said, 20)).toBe(kept);
  });

  it('is well formed in every piece', () => {
    const words = 'a🙃b\u0000🙃🙃';
    for (let most = 0; most <= words.length; most += 1)
      expect(encodeURIComponent(heard(words, most))).not.toContain('%00');
    expect(piece('🙃🙃', 1, 4)).toBe('🙃');
  });
});
