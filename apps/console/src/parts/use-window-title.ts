import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** The name of the system, as the mark in the bar has it. */
export const MARK = '公开';

/** Names the window after what it shows, so that several can be told apart. An address over the page leaves the name. */
export function useWindowTitle(name: string): void {
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${name} · ${MARK}`;
  }, [name, pathname]);
}
