import { useEffect, useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/use-words.js';
import type { ColumnName } from '../list/case-columns.js';
import { caseSheet } from '../list/case-sheet.js';
import { useSpeech } from '../list/speech.js';
import { TakeAlong } from '../list/take-along.js';
import { allCases, type useCasePages } from '../list/use-cases.js';
import type { ListFilters } from './number-link.js';
import { LISTED } from './tick-table.js';

type Pages = ReturnType<typeof useCasePages>;
type Props = {
  readonly filters: ListFilters;
  /** What the cases have in common. */
  readonly name: string;
  readonly pages: Pages;
};

const COLUMNS: readonly ColumnName[] = ['number', ...LISTED];

/** The whole list behind a number, also what the page does not show yet, as a workbook or on paper. */
export function TakeCases({ filters, name, pages }: Props): ReactNode {
  const speech = useSpeech();
  const language = useLanguage();
  const print = usePrintAll(pages);
  const tables = async () =>
    [caseSheet(await allCases(filters, new AbortController().signal), speech, { name, columns: COLUMNS, language })] as const;
  const isThere = pages.data?.pages.some(({ items }) => items.length > 0) === true;
  return <TakeAlong name={name} tables={isThere ? tables : undefined} onPrint={print} />;
}

/** Prints when every page of a list is drawn; where one of them cannot be read nothing is printed, and the page says why. */
function usePrintAll({ hasNextPage, isFetchingNextPage, isError, fetchNextPage }: Pages): () => void {
  const [wanted, want] = useState(false);
  const isWhole = !hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (!wanted || isFetchingNextPage) return undefined;
    if (hasNextPage && !isError) {
      void fetchNextPage();
      return undefined;
    }
    const drawn = requestAnimationFrame(() => {
      want(false);
      if (isWhole) window.print();
    });
    return () => cancelAnimationFrame(drawn);
  }, [wanted, isWhole, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return () => want(true);
}
