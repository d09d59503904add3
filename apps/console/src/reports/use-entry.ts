import type { ReportEntry, ReportEntryChange, ReportEntryStep, WaitingReportEntries } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import type { Asked } from './use-report.js';

const pathOf = ({ year }: Asked): string => `/reports/annual/${year}/entry`;
const keyOf = ({ year, query }: Asked): readonly unknown[] => [...keys.cases.lists, 'report', 'entry', year, query];

/** What is entered into a report. */
export const useEntry = (asked: Asked) =>
  useQuery({ queryKey: keyOf(asked), queryFn: () => api.get<ReportEntry>(pathOf(asked), asked.query) });

const A_MINUTE = 60_000;

/** What is handed in of an organ, or of the reader's own, and waits for the reader; looked at again each minute. */
export const useWaitingEntries = (organ?: string) =>
  useQuery({
    queryKey: [...keys.cases.lists, 'report', 'waiting', organ ?? ''],
    queryFn: () => api.get<WaitingReportEntries>('/reports/entries', organ === undefined ? {} : { organ }),
    refetchInterval: A_MINUTE,
  });

function useSending<Sent>(asked: Asked, send: (sent: Sent) => Promise<ReportEntry>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (entry) => {
      client.setQueryData(keyOf(asked), entry);
      await client.invalidateQueries({ queryKey: [...keys.cases.lists, 'report'] });
    },
  });
}

export const useSaving = (asked: Asked) =>
  useSending(asked, (change: ReportEntryChange) => api.put<ReportEntry>(pathOf(asked), change, { query: asked.query }));

export const useStep = (asked: Asked) =>
  useSending(asked, (step: ReportEntryStep) => api.post<ReportEntry>(`${pathOf(asked)}/steps`, step, { query: asked.query }));

/** What is typed, as long as it is not saved; the version is the one that it was begun with. */
export type Typed = Omit<ReportEntryChange, 'numbers'> & { readonly numbers: Readonly<Record<string, string>> };

const typedOf = ({ version, cells, texts }: ReportEntry): Typed => ({
  version,
  numbers: Object.fromEntries(cells.map(({ id, value }) => [id, value === null ? '' : String(value)])),
  texts: Object.fromEntries(texts.map(({ id, source }) => [id, source])),
});

/** A number as it is sent; what is no number is sent as none. */
export const changeOf = ({ numbers, ...typed }: Typed): ReportEntryChange => ({
  ...typed,
  numbers: Object.fromEntries(Object.entries(numbers).map(([cell, text]) => [cell, numberIn(text)])),
});

function numberIn(text: string): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** What is in the form: what was typed over what is kept. */
export function useTyped(entry: ReportEntry) {
  const [typed, setTyped] = useState<Typed>();
  return {
    typed: typed ?? typedOf(entry),
    isChanged: typed !== undefined,
    put: (change: Partial<Typed>): void => setTyped((before) => ({ ...(before ?? typedOf(entry)), ...change })),
    forget: (): void => setTyped(undefined),
  };
}
export type Form = Pick<ReturnType<typeof useTyped>, 'typed' | 'put'>;

/** What a part of the entry gets: what stands, what is typed, and whether it can be typed at all. */
export type EntryProps = { readonly entry: ReportEntry; readonly form: Form; readonly isOpen: boolean };
