import type {
  CalendarEdition,
  CalendarImpact,
  CalendarMoves,
  CalendarFile,
  CalendarReading,
  CalendarRegion,
  NewCalendar,
} from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';

const CALENDARS_AT = '/calendars';
/** The region of the statute. */
const REGION = `${CALENDARS_AT}/cn`;
const CALENDARS = 'calendars';
/** Milliseconds between two looks while cases are being reckoned. */
const WHILE_RECKONING = 2_000;

/** The years and their changes; looked at again while one is under way. */
export const useRegion = () =>
  useQuery({
    queryKey: [CALENDARS, 'region'],
    queryFn: () => api.get<CalendarRegion>(REGION),
    refetchInterval: ({ state }) =>
      state.data?.editions.some(({ finishedAt }) => finishedAt === null) === true ? WHILE_RECKONING : false,
  });

/** The cases that a change has moved; asked for when they are to be seen. */
export const useMoves = (edition: number, isWanted: boolean) =>
  useQuery({
    queryKey: [CALENDARS, 'moves', edition],
    queryFn: async () => (await api.get<CalendarMoves>(`${CALENDARS_AT}/editions/${edition}`)).items,
    enabled: isWanted,
  });

/** A year, and the code of the organ where its days are those of one. */
type Place = OfYear<{ readonly organ: string | undefined }>;
type OfYear<T> = { readonly year: number } & T;

/** Reads a file, or what was pasted, for the form. */
export const useReading = () =>
  useMutation({
    mutationFn: async (given: File | string) =>
      api.post<CalendarReading>(`${CALENDARS_AT}/reading`, typeof given === 'string' ? { text: given } : await contentOf(given)),
  });

async function contentOf(file: File): Promise<CalendarFile> {
  const [kind] = /\.(?:docx|pdf)$/.exec(file.name.toLowerCase()) ?? [];
  if (kind === '.docx') return { docx: inBase64(await file.arrayBuffer()) };
  return kind === '.pdf' ? { pdf: inBase64(await file.arrayBuffer()) } : { text: await file.text() };
}

const inBase64 = (content: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(content), (byte) => String.fromCodePoint(byte)).join(''));

/** What a year would move. */
export const useImpact = () =>
  useMutation({
    mutationFn: ({ year, ...calendar }: OfYear<NewCalendar>) =>
      api.post<CalendarImpact>(`${REGION}/${year}`, calendar, { query: { preview: true } }),
  });

/** Imports a year; then everything that shows a date is read again. */
export function useImporting(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ year, ...calendar }: OfYear<NewCalendar>) => api.post<CalendarEdition>(`${REGION}/${year}`, calendar),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
}

/** What taking a year back would move. */
export const useImpactBack = ({ year, organ }: Place) =>
  useQuery({
    queryKey: [CALENDARS, 'back', year, organ],
    queryFn: () => api.post<CalendarImpact>(`${REGION}/${year}/return`, { reason: '-', organ }, { query: { preview: true } }),
    gcTime: 0,
  });

/** Takes a year back. */
export function useReturning(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ year, organ, reason }: Place & { readonly reason: string }) =>
      api.post<CalendarEdition>(`${REGION}/${year}/return`, { reason, organ }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
}
