import type { LadderRung, LadderTrial, OrganLadders } from '@gongkai/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { ADMIN, useChange } from '../settings/queries.js';

/** A ladder of an organ. */
export type LadderPlace = { readonly organ: string; readonly ladder: string };

/** Every ladder as it holds in an organ. */
export const useLadders = (organ: string) =>
  useQuery({
    queryKey: [ADMIN, 'ladders', organ],
    queryFn: async () => (await api.get<OrganLadders>(`/admin/organs/${organ}/ladders`)).items,
  });

/** What would have been sent last month. */
export const useTrial = ({ organ, ladder }: LadderPlace) =>
  useMutation({
    mutationFn: (rungs: readonly LadderRung[]) =>
      api.post<LadderTrial>(`/admin/organs/${organ}/ladders/${ladder}/try`, { rungs }),
  });

type Wished = { readonly rungs: readonly LadderRung[] | null; readonly reason: string; readonly version: number };

/** Puts a ladder in force, or goes back to what is above the organ. */
export const useLadderChange = ({ organ, ladder }: LadderPlace, onDone: () => void) =>
  useChange((wished: Wished) => api.put<OrganLadders>(`/admin/organs/${organ}/ladders/${ladder}`, wished), onDone);
