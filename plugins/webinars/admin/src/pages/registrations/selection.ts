/** Who is picked, on whatever page of the list. `isAll`: everybody whom the filter finds, on pages nobody has seen, too. */
export type Selection = {
  ids: readonly string[];
  isAll: boolean;
  /** Who was picked, or let go, last: from there a range begins. */
  last: string | null;
};

export const NOBODY: Selection = { ids: [], isAll: false, last: null };

/** As many as are sent one by one; beyond that a filter says it better. */
export const MOST_PICKED = 1000;

const picked = (ids: Iterable<string>, last: string | null): Selection => ({
  ids: [...new Set(ids)].slice(0, MOST_PICKED),
  isAll: false,
  last,
});

const between = (page: readonly string[], from: string | null, to: string): string[] => {
  const [one, other] = [from === null ? -1 : page.indexOf(from), page.indexOf(to)];
  return one < 0 ? [to] : page.slice(Math.min(one, other), Math.max(one, other) + 1);
};

/** Picks somebody or lets them go; with `isRange` everybody from the last one to them as well. */
export const toggle = (
  { ids, isAll, last }: Selection,
  page: readonly string[],
  id: string,
  isRange: boolean,
): Selection => {
  const range = isRange ? between(page, last, id) : [id];
  const before = isAll ? page : ids;
  return before.includes(id)
    ? picked(
        before.filter((one) => !range.includes(one)),
        id,
      )
    : picked([...before, ...range], id);
};

/** Everybody on the page; where all of them are picked, none. */
export const togglePage = ({ ids, isAll }: Selection, page: readonly string[]): Selection =>
  isAll || page.every((id) => ids.includes(id))
    ? picked(isAll ? [] : ids.filter((id) => !page.includes(id)), null)
    : picked([...ids, ...page], null);

export const isPicked = ({ ids, isAll }: Selection, id: string): boolean => isAll || ids.includes(id);

/** How the page's own box stands. */
export const pageState = (selection: Selection, page: readonly string[]): boolean | 'indeterminate' => {
  const count = page.filter((id) => isPicked(selection, id)).length;
  return count === 0 ? false : count === page.length || 'indeterminate';
};
