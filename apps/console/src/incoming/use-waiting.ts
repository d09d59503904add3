import type { IncomingWaiting } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useSession } from '../session/session.js';
import { SECTIONS } from '../shell/sections.js';

const EMPTY: IncomingWaiting = { waiting: 0, latest: null };

/** How much waits in the inbox, for who works with it; for others nothing does. */
export function useWaiting(): IncomingWaiting {
  const { role } = useSession();
  const { data = EMPTY } = useQuery({
    queryKey: [...keys.incoming, 'waiting'],
    queryFn: () => api.get<IncomingWaiting>('/incoming/waiting'),
    enabled: SECTIONS[role].includes('inbox'),
  });
  return data;
}
