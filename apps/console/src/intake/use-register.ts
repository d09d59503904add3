import type { CaseList, CaseRow } from '@gongkai/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { shortNumber } from './short-number.js';

const PAGE = 200;

type Asked = { readonly organ: string; readonly year: number };

/** Everything an organ logged in a year, by number; page after page until all of it is there. */
export function useRegister({ organ, year }: Asked): UseQueryResult<readonly CaseRow[]> {
  const filters = { organ, openedFrom: `${year}-01-01`, openedTo: `${year}-12-31`, sort: 'openedOn' as const, limit: PAGE };
  return useQuery({
    queryKey: [...keys.cases.lists, 'register', organ, year],
    queryFn: async () => {
      const rows: CaseRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.get<CaseList>('/cases', { ...filters, cursor });
        rows.push(...page.items.filter((row) => row.organ === organ));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return rows.sort((a, b) => parseInt(shortNumber(a.number), 10) - parseInt(shortNumber(b.number), 10));
    },
  });
}
