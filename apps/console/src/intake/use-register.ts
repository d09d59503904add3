import type { CaseRow } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { allCases } from '../list/use-cases.js';

type Asked = { readonly organ: string; readonly year: number };

/** Everything an organ logged in a year, by number. */
export function useRegister({ organ, year }: Asked): UseQueryResult<readonly CaseRow[]> {
  const filters = { organ, openedFrom: `${year}-01-01`, openedTo: `${year}-12-31`, sort: 'openedOn' as const };
  return useQuery({
    queryKey: [...keys.cases.lists, 'register', organ, year],
    queryFn: async ({ signal }) => {
      const rows = await allCases(filters, signal);
      // The filter takes in what is below the organ; each has a register of its own.
      return rows.filter((row) => row.organ === organ).sort((a, b) => a.serial - b.serial);
    },
  });
}
