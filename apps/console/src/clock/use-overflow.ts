import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** A place for what may be wider: then the keyboard has to reach it, to scroll. */
export type Place<T extends HTMLElement> = {
  readonly ref: RefObject<T | null>;
  readonly isWider: boolean;
  /** In pixels; null until it has been measured. */
  readonly room: number | null;
};

/** How wide a place is, and whether what is inside is wider. What bears the mark is brought into sight. */
export function useOverflow<T extends HTMLElement>(mark: string): Place<T> {
  const ref = useRef<T>(null);
  const [isWider, setWider] = useState(false);
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const look = (): void => {
      setRoom(place.clientWidth);
      setWider(place.scrollWidth > place.clientWidth);
      const marked = place.querySelector<HTMLElement>(mark)?.parentElement;
      if (marked) place.scrollLeft = marked.offsetLeft - place.clientWidth / 2;
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(place);
    for (const inside of place.children) watcher.observe(inside);
    return () => watcher.disconnect();
  }, [mark]);
  return { ref, isWider, room };
}
