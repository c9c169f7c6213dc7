import { useEffect, useRef, useState } from 'react';

/** How wide an element is, in pixels, as the page is resized; 0 until it is measured. */
export const useWidth = <Kind extends HTMLElement>() => {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
};
