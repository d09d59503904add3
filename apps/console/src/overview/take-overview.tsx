import type { DashboardView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useSpeech } from '../list/speech.js';
import { TakeAlong } from '../list/take-along.js';
import { allCases } from '../list/use-cases.js';
import { overviewSheets } from './overview-sheets.js';

/** The tables of the overview as a workbook, or the page on paper. */
export function TakeOverview({ view }: { readonly view: DashboardView | undefined }): ReactNode {
  const t = useWords('overview');
  const shell = useWords('shell');
  const { t: lists, ...speech } = useSpeech();
  const tables = async (shown: DashboardView) => {
    const overdue = await allCases(shown.overdue.filters, new AbortController().signal);
    return overviewSheets(shown, overdue, { ...speech, t, lists });
  };
  const name = `${shell('section.overview')} ${view?.today ?? ''}`;
  return <TakeAlong name={name} tables={view === undefined ? undefined : () => tables(view)} />;
}
