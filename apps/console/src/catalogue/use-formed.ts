import type { FormedEnd, FormedInformation, FormedList, NewFormedInformation } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { CATALOGUE } from './use-catalogue.js';

/** Midnight makes some late without anything having changed. */
const A_MINUTE = 60_000;

/** What has to be public and is not, or what became of it. */
export const useFormed = (query: Query, isWanted = true) =>
  useQuery({
    queryKey: [CATALOGUE, 'formed', query],
    queryFn: () => api.get<FormedList>('/disclosures/formed', query),
    enabled: isWanted,
    refetchInterval: A_MINUTE,
  });

function useChanged<Input>(send: (input: Input) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [CATALOGUE] });
      onDone();
    },
  });
}

/** As it is typed: the server says what is lacking. */
export type FormedTyped = { readonly [K in keyof NewFormedInformation]?: unknown };

/** Enters one. */
export const useEnterFormed = (onDone: () => void) =>
  useChanged((typed: FormedTyped) => api.post<FormedInformation>('/disclosures/formed', typed), onDone);

/** Says how one ends; null takes that back. */
export const useEndFormed = ({ id }: Pick<FormedInformation, 'id'>, onDone: () => void) =>
  useChanged((end: FormedEnd | null) => {
    const path = `/disclosures/formed/${id}/end`;
    return end === null ? api.delete<FormedInformation>(path) : api.post<FormedInformation>(path, end);
  }, onDone);
