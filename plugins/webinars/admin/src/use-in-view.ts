import { useEffect, type RefObject } from 'react';

/** Keeps what is chosen of a list in sight: on a phone a list of pages is longer than the screen is wide. `when`: what may change it. */
export const useInView = (list: RefObject<HTMLElement>, chosen: string, when: string): void =>
  useEffect(() => {
    const item = list.current?.querySelector(chosen);
    if (!list.current || !item) return;
    const middleOf = (of: Element) => of.getBoundingClientRect().left + of.clientWidth / 2;
    // The page itself stays where it is.
    list.current.scrollLeft += middleOf(item) - middleOf(list.current);
  }, [list, chosen, when]);
