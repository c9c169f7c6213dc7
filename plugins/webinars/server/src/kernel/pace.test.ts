import { createPace } from './pace';

/** Milliseconds that so many took, asked for at the same moment. */
const time = async (pace: () => Promise<void>, many: number): Promise<number> => {
  const since = performance.now();
  await Promise.all(Array.from({ length: many }, pace));
  return performance.now() - since;
};

describe('a pace', () => {
  it('spaces what is done: so many a second', async () => {
    // The first goes at once; a timer may ring a millisecond early.
    expect(await time(createPace(100), 11)).toBeGreaterThanOrEqual(98);
  });

  it('lets a burst through after a rest, and no more than that', async () => {
    const pace = createPace(2, 3);
    expect(await time(pace, 3)).toBeLessThan(400);
    expect(await time(pace, 1)).toBeGreaterThanOrEqual(400);
  });

  it('is none where there is no limit', async () => {
    expect(await time(createPace(null), 10_000)).toBeLessThan(1000);
  });
});
