import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

export function SettingsPage(): ReactNode {
  const t = useWords('settings');
  return (
    <main id="content" className="page">
      <h1>{t('title')}</h1>
    </main>
  );
}
