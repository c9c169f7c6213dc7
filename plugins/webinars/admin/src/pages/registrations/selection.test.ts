import { isPicked, MOST_PICKED, NOBODY, pageState, toggle, togglePage, type Selection } from './selection';

const PAGE = ['a', 'b', 'c', 'd'];
const all: Selection = { ids: [], isAll: true, last: null };

describe('who is picked in a list', () => {
  it('is picked and let go one by one, over pages', () => {
    const one = toggle(NOBODY, PAGE, 'b', false);
    const two = toggle(one, ['x', 'y'], 'y', false);
    expect(two.ids).toEqual(['b', 'y']);
    expect(toggle(two, PAGE, 'b', false).ids).toEqual(['y']);
  });

  it('is a range with the key for it, in either direction, and let go as one', () => {
    const from = toggle(NOBODY, PAGE, 'd', false);
    const range = toggle(from, PAGE, 'b', true);
    expect([...range.ids].sort()).toEqual(['b', 'c', 'd']);
    expect(toggle(range, PAGE, 'd', true).ids).toEqual([]);
    // Nobody was picked last on this page.
    expect(toggle(NOBODY, PAGE, 'c', true).ids).toEqual(['c']);
  });

  it('is a whole page, and none of it once all of it is', () => {
    const page = togglePage(toggle(NOBODY, ['x'], 'x', false), PAGE);
    expect(page.ids).toEqual(['x', ...PAGE]);
    expect(togglePage(page, PAGE).ids).toEqual(['x']);
    expect([pageState(NOBODY, PAGE), pageState(page, PAGE), pageState(toggle(NOBODY, PAGE, 'a', false), PAGE)]).toEqual(
      [false, true, 'indeterminate'],
    );
  });

  it('is everybody whom the filter finds, until one of them is let go', () => {
    expect(isPicked(all, 'nobody has seen me')).toBe(true);
    expect(toggle(all, PAGE, 'b', false)).toMatchObject({ isAll: false, ids: ['a', 'c', 'd'] });
    expect(togglePage(all, PAGE)).toMatchObject({ isAll: false, ids: [] });
  });

  it('is no more than is sent one by one', () => {
    const many = Array.from({ length: MOST_PICKED + 5 }, (_, n) => String(n));
    expect(togglePage(NOBODY, many).ids).toHaveLength(MOST_PICKED);
  });
});
