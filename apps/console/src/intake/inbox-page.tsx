import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

export function InboxPage(): ReactNode {
  const t = useWords('shell');
  return (
    <main id="content" className="page">
      <h1>{t('section.inbox')}</h1>
    </main>
  );
}
