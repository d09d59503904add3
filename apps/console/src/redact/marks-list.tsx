import type { RedactionMark } from '@gongkai/contracts';
import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

type Props = {
  readonly marks: readonly RedactionMark[];
  readonly selected: string | undefined;
  readonly nameOf: (mark: RedactionMark) => string;
  readonly onGo: (mark: RedactionMark) => void;
  readonly onRemove?: ((mark: RedactionMark) => void) | undefined;
};

/** All that is marked, in the order of the pages. */
export function MarksList({ marks, selected, nameOf, onGo, onRemove }: Props): ReactNode {
  const t = useWords('redact');
  const list = useRef<HTMLUListElement>(null);
  if (marks.length === 0) return <p className="muted dense">{t('marks.none')}</p>;
  const first = ({ places: [place] }: RedactionMark): number => (place?.page ?? 0) + (place?.top ?? 0);
  return (
    <ul className="redact-marks dense" ref={list} tabIndex={-1}>
      {[...marks]
        .sort((one, other) => first(one) - first(other))
        .map((mark) => (
          <li key={mark.id} aria-current={mark.id === selected}>
            <button type="button" className="link-like" onClick={() => onGo(mark)}>
              <span className="redact-text">{mark.words ?? t('mark.area')}</span>
              <span className="muted small">
                {t('mark.where', { page: mark.places[0]?.page ?? 0, count: mark.places.length })}
              </span>
              <span className="muted small">{nameOf(mark)}</span>
            </button>
            {onRemove === undefined ? null : (
              <Button
                size="small"
                type="text"
                onClick={() => {
                  list.current?.focus();
                  onRemove(mark);
                }}
                aria-label={t('mark.remove', { name: mark.words ?? t('mark.area') })}
              >
                ×
              </Button>
            )}
          </li>
        ))}
    </ul>
  );
}
