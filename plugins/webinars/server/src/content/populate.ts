/** What a query asks of the entries it reads along with another. */
export type Asks = { fields?: unknown; populate?: unknown };

const only = ({ fields, populate }: Asks): Asks => ({
  ...(fields === undefined ? {} : { fields }),
  ...(populate === undefined ? {} : { populate }),
});

/** What a populate asks of one relation or component, in whichever of Strapi's spellings. */
export const asksOf = (populate: unknown, name: string): Asks => {
  if (populate && typeof populate === 'object' && !Array.isArray(populate)) {
    const asked = (populate as Record<string, unknown>)[name];
    return asked && typeof asked === 'object' ? only(asked) : {};
  }
  const paths =
    typeof populate === 'string' ? populate.split(',') : Array.isArray(populate) ? populate.map(String) : [];
  const below = paths
    .map((path) => path.trim())
    .filter((path) => path.startsWith(`${name}.`))
    .map((path) => path.slice(name.length + 1));
  return below.length > 0 ? { populate: below } : {};
};
