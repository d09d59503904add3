import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

export function CasePage(): ReactNode {
  const t = useWords('case');
  return (
    <main id="content" className="page">
      <h1>{t('title')}</h1>
    </main>
  );
}
