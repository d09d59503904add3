import type {
  EnteredRecord,
  NewRecordCorrection,
  RecordCorrection,
  RecordCorrections,
  RecordDraft,
  RecordStep,
} from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';
import { newKey } from '../parts/new-key.js';

const RECORDS = [...keys.cases.lists, 'records'];

/** What a page shows of them. */
export type Found = Pick<RecordCorrections, 'items' | 'more' | 'mayAdd'>;

/** Requests in sight; where one is named, that one alone. */
export const useRecords = (query: Query, id?: string) =>
  useQuery({
    queryKey: [...RECORDS, id ?? query],
    queryFn: () => (id === undefined ? api.get<Found>('/record-corrections', query) : alone(id)),
    placeholderData: (before) => before,
  });

/** One request, however many there are before it: a number of the annual report leads to it. */
async function alone(id: string): Promise<Found> {
  const one = await api.get<RecordCorrection>(`/record-corrections/${id}`);
  return { items: [one], more: 0, mayAdd: false };
}

function useChanged<Input, Output>(send: (input: Input) => Promise<Output>, onDone: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (output) => {
      await client.invalidateQueries({ queryKey: RECORDS });
      onDone(output);
    },
  });
}

/** What a form says; the server says what is wrong with it, field by field. */
export type RecordTyped = { readonly [K in keyof NewRecordCorrection]?: NewRecordCorrection[K] | undefined };

/** Enters one: sent again after a lost answer, it is the same one. */
export function useEnterRecord(onDone: (entered: EnteredRecord) => void) {
  const key = useRef<string>(newKey());
  return useChanged(
    (typed: RecordTyped) => api.post<EnteredRecord>('/record-corrections', typed, { key: key.current }),
    (entered) => {
      key.current = newKey();
      onDone(entered);
    },
  );
}

type WithoutVersion<T> = T extends unknown ? Omit<T, 'version'> : never;
/** A step as it is typed: the server says what is lacking. */
export type RecordStepTyped = WithoutVersion<RecordStep>;

/** Takes a step, once for each version. */
export function useRecordStep({ id, version }: RecordCorrection, onDone: () => void) {
  const [key] = useState(newKey);
  return useChanged(
    (step: RecordStepTyped) =>
      api.post<RecordCorrection>(`/record-corrections/${id}/steps`, { ...step, version }, { key: `${key}-${version}` }),
    onDone,
  );
}

/** Draws the answer as it would go out. */
export const useRecordDraft = ({ id }: RecordCorrection) =>
  useMutation({ mutationFn: () => api.post<RecordDraft>(`/record-corrections/${id}/draft`, {}) });
