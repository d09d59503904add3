import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { useReadingHelp } from './reading-context.js';

/** How far the reading is, and what it has found; with the keys that take it. */
export function ReadingLine(): ReactNode {
  const t = useWords('intake');
  const { state, proposals, isCutOff, isOpen, take, takeAll } = useReadingHelp();
  const isAny = proposals.some(({ name }) => isOpen(name));
  useKeys(
    isAny
      ? [
          { keys: ['F7'], does: t('read.take'), bar: 2, run: () => take(document.activeElement?.id ?? '') },
          { keys: ['Ctrl+F7'], does: t('read.take-all'), bar: 2, run: takeAll },
        ]
      : [],
  );
  if (state === 'nothing') return null;
  const found = proposals.length === 0 ? t('read.nothing') : t('read.found', { count: proposals.length });
  return (
    <p className="reading-line" role="status">
      {proposals.length === 0 && state === 'under-way' ? (
        <span className="muted">{t('read.under-way')}</span>
      ) : (
        <span>{found}</span>
      )}
      {isCutOff ? <span className="muted">{t('read.first-pages')}</span> : null}
      {isAny ? (
        <Button size="small" tabIndex={-1} onClick={takeAll}>
          {t('read.take-all')} <kbd>Ctrl</kbd> <kbd>F7</kbd>
        </Button>
      ) : null}
    </p>
  );
}
