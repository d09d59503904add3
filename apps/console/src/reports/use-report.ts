import type { AnnualReport, ReportedCases } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useAddress } from '../list/use-address.js';
import { useOffice } from '../shell/use-office.js';

const PAGE = 50;

/** Which report is looked at: it stands in the address. */
export type Asked = { readonly year: string; readonly query: Query };

/** The report of the address; without a year the running one. Undefined until the day is known. */
export function useAsked(): Asked | undefined {
  const [address] = useAddress();
  const today = useOffice().data?.today;
  const year = address('year') ?? today?.slice(0, 4);
  const asked = ['organ', 'scope', 'current', 'from', 'to'] as const;
  const query = Object.fromEntries(asked.map((name) => [name, address(name)]));
  return year === undefined ? undefined : { year, query };
}

/** It goes with the lists of cases: whatever changes one of them changes it. */
const keyOf = ({ year, query }: Asked): readonly unknown[] => [...keys.cases.lists, 'report', year, query];

export const useReport = (asked: Asked) =>
  useQuery({
    queryKey: keyOf(asked),
    queryFn: () => api.get<AnnualReport>(`/reports/annual/${asked.year}`, asked.query),
    placeholderData: (before) => before,
  });

/** The cases that a cell counts. */
export const useReportedCases = (asked: Asked, cell: string) =>
  useInfiniteQuery({
    queryKey: [...keyOf(asked), cell],
    queryFn: ({ pageParam }) =>
      api.get<ReportedCases>(`/reports/annual/${asked.year}/cells/${cell}/cases`, {
        ...asked.query,
        limit: PAGE,
        cursor: pageParam,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Puts the report that is shown down for good, with the numbers that are shown. */
export function useFreeze({ year, organ, scope, digest }: AnnualReport) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.post<AnnualReport>(`/reports/annual/${String(year)}/freeze`, { digest }, { query: { organ: organ.code, scope } }),
    onSettled: () => client.invalidateQueries({ queryKey: [...keys.cases.lists, 'report'] }),
  });
}
