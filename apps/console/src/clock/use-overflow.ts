import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Whether what is inside is wider than its place: then the keyboard has to reach it, to scroll. What bears the mark is brought into sight. */
export function useOverflow<T extends HTMLElement>(
  mark: string,
): { readonly ref: RefObject<T | null>; readonly isWider: boolean } {
  const ref = useRef<T>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const look = (): void => {
      setWider(place.scrollWidth > place.clientWidth);
      const marked = place.querySelector<HTMLElement>(mark)?.parentElement;
      if (marked) place.scrollLeft = marked.offsetLeft - place.clientWidth / 2;
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(place);
    return () => watcher.disconnect();
  }, [mark]);
  return { ref, isWider };
}
