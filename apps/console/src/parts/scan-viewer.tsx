import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { addressOfFile } from './file-address.js';
import { ScanPaper, type Turn } from './scan-paper.js';
import { ScanThumbs } from './scan-thumbs.js';
import './scan-viewer.css';
import { PDF, type Mark, type Sheet } from './sheets.js';
import { useSheets } from './use-sheets.js';

type Props = {
  readonly files: readonly FileView[];
  /** A place that is looked for: its page is shown, and it is outlined there. */
  readonly mark?: Mark | undefined;
  readonly actions?: ReactNode;
  readonly onRemove?: (id: string) => void;
};

const UPRIGHT: Turn = { angle: 0, zoom: 1 };
const QUARTER = 90;
const STEP = 1.25;
const SMALLEST = 0.4;
const LARGEST = 5;

/** Papers as they came, to type from: paged, turned, enlarged. The files themselves stay as they are. */
export function ScanViewer({ files, mark, actions, onRemove }: Props): ReactNode {
  const t = useWords('parts');
  const sheets = useSheets(files);
  const [shown, setShown] = useState<Sheet>();
  const [turn, setTurn] = useState(UPRIGHT);
  useMark(sheets, mark, setShown);
  const current = placeOf(sheets, shown);
  const sheet = sheets[current];
  const go = (to: number): void => {
    const next = sheets[Math.max(0, Math.min(sheets.length - 1, to))];
    setShown(next);
    if (next?.file.id !== sheet?.file.id) setTurn(UPRIGHT);
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
        <h2 className={sheet === undefined ? undefined : 'unseen'}>{t('scan')}</h2>
        {sheet === undefined ? null : <Place files={files} sheet={sheet} />}
        <span className="spring" />
        {sheet?.kind === 'picture' ? (
          <span className="scan-tools">
            <Button size="small" type="text" onClick={rotate} aria-label={t('scan.rotate')} title={`${t('scan.rotate')} Alt+R`}>
              ⟳
            </Button>
            <Button size="small" type="text" onClick={zoom(1 / STEP)} aria-label={t('scan.smaller')} title="Alt+-">
              −
            </Button>
            <Button size="small" type="text" onClick={zoom(STEP)} aria-label={t('scan.larger')} title="Alt+=">
              +
            </Button>
          </span>
        ) : null}
        {actions}
      </div>
      {sheet === undefined ? (
        <p className="scan-empty muted">{t('scan.empty')}</p>
      ) : (
        <div className="scan-body">
          <ScanThumbs sheets={sheets} current={current} onPick={go} onRemove={onRemove} />
          <ScanPaper
            key={sheet.key}
            sheet={sheet}
            turn={turn}
            mark={mark !== undefined && isOn(mark, sheet) ? mark : undefined}
          />
        </div>
      )}
    </section>
  );
}

/** Turns to the page of a place as soon as it is looked for. */
function useMark(sheets: readonly Sheet[], mark: Mark | undefined, show: (sheet: Sheet) => void): void {
  const [seen, see] = useState<string>();
  if (mark?.key === seen) return;
  see(mark?.key);
  const sheet = mark === undefined ? undefined : sheets.find((each) => isOn(mark, each));
  if (sheet !== undefined) show(sheet);
}

/** Whether a place is on this sheet; a file that is shown as a whole is one sheet. */
const isOn = ({ fileId, page }: Mark, { file, page: shown }: Sheet): boolean =>
  file.id === fileId && (shown === null || shown.number === page);

/** Where a sheet stands that was looked at; where it is gone, the first of its file, or of all. */
function placeOf(sheets: readonly Sheet[], shown: Sheet | undefined): number {
  const same = sheets.findIndex(({ key }) => key === shown?.key);
  return same >= 0
    ? same
    : Math.max(
        0,
        sheets.findIndex(({ file }) => file.id === shown?.file.id),
      );
}

function Place({ files, sheet: { file, page } }: { readonly files: readonly FileView[]; readonly sheet: Sheet }): ReactNode {
  const t = useWords('parts');
  return (
    <>
      {page !== null && files.length === 1 ? null : (
        <span className="muted dense no-wrap">
          {t('scan.place', { place: files.findIndex(({ id }) => id === file.id) + 1, total: files.length })}
        </span>
      )}
      {page === null ? null : (
        <span className="muted dense no-wrap">{t('scan.page', { page: page.number, total: page.total })}</span>
      )}
      <span className="dense one-line" title={file.name}>
        {file.mime === PDF ? (
          <a href={`${addressOfFile(file)}&inline=true`} target="_blank" rel="noreferrer" tabIndex={-1}>
            {file.name}
          </a>
        ) : (
          file.name
        )}
      </span>
    </>
  );
}
