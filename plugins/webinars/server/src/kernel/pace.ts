/**
 * Spaces what is done: so many a second, of which `burst` may come together after a rest. The generic cell rate algorithm: one instant is all
 * it remembers. Null is without limit.
 */
export const createPace = (perSecond: number | null, burst = 1): (() => Promise<void>) => {
  if (!perSecond) return () => Promise.resolve();
  const gap = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = performance.now();
    const wait = next - now - gap * (burst - 1);
    next = Math.max(next, now) + gap;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  };
};
