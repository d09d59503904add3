import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useFilingChecks } from '../case/steps/filing-checks.js';
import { CheckList } from '../decide/check-list.js';
import { useWords } from '../i18n/use-words.js';

/** Whether the papers of a case are all there. */
export function Completeness({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const checks = useFilingChecks(view);
  return checks === null ? null : <CheckList title={t('completeness')} checks={checks} />;
}
