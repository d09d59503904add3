import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

export function OverviewPage(): ReactNode {
  const t = useWords('overview');
  return (
    <main id="content" className="page">
      <h1>{t('title')}</h1>
    </main>
  );
}
