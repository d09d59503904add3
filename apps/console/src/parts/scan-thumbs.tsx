import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { Sheet } from './sheets.js';

type Props = {
  readonly sheets: readonly Sheet[];
  readonly current: number;
  readonly onPick: (place: number) => void;
  readonly onRemove?: ((id: string) => void) | undefined;
};

/** All sheets, small; the one that is looked at stays in sight. */
export function ScanThumbs({ sheets, current, onPick, onRemove }: Props): ReactNode {
  const t = useWords('parts');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const [all, one] = [list.current, list.current?.children[current]];
    if (all !== null && one instanceof HTMLElement) all.scrollTop = one.offsetTop - (all.clientHeight - one.offsetHeight) / 2;
  }, [current]);
  if (sheets.length < 2 && onRemove === undefined) return null;
  return (
    <ol className="scan-thumbs" ref={list}>
      {sheets.map((sheet, i) => (
        <li key={sheet.key}>
          <Thumb sheet={sheet} isCurrent={i === current} onPick={() => onPick(i)} />
          {onRemove === undefined || sheets[i - 1]?.file.id === sheet.file.id ? null : (
            <button
              type="button"
              tabIndex={-1}
              className="scan-remove"
              aria-label={t('scan.remove', { name: sheet.file.name })}
              onClick={() => onRemove(sheet.file.id)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

type ThumbProps = { readonly sheet: Sheet; readonly isCurrent: boolean; readonly onPick: () => void };

function Thumb({ sheet: { file, page, kind, src }, isCurrent, onPick }: ThumbProps): ReactNode {
  const t = useWords('parts');
  const name = page === null ? file.name : t('scan.page-of', { name: file.name, page: page.number });
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-current={isCurrent}
      title={name}
      aria-label={t('scan.show', { name })}
      onClick={onPick}
    >
      {kind === 'picture' ? (
        <img src={src} alt="" loading="lazy" decoding="async" />
      ) : (
        <span>{kind === 'making' ? '…' : (page?.number ?? file.name.split('.').at(-1))}</span>
      )}
    </button>
  );
}
