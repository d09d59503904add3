import { entryHash } from '@gongkai/contracts';
import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** Whether the address means an entry of the history: then it is brought into sight, and read out from there. */
export function useMeant(entryId: string): { readonly place: RefObject<HTMLLIElement | null>; readonly isMeant: boolean } {
  const { hash, key } = useLocation();
  const isMeant = hash === entryHash(entryId);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isMeant, key]);
  return { place, isMeant };
}
