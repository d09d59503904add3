import type { FileView, PagesView } from '@gongkai/contracts';
import { useQueries } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { isScan, sheetsOf, type Sheet } from './sheets.js';

/** Milliseconds between two looks at pages that are being drawn. */
const LOOK = 1000;

/** What there is to look at in these files, in their order. Pages that are being drawn come as they are done. */
export function useSheets(files: readonly FileView[]): readonly Sheet[] {
  const scans = files.filter(isScan);
  const asked = useQueries({
    queries: scans.map(({ id }) => ({
      queryKey: keys.pages(id),
      queryFn: () => api.get<PagesView>(`/files/${id}/pages`),
      refetchInterval: ({ state: { data, status } }: { state: { data: PagesView | undefined; status: string } }) =>
        data?.state === 'ready' || status === 'error' ? false : LOOK,
    })),
  });
  const pages = new Map(scans.map(({ id }, i) => [id, asked[i]?.isError === true ? null : asked[i]?.data]));
  return files.flatMap((file) => sheetsOf(file, pages.get(file.id)));
}
