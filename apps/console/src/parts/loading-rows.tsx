import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './states.css';

const ROWS = 8;

/** Bars of the height of rows while a list is read; they come after a moment, so that a quick answer does not flicker. */
export function LoadingRows({ rows = ROWS }: { readonly rows?: number }): ReactNode {
  const t = useWords('shell');
  return (
    <div className="loading-rows" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} />
      ))}
    </div>
  );
}
