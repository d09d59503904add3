import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.js';
import { useFilingGaps } from './filing-checks.js';

/** Filing cannot be taken back: what is missing is said where it is confirmed. */
export function FilingWarning({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const gaps = useFilingGaps(view);
  if (gaps === null) return null;
  return (
    <div role="alert" className="changed-meanwhile dense">
      <p>{t('filing.despite')}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <p>{t('filing.despite.again')}</p>
    </div>
  );
}
