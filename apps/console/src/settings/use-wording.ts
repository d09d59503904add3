import type { NewWording, PaperKind, Wording, WordingLook, WordingsLook } from '@gongkai/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '../api/api.js';
import { useRested } from '../parts/use-rested.js';
import { ADMIN, useChange } from './queries.js';

/** Whose wording of what. */
export type WordingPlace = { readonly organ: string; readonly kind: PaperKind };

const addressOf = ({ organ, kind }: WordingPlace): string => `/admin/organs/${organ}/wordings/${kind}`;

/** What holds, what would hold without it, and every version. */
export const useWording = (place: WordingPlace) =>
  useQuery({ queryKey: [ADMIN, 'wording', place.organ, place.kind], queryFn: () => api.get<Wording>(addressOf(place)) });

/** What a text lacks and how it looks, once the typing rests. */
export function useLook(place: WordingPlace, text: string) {
  const content = useRested(text);
  return useQuery({
    queryKey: [ADMIN, 'wording-look', place.kind, content],
    queryFn: () => api.post<WordingLook>(`${addressOf(place)}/look`, { content }),
    enabled: content.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Takes a version; null goes back to what holds without one. */
export const useAdopt = (place: WordingPlace, onDone: (wording: Wording) => void) =>
  useChange(
    (wording: Omit<NewWording, 'from'> & { readonly from?: string }) => api.put<Wording>(addressOf(place), wording),
    onDone,
  );

/** All wordings of an organ in one file. */
export const wordingsOf = (organ: string): string => `/admin/organs/${organ}/wordings`;

/** What a file would change in an organ, and what it lacks; of none nothing is asked. */
export const useFileLook = (organ: string, file: string | null) =>
  useQuery({
    queryKey: [ADMIN, 'wordings-look', organ, file],
    queryFn: () => api.post<WordingsLook>(`${wordingsOf(organ)}/look`, { file }),
    enabled: file !== null,
    retry: false,
    gcTime: 0,
  });

/** Takes a file, all of it or nothing. */
export const useTakeFile = (organ: string, onDone: () => void) =>
  useChange(
    (given: { readonly file: string; readonly reason: string }) => api.put<WordingsLook>(wordingsOf(organ), given),
    onDone,
  );

/** The address of a PDF in memory, for as long as it is shown. */
export function useShown(pdf: string | null | undefined): string | null {
  const address = useMemo(() => (pdf ? inMemory(pdf) : null), [pdf]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return address;
}

const inMemory = (pdf: string): string => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
};
