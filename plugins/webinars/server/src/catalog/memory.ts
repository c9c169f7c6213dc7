/** Values that hold for one version of the catalog, made once however many ask at the same moment. */
export type Memory<Value> = {
  /** The value remembered, or what `make` makes of it. A version older than the one remembered is answered, but not remembered. */
  recall(version: number, key: string, make: () => Promise<Value>): Promise<Value>;
  /** The value remembered last, whether or not it still holds. */
  glance(key: string): Promise<Value> | undefined;
};

/** Keeps at most `most` values, dropping the one that was asked for longest ago: visitors choose the keys. */
export const createMemory = <Value>(most: number): Memory<Value> => {
  let current = -1;
  const values = new Map<string, Promise<Value>>();

  const keep = (key: string, value: Promise<Value>) => {
    values.delete(key);
    values.set(key, value);
    if (values.size > most) {
      const [oldest] = values.keys();
      if (oldest !== undefined) values.delete(oldest);
    }
    return value;
  };

  return {
    recall(version, key, make) {
      if (version > current) {
        values.clear();
        current = version;
      }
      if (version < current) return make();
      const known = values.get(key);
      if (known) return keep(key, known);
      const made = make();
      // A failure is told to those who wait for it and not remembered.
      made.catch(() => {
        if (values.get(key) === made) values.delete(key);
      });
      return keep(key, made);
    },
    glance: (key) => values.get(key),
  };
};
