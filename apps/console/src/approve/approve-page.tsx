import type { CaseRow } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { CaseList, type QuickView } from '../list/case-list.js';
import { useAllCases } from '../list/use-cases.js';
import { EmptyState } from '../parts/empty-state.js';
import { RedactionsToCheckLink } from '../redact/checks-link.js';
import { confirmFilters, decideFilters } from './approve-filters.js';

const COLUMNS: readonly ColumnName[] = ['left', 'due', 'used', 'number', 'subject', 'assignee', 'turn', 'next'];

/** Whoever holds the case, its entry waits for one who approves; since when is not the case's to say. */
const CONFIRMING = { who: { role: 'approver', person: null }, step: 'confirmFact', days: 0 } as const;

/** What waits for my decision, what is due first on top. */
export function ApprovePage(): ReactNode {
  const t = useWords('decide');
  const toDecide = useAllCases(decideFilters);
  const toConfirm = useAllCases(confirmFilters).data ?? [];
  const isIn = (rows: readonly CaseRow[], { id }: CaseRow): boolean => rows.some((other) => other.id === id);
  const decided = toDecide.data ?? [];
  // Whatever comes next in the case: here its entry waits to be confirmed.
  const confirmed = toConfirm.filter((row) => !isIn(decided, row));
  const views: readonly QuickView[] = [
    { name: 'decide', label: t('approve.decide'), has: (row) => isIn(decided, row) },
    { name: 'confirm', label: t('approve.confirm'), has: (row) => isIn(toConfirm, row) },
  ];
  const all = [...decided, ...confirmed.map((row) => ({ ...row, turn: { ...row.turn, ...CONFIRMING } }))];
  return (
    <CaseList
      name="approve"
      title={t('approve.title')}
      cases={toDecide.isSuccess ? { ...toDecide, data: all } : toDecide}
      views={toConfirm.length === 0 ? [] : views}
      columns={COLUMNS}
      actions={<RedactionsToCheckLink />}
      empty={<EmptyState text={t('approve.empty')} />}
      open={(row) => (isIn(decided, row) ? `/approve/${row.id}` : `/case/${row.id}/step/confirmFact`)}
    />
  );
}
