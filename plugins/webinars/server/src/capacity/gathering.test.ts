import fc from 'fast-check';
import { createGathering, POSTPONED } from './gathering';

type Ask = { key: string; n: number };

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

describe('requests that wait together', () => {
  it('are decided together, while one that waits for nobody goes alone and at once', async () => {
    const batches: number[][] = [];
    const first = gate();
    const gathering = createGathering<Ask, number>({
      keyOf: (ask) => ask.key,
      lanes: 1,
      most: 10,
      async decide(asks) {
        batches.push(asks.map((ask) => ask.n));
        if (batches.length === 1) await first.opened;
        return asks.map((ask) => ask.n);
      },
    });
    const answers = [1, 2, 3, 4].map((n) => gathering.ask({ key: 'a', n }));
    first.open();
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4]);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('of one session are never in two lanes at once, and keep their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            key: fc.constantFrom('a', 'b', 'c'),
            isLocked: fc.boolean(),
            pause: fc.integer({ min: 0, max: 2 }),
          }),
          {
            minLength: 1,
            maxLength: 60,
          },
        ),
        async (plan) => {
          const inFlight = new Set<string>();
          const decided: Ask[] = [];
          const locked = new Set(plan.flatMap((one, n) => (one.isLocked ? [n] : [])));
          const gathering = createGathering<Ask, number>({
            keyOf: (ask) => ask.key,
            lanes: 3,
            most: 7,
            async decide(asks) {
              const keys = new Set(asks.map((ask) => ask.key));
              for (const key of keys) {
                expect(inFlight.has(key)).toBe(false);
                inFlight.add(key);
              }
              // A session held elsewhere postpones all its requests of the batch, as a skipped lock does.
              const held =
                keys.size > 1
                  ? new Set(asks.filter((ask) => locked.delete(ask.n)).map((ask) => ask.key))
                  : new Set<string>();
              await new Promise((resolve) => setImmediate(resolve));
              for (const key of keys) inFlight.delete(key);
              return asks.map((ask) => {
                if (held.has(ask.key)) return POSTPONED;
                decided.push(ask);
                return ask.n;
              });
            },
          });
          const answers: Promise<number>[] = [];
          for (const [n, { key, pause }] of plan.entries()) {
            for (let i = 0; i < pause; i += 1) await new Promise((resolve) => setImmediate(resolve));
            answers.push(gathering.ask({ key, n }));
          }
          expect(await Promise.all(answers)).toEqual(plan.map((_, n) => n));
          for (const key of ['a', 'b', 'c']) {
            const order = decided.filter((ask) => ask.key === key).map((ask) => ask.n);
            expect(order).toEqual([...order].sort((a, b) => a - b));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are each told their own trouble, and all of a batch that fails as a whole', async () => {
    const gathering = createGathering<Ask, number>({
      keyOf: (ask) => ask.key,
      lanes: 1,
      most: 10,
      decide: (asks) =>
        asks.some((ask) => ask.n === 9)
          ? Promise.reject(new Error('all of it'))
          : Promise.resolve(asks.map((ask) => (ask.n % 2 ? new Error(`odd ${ask.n}`) : ask.n))),
    });
    await expect(gathering.ask({ key: 'a', n: 1 })).rejects.toThrow('odd 1');
    await expect(gathering.ask({ key: 'a', n: 9 })).rejects.toThrow('all of it');
    await expect(gathering.ask({ key: 'a', n: 2 })).resolves.toBe(2);
  });
});
