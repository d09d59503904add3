import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import './scan-viewer.css';

type Props = { readonly files: readonly FileView[]; readonly actions?: ReactNode; readonly onRemove?: (id: string) => void };
type Turn = { readonly angle: number; readonly zoom: number };

const UPRIGHT: Turn = { angle: 0, zoom: 1 };
const QUARTER = 90;
const STEP = 1.25;
const SMALLEST = 0.4;
const LARGEST = 5;
/** What a browser draws by itself. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp'];

/** Where a file is shown in place, rather than handed out. */
const shownAt = ({ id }: FileView): string => `/api/v1/files/${id}?inline=true`;

/** Papers as they came, to type from: paged, turned, enlarged. The files themselves stay as they are. */
export function ScanViewer({ files, actions, onRemove }: Props): ReactNode {
  const t = useWords('parts');
  const [place, setPlace] = useState(0);
  const [turn, setTurn] = useState(UPRIGHT);
  const current = Math.min(place, files.length - 1);
  const file = files[current];
  const go = (to: number): void => {
    setPlace(Math.max(0, Math.min(files.length - 1, to)));
    setTurn(UPRIGHT);
  };
  const zoom = (factor: number) => () =>
    setTurn((was) => ({ ...was, zoom: Math.max(SMALLEST, Math.min(LARGEST, was.zoom * factor)) }));
  const rotate = (): void => setTurn((was) => ({ ...was, angle: was.angle + QUARTER }));
  useKeys([
    { keys: ['PageDown'], does: t('scan.next'), run: () => go(current + 1) },
    { keys: ['PageUp'], does: t('scan.previous'), run: () => go(current - 1) },
    { keys: ['Alt+R'], does: t('scan.rotate'), run: rotate },
    { keys: ['Alt+='], does: t('scan.larger'), run: zoom(STEP) },
    { keys: ['Alt+-'], does: t('scan.smaller'), run: zoom(1 / STEP) },
    { keys: ['Alt+0'], does: t('scan.upright'), run: () => setTurn(UPRIGHT) },
  ]);
  return (
    <section className="card scan" aria-label={t('scan')}>
      <div className="card-head scan-head">
        <h2>{t('scan')}</h2>
        {file === undefined ? null : (
          <>
            <span className="muted dense no-wrap">{t('scan.place', { place: current + 1, total: files.length })}</span>
            <span className="dense one-line" title={file.name}>
              {file.name}
            </span>
          </>
        )}
        <span className="spring" />
        {file !== undefined && PICTURES.includes(file.mime) ? (
          <>
            <Button size="small" type="text" onClick={rotate} aria-label={t('scan.rotate')} title={`${t('scan.rotate')} Alt+R`}>
              ⟳
            </Button>
            <Button size="small" type="text" onClick={zoom(1 / STEP)} aria-label={t('scan.smaller')} title="Alt+-">
              −
            </Button>
            <Button size="small" type="text" onClick={zoom(STEP)} aria-label={t('scan.larger')} title="Alt+=">
              +
            </Button>
          </>
        ) : null}
        {actions}
      </div>
      {file === undefined ? (
        <p className="scan-empty muted">{t('scan.empty')}</p>
      ) : (
        <div className="scan-body">
          <Thumbs files={files} current={current} onPick={go} onRemove={onRemove} />
          <Paper key={file.id} file={file} turn={turn} />
        </div>
      )}
    </section>
  );
}

type ThumbsProps = Pick<Props, 'files' | 'onRemove'> & { readonly current: number; readonly onPick: (place: number) => void };

function Thumbs({ files, current, onPick, onRemove }: ThumbsProps): ReactNode {
  const t = useWords('parts');
  if (files.length < 2 && onRemove === undefined) return null;
  return (
    <ol className="scan-thumbs">
      {files.map((file, i) => (
        <li key={file.id}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={i === current}
            title={file.name}
            aria-label={t('scan.show', { name: file.name })}
            onClick={() => onPick(i)}
          >
            {PICTURES.includes(file.mime) ? <img src={shownAt(file)} alt="" /> : <span>{file.name.split('.').at(-1)}</span>}
          </button>
          {onRemove === undefined ? null : (
            <button
              type="button"
              tabIndex={-1}
              className="scan-remove"
              aria-label={t('scan.remove', { name: file.name })}
              onClick={() => onRemove(file.id)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Paper({ file, turn: { angle, zoom } }: { readonly file: FileView; readonly turn: Turn }): ReactNode {
  const t = useWords('parts');
  if (file.mime === 'application/pdf') return <iframe className="scan-paper" title={file.name} src={shownAt(file)} />;
  if (PICTURES.includes(file.mime))
    return (
      <div className="scan-paper" role="region" aria-label={file.name} tabIndex={0}>
        <img
          src={shownAt(file)}
          alt={file.name}
          style={{ width: `${String(zoom * 100)}%`, transform: `rotate(${String(angle)}deg)` }}
        />
      </div>
    );
  return (
    <p className="scan-empty muted">
      {t('scan.not-shown', { name: file.name })} <a href={`/api/v1/files/${file.id}`}>{t('scan.download')}</a>
    </p>
  );
}
