import type { PersonView } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';

type People = { readonly items: readonly PersonView[] };

/** The caseworkers of an organ; not asked for while none is named. */
export const useCaseworkers = (organ: string) =>
  useQuery({
    queryKey: keys.people('caseworker', organ),
    queryFn: () => api.get<People>('/people', { organ, role: 'caseworker' }),
    enabled: organ !== '',
  });
