import { createPace } from './pace';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Asks so many times at once, and says after how many milliseconds each may go. */
const startsOf = async (pace: () => Promise<void>, many: number): Promise<number[]> => {
  const since = performance.now();
  const asked = Array.from({ length: many }, async () => {
    await pace();
    return performance.now() - since;
  });
  await jest.advanceTimersByTimeAsync(60_000);
  return Promise.all(asked);
};

describe('a pace', () => {
  it('spaces what is done: so many a second', async () => {
    expect(await startsOf(createPace(100), 5)).toEqual([0, 10, 20, 30, 40]);
  });

  it('lets a burst through after a rest, and no more than that', async () => {
    const pace = createPace(2, 3);
    expect(await startsOf(pace, 5)).toEqual([0, 0, 0, 500, 1000]);
    expect(await startsOf(pace, 4)).toEqual([0, 0, 0, 500]);
  });

  it('is none where there is no limit', async () => {
    expect(await startsOf(createPace(null), 3)).toEqual([0, 0, 0]);
  });
});
