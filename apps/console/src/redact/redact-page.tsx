import type { GroundsView, RedactionView } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useGrounds } from '../case/use-case.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { useWindowTitle } from '../parts/use-window-title.js';
import { FindCard } from './find-card.js';
import { GroundChoice } from './ground-choice.js';
import { MarksList } from './marks-list.js';
import { MovesCard } from './moves-card.js';
import { PageToMark } from './page-to-mark.js';
import { MIDDLE } from './places.js';
import { useMarking } from './use-marking.js';
import { useRedaction } from './use-redaction.js';
import './redact.css';

/** A file of which parts are withheld: its pages, what is marked on them, and who has checked it. */
export function RedactPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRedaction(id);
  const grounds = useGrounds();
  return (
    <main id="content" className="page redact" tabIndex={-1}>
      {error !== null && data === undefined ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined || grounds === undefined ? error === null && <LoadingRows /> : <Filled view={data} grounds={grounds} />}
    </main>
  );
}

type Props = { readonly view: RedactionView; readonly grounds: GroundsView };

function Filled({ view, grounds }: Props): ReactNode {
  const t = useWords('redact');
  const [number, setNumber] = useState(1);
  const marking = useMarking(view, grounds);
  const { marks, selected, select, nameOf, isOpen, undo } = marking;
  useWindowTitle(view.source.name);
  const go = (to: number): void => setNumber(Math.max(1, Math.min(view.pages.length, to)));
  const addArea = (): void => marking.add({ places: [{ ...MIDDLE, page: number }] });
  useKeys([
    { keys: ['PageDown'], does: t('next'), run: () => go(number + 1) },
    { keys: ['PageUp'], does: t('previous'), run: () => go(number - 1) },
    ...(isOpen ? [{ keys: ['N' as const], does: t('area'), run: addArea }] : []),
    ...(undo === undefined ? [] : [{ keys: ['U' as const], does: t('undo'), run: undo }]),
  ]);
  return (
    <>
      <header className="redact-title">
        <h1 className="redact-text">{t('title', { name: view.source.name })}</h1>
        <Link to={`/case/${view.caseId}?tab=files`}>{t('to-case')}</Link>
      </header>
      <div className="redact-columns">
        <section className="card redact-paper" aria-label={t('pages')}>
          <PageBar {...{ number, undo }} total={view.pages.length} onGo={go} onAdd={isOpen ? addArea : undefined} />
          <PageToMark
            {...{ view, number, marks, selected, nameOf }}
            onSelect={select}
            onDraw={isOpen ? (place) => marking.add({ places: [place] }) : undefined}
            onChange={isOpen ? marking.change : undefined}
          />
        </section>
        <div className="redact-side">
          <MovesCard view={view} />
          <Tools {...{ view, grounds, marking, go }} />
        </div>
      </div>
    </>
  );
}

type ToolsProps = Props & { readonly marking: ReturnType<typeof useMarking>; readonly go: (to: number) => void };

/** What is marked next and why, and all that is marked. */
function Tools({ view, grounds, marking, go }: ToolsProps): ReactNode {
  const t = useWords('redact');
  const { marks, selected, select, nameOf, isOpen, error, reason, setReason } = marking;
  return (
    <section className="card redact-tools" aria-label={t('marks')}>
      {error === null ? null : <ErrorNotice error={error} />}
      {isOpen ? (
        <>
          <GroundChoice grounds={grounds} value={reason} onChange={setReason} />
          <FindCard id={view.id} onMark={marking.add} />
        </>
      ) : null}
      <h2>{t('marks.count', { count: marks.length })}</h2>
      <MarksList
        {...{ marks, selected, nameOf }}
        onGo={({ id, places: [first] }) => {
          select(id);
          if (first !== undefined) go(first.page);
        }}
        onRemove={isOpen ? marking.remove : undefined}
      />
    </section>
  );
}

type BarProps = {
  readonly number: number;
  readonly total: number;
  readonly onGo: (to: number) => void;
  readonly onAdd: (() => void) | undefined;
  readonly undo: (() => void) | undefined;
};

function PageBar({ number, total, onGo, onAdd, undo }: BarProps): ReactNode {
  const t = useWords('redact');
  return (
    <div className="card-head redact-bar">
      <Button onClick={() => onGo(number - 1)} disabled={number <= 1}>
        {t('previous')}
      </Button>
      <span className="dense no-wrap">{t('page', { page: number, total })}</span>
      <Button onClick={() => onGo(number + 1)} disabled={number >= total}>
        {t('next')}
      </Button>
      <span className="spring" />
      {onAdd === undefined ? null : (
        <>
          <Button onClick={undo} disabled={undo === undefined}>
            {t('undo')} <kbd aria-hidden>U</kbd>
          </Button>
          <Button onClick={onAdd}>
            {t('area')} <kbd aria-hidden>N</kbd>
          </Button>
        </>
      )}
    </div>
  );
}
