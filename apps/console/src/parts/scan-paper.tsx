import type { PageProblem, PagesView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { addressOfFile } from './file-address.js';
import type { Mark, Sheet } from './sheets.js';

/** How a sheet is turned and enlarged. */
export type Turn = { readonly angle: number; readonly zoom: number };

type Props = { readonly sheet: Sheet; readonly turn: Turn; readonly mark?: Mark | undefined };

/** The sheet that is looked at; where it cannot be shown, what is wrong with it, and the original. */
export function ScanPaper({ sheet, turn: { angle, zoom }, mark }: Props): ReactNode {
  const t = useWords('parts');
  const { file, page, kind, src } = sheet;
  if (kind === 'document') return <iframe className="scan-paper" title={file.name} src={src} />;
  if (kind === 'making') return <Making sheet={sheet} />;
  if (kind === 'nothing') return <Wrong sheet={sheet} />;
  const name = page === null ? file.name : t('scan.page-of', { name: file.name, page: page.number });
  return (
    <div className="scan-paper" role="region" aria-label={name} tabIndex={0}>
      {sheet.problem === undefined ? null : <Wrong sheet={sheet} />}
      <div className="scan-sheet" style={{ width: `${String(zoom * 100)}%`, transform: turned(angle) }}>
        <img src={src} alt={name} />
        {mark === undefined ? null : <Outline mark={mark} />}
      </div>
    </div>
  );
}

const FULL = 360;
/** Turned around its upper left corner a sheet lies beside or above its place, where nothing scrolls to: it is brought back. */
const BACK: Readonly<Record<number, string>> = {
  90: ' translateY(-100%)',
  180: ' translate(-100%, -100%)',
  270: ' translateX(-100%)',
};

const turned = (angle: number): string => `rotate(${String(angle)}deg)${BACK[angle % FULL] ?? ''}`;

const percent = (share: number): string => `${String(share * 100)}%`;

/** A frame around a place on the page, brought into sight. */
function Outline({ mark: { key, box } }: { readonly mark: Mark }): ReactNode {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const paper = frame.current?.closest('.scan-paper');
    if (frame.current === null || !paper) return;
    const [seen, at] = [paper.getBoundingClientRect(), frame.current.getBoundingClientRect()];
    if (at.top < seen.top || at.bottom > seen.bottom) paper.scrollBy(0, at.top - seen.top - seen.height / 2);
  }, [key]);
  const style = { left: percent(box.left), top: percent(box.top), width: percent(box.width), height: percent(box.height) };
  return <span ref={frame} className="scan-mark" style={style} />;
}

/** How far the pages are, and that it goes on by itself. */
function Making({ sheet: { page, done = 0 } }: { readonly sheet: Sheet }): ReactNode {
  const t = useWords('parts');
  const text = page === null ? t('scan.waiting') : t('scan.making', { done, total: page.total });
  return (
    <div className="scan-empty muted" role="status">
      <p>{text}</p>
      <progress aria-label={text} {...(page === null ? {} : { value: done, max: page.total })} />
    </div>
  );
}

function Wrong({ sheet: { file, page, problem } }: { readonly sheet: Sheet }): ReactNode {
  const t = useWords('parts');
  const text =
    problem === undefined || page === null
      ? t('scan.not-shown', { name: file.name })
      : t(`scan.problem.${problem}`, { page: page.number });
  return (
    <p className="scan-empty muted">
      {text} <a href={addressOfFile(file)}>{t(page === null ? 'scan.download' : 'scan.original')}</a>
      {problem !== undefined && PASSING.has(problem) ? <Again fileId={file.id} /> : null}
    </p>
  );
}

/** What need not be the fault of the file: whoever drew it may have been short of time or memory. */
const PASSING: ReadonlySet<PageProblem> = new Set(['unreadable', 'damaged']);

/** Has the pages drawn anew. */
function Again({ fileId }: { readonly fileId: string }): ReactNode {
  const t = useWords('parts');
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.post<PagesView>(`/files/${fileId}/pages/again`),
    onSuccess: (pages) => client.setQueryData(keys.pages(fileId), pages),
  });
  return (
    <Button size="small" type="link" loading={isPending} onClick={() => mutate()}>
      {t('scan.again')}
    </Button>
  );
}
