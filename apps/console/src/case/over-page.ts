import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** What an address says that lies over another page: closing it goes back there, so that "back" never opens it again. */
export const OVER_PAGE = { isOverPage: true } as const;

/** Closes what lies over the page of a case. An address that was opened by itself gives way to the page. */
export function useCloseOver(caseId: string): () => void {
  const navigate = useNavigate();
  const { key, state } = useLocation() as { readonly key: string; readonly state: unknown };
  const isClosing = useRef(false);
  useEffect(() => {
    isClosing.current = false;
  }, [key]);
  return () => {
    if (isClosing.current) return;
    isClosing.current = true;
    if (isOver(state)) void navigate(-1);
    else void navigate(`/case/${caseId}`, { replace: true });
  };
}

const isOver = (state: unknown): boolean => typeof state === 'object' && state !== null && 'isOverPage' in state;
