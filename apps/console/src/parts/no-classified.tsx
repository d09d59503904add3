import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

/** Said wherever a file is handed in: nothing classified comes into the system. */
export function NoClassified(): ReactNode {
  const t = useWords('parts');
  return <p className="muted small">{t('no-classified')}</p>;
}
