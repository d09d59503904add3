import type { Look } from '@gongkai/contracts';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

export type Looking = {
  /** The numbers whole; null while they are masked. */
  readonly seen: Look | null;
  readonly error: Error | null;
  readonly isAsking: boolean;
  readonly ask: (reason: string) => Promise<void>;
  readonly hide: () => void;
};

/** Numbers that are masked, asked for with a reason. They are held by this screen alone, and gone once it is left or out of sight. */
export function useLook(caseId: string): Looking {
  const client = useQueryClient();
  const [seen, setSeen] = useState<Look | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isAsking, setAsking] = useState(false);
  const hide = (): void => setSeen(null);
  useEffect(() => {
    const hideUnseen = (): void => {
      if (document.visibilityState === 'hidden') setSeen(null);
    };
    document.addEventListener('visibilitychange', hideUnseen);
    return () => document.removeEventListener('visibilitychange', hideUnseen);
  }, []);
  const ask = async (reason: string): Promise<void> => {
    setAsking(true);
    setError(null);
    try {
      setSeen(await api.post<Look>(`/cases/${caseId}/applicant/looks`, { reason }));
      void client.invalidateQueries({ queryKey: keys.cases.looks(caseId) });
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setAsking(false);
    }
  };
  return { seen, error, isAsking, ask, hide };
}
