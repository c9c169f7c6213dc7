/** Said of a request whose session somebody else holds just now: it is decided again, in a batch of that session alone. */
export const POSTPONED = Symbol('postponed');

type Waiting<Request, Result> = {
  request: Request;
  isAlone: boolean;
  resolve(result: Result): void;
  reject(error: unknown): void;
};

export type Gathering<Request, Result> = { ask(request: Request): Promise<Result> };

/**
 * Decides together what waits together.
 *
 * A request that finds its key (its session) and a lane free is taken at once, alone. While a batch runs, requests gather; the next free
 * lane takes them all, in the order of their arrival, except those whose key is being decided in another lane. Under load a database
 * transaction thus serves many requests, and with no load none of them waits for company.
 */
export const createGathering = <Request, Result>(options: {
  keyOf(request: Request): string;
  /** Decides a batch. The results are in the order of the requests; a rejection is told to all of them. */
  decide(requests: Request[]): Promise<(Result | Error | typeof POSTPONED)[]>;
  /** How many batches run at once. */
  lanes: number;
  /** How many requests one batch takes. */
  most: number;
}): Gathering<Request, Result> => {
  const { keyOf, decide, lanes, most } = options;
  let queue: Waiting<Request, Result>[] = [];
  const busyKeys = new Set<string>();
  let running = 0;

  const take = (): Waiting<Request, Result>[] => {
    const lone = new Set(queue.filter((waiting) => waiting.isAlone).map((waiting) => keyOf(waiting.request)));
    const isFree = (waiting: Waiting<Request, Result>) => !busyKeys.has(keyOf(waiting.request));
    const first = queue.find(isFree);
    if (!first) return [];
    const firstKey = keyOf(first.request);
    const belongs = lone.has(firstKey) ? (key: string) => key === firstKey : (key: string) => !lone.has(key);
    const taken: Waiting<Request, Result>[] = [];
    const left: Waiting<Request, Result>[] = [];
    for (const waiting of queue) {
      const isTaken = taken.length < most && isFree(waiting) && belongs(keyOf(waiting.request));
      (isTaken ? taken : left).push(waiting);
    }
    queue = left;
    return taken;
  };

  const serve = async (batch: Waiting<Request, Result>[]): Promise<void> => {
    const postponed: Waiting<Request, Result>[] = [];
    try {
      const results = await decide(batch.map((waiting) => waiting.request));
      batch.forEach((waiting, index) => {
        const result = results[index]!;
        if (result === POSTPONED) postponed.push({ ...waiting, isAlone: true });
        else if (result instanceof Error) waiting.reject(result);
        else waiting.resolve(result);
      });
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
    // In front of the queue: nobody of the same session overtakes them.
    if (postponed.length > 0) queue = [...postponed, ...queue];
  };

  const start = (): void => {
    while (running < lanes && queue.length > 0) {
      const batch = take();
      if (batch.length === 0) return;
      const keys = new Set(batch.map((waiting) => keyOf(waiting.request)));
      for (const key of keys) busyKeys.add(key);
      running += 1;
      void serve(batch).then(() => {
        for (const key of keys) busyKeys.delete(key);
        running -= 1;
        start();
      });
    }
  };

  return {
    ask: (request) =>
      new Promise<Result>((resolve, reject) => {
        queue.push({ request, isAlone: false, resolve, reject });
        start();
      }),
  };
};
