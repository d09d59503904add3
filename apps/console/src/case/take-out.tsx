import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** The whole folder of a case, to be taken out of the system. */
export function TakeOut({ caseId }: { readonly caseId: string }): ReactNode {
  const t = useWords('case');
  return (
    <>
      <a href={`/api/v1/cases/${caseId}/bundle`} download title={t('bundle.hint')}>
        {t('bundle')}
      </a>
      <a href={`/api/v1/cases/${caseId}/export`} download title={t('export.hint')}>
        {t('export')}
      </a>
    </>
  );
}
