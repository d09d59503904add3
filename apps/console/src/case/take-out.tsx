import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { BundleButton } from './bundle-button.js';

/** The whole folder of a case, to be taken out of the system. */
export function TakeOut({ view }: { readonly view: Pick<CaseView, 'id' | 'number'> }): ReactNode {
  const t = useWords('case');
  return (
    <>
      <BundleButton view={view} words={{ name: t('bundle'), what: t('bundle.hint') }} />
      <a href={`/api/v1/cases/${view.id}/export`} download title={t('export.hint')}>
        {t('export')}
      </a>
    </>
  );
}
