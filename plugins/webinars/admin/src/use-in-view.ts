import { useEffect, type RefObject } from 'react';

/** Keeps what is chosen of a list in sight: on a phone a list of pages is longer than the screen is wide. `when`: what may change it. */
export const useInView = (list: RefObject<HTMLElement>, chosen: string, when: string): void =>
  useEffect(() => {
    list.current?.querySelector(chosen)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [list, chosen, when]);
