import type { DailyRoots, RootReport } from '@gongkai/contracts';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { handOut } from '../list/csv.js';

const PAGE = 31;

/** The journals in sight, and what was wrong with them. */
export type ChainReport = {
  readonly cases: number;
  readonly entries: number;
  readonly broken: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly seq: number;
    readonly problem: 'content' | 'link' | 'end';
  }[];
  readonly organs: readonly {
    readonly organ: string;
    readonly cases: number;
    readonly entries: number;
    readonly broken: number;
  }[];
};

/** Both proofs, one after the other: the chains by themselves, then against what was signed. */
export const useVerification = () =>
  useMutation({
    mutationFn: async () => {
      const chains = await api.get<ChainReport>('/audit/verify');
      const roots = await api.get<RootReport>('/audit/roots/verify');
      return { chains, roots };
    },
  });

/** The signed days of an organ, the newest first. */
export const useRoots = (organ: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['roots', organ],
    queryFn: ({ pageParam }) => api.get<DailyRoots>('/audit/roots', { organ, limit: PAGE, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Which days of which organ are taken out. */
export type ExportAsked = { readonly organ: string; readonly from: string; readonly to: string };

/** Saves the signed days as a file. @returns its name */
export const useAuditExport = () =>
  useMutation({
    mutationFn: async ({ organ, from, to }: ExportAsked): Promise<string> => {
      const name = `gongkai-audit-${organ}-${from}-${to}.jsonl`;
      handOut(await api.file('/audit/export', { organ, from, to }), name);
      return name;
    },
  });
