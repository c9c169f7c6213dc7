/** A value as Python's repr spells it in the words of an error. @param {unknown} value @returns {string} */
export const repr = (value) => {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, each]) => `${repr(key)}: ${repr(each)}`)
      .join(', ')}}`;
  }
  if (typeof value !== 'string') return String(value);
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  return `${quote}${value
    .replace(/\\/g, '\\\\')
    .replace(/\n/g, '\\n')
    .replaceAll(quote, quote === "'" ? "\\'" : quote)}${quote}`;
};

/** A tuple, as the conditions of a domain are. @param {unknown[]} values */
export const tuple = (values) => `(${values.map(repr).join(', ')}${values.length === 1 ? ',' : ''})`;

/** Whether Python takes the value for true. @param {unknown} value */
export const isTruthy = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
