/** Values that hold for one version of what they are made from, made once however many ask at the same moment. */
export type Memory<Value> = {
  /** The value remembered for a version, or what `make` makes of it. */
  recall(version: string, key: string, make: () => Promise<Value>): Promise<Value>;
  /** The value remembered last, whether or not it still holds. */
  glance(key: string): Promise<Value> | undefined;
};

type Remembered<Value> = { version: string; value: Promise<Value> };

/** Keeps at most `most` values, dropping the one that was asked for longest ago: visitors choose the keys. */
export const createMemory = <Value>(most: number): Memory<Value> => {
  const values = new Map<string, Remembered<Value>>();

  const keep = (key: string, remembered: Remembered<Value>): Promise<Value> => {
    values.delete(key);
    values.set(key, remembered);
    if (values.size > most) {
      const [oldest] = values.keys();
      if (oldest !== undefined) values.delete(oldest);
    }
    return remembered.value;
  };

  return {
    recall(version, key, make) {
      const known = values.get(key);
      if (known?.version === version) return keep(key, known);
      const made = { version, value: make() };
      // A failure is told to those who wait for it and not remembered.
      made.value.catch(() => {
        if (values.get(key) === made) values.delete(key);
      });
      return keep(key, made);
    },
    glance: (key) => values.get(key)?.value,
  };
};
