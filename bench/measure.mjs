/** @param {number[]} values */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? Number(sorted[middle]) : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
};

/**
 * Measures things side by side: each once per round, in turn, so that whatever else the machine does hits all of them alike.
 * @template {string} Name
 * @template Value
 * @param {number} rounds
 * @param {Record<Name, () => Promise<Value>>} things
 * @param {(round: number, name: Name, value: Value) => void} tell
 * @returns {Promise<Record<Name, Value[]>>}
 */
export const sideBySide = async (rounds, things, tell) => {
  const names = /** @type {Name[]} */ (Object.keys(things));
  /** @type {any} */
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    // Every other round runs backwards: a machine that slows down favours nobody.
    for (const name of round % 2 === 1 ? names : [...names].reverse()) {
      const value = await things[name]();
      values[name].push(value);
      tell(round, name, value);
    }
  }
  return values;
};
