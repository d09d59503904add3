import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

export function JournalPage(): ReactNode {
  const t = useWords('shell');
  return (
    <main id="content" className="page">
      <h1>{t('section.journal')}</h1>
    </main>
  );
}
