import { useLayoutEffect, useState, type RefObject } from 'react';

/** How many pixels wide the place of an element is; it follows the window. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const place = element.current?.parentElement;
    if (place === null || place === undefined) return;
    const measure = (): void => setRoom(place.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
