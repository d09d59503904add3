import type { Access, AccessPage } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { csvOf, download } from '../list/csv.js';
import { xlsxOf } from '../list/xlsx.js';
import { useMoment } from '../settings/use-moment.js';
import { accessSheet } from './access-sheet.js';

const [PAGE, WHOLE] = [50, 200];
/** A file of more lines is read by nobody. */
const MOST = 10_000;

/** Who looked at what, the newest first. Each look at it is written down, so nothing is asked again by itself. */
export const useAccesses = (filters: Query) =>
  useInfiniteQuery({
    queryKey: ['accesses', filters],
    queryFn: ({ pageParam }) => api.get<AccessPage>('/audit/accesses', { ...filters, limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });

async function allOf(filters: Query): Promise<{ readonly items: readonly Access[]; readonly cut: boolean }> {
  const items: Access[] = [];
  let cursor: string | undefined;
  do {
    const page: AccessPage = await api.get('/audit/accesses', { ...filters, limit: WHOLE, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return { items, cut: cursor !== undefined };
}

/** Saves all that the filters find. @returns how many, where not all of it fitted */
export function useAccessExport(filters: Query) {
  const t = useWords('audit');
  const moment = useMoment();
  return useMutation({
    mutationFn: async (as: 'xlsx' | 'csv'): Promise<number | null> => {
      const { items, cut } = await allOf(filters);
      const sheet = accessSheet(items, t, moment);
      if (as === 'xlsx') download(await xlsxOf(sheet), `${sheet.name}.xlsx`);
      else download(csvOf([sheet.head, ...sheet.rows.map((row) => row.map(String))]), `${sheet.name}.csv`);
      return cut ? items.length : null;
    },
  });
}
