import type { z } from 'zod';

/** A kind of work: what it is called, what it is told, how it is tried. The handler is bound in app.ts. */
export type Job<Payload> = {
  /** Imperative and dotted: `registration.lapse-holds`. */
  name: string;
  payload: z.ZodType<Payload>;
  /** How many of this kind run at once, over all instances; without it, as many as the workers take. */
  concurrency?: number;
  /** Tries before the job becomes a dead letter; the pauses between them grow by e (about 3 s, 8 s, 20 s, 1 min …, at most a day). */
  maxAttempts?: number;
};

export const DEFAULT_ATTEMPTS = 12;

/** Queue names let one job at a time through; a kind that may run n at once has n of them, and a key always takes the same one. */
export const laneOf = (job: Pick<Job<unknown>, 'name' | 'concurrency'>, key: string): string | null => {
  if (!job.concurrency) return null;
  let hash = 0;
  for (let i = 0; i < key.length; i += 1) hash = (hash * 31 + key.charCodeAt(i)) >>> 0;
  return `${job.name}#${hash % job.concurrency}`;
};
