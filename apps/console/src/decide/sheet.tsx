import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CaseMarks } from '../case/case-marks.js';
import { ChangeNotice } from '../case/change-notice.js';
import { OVER_PAGE } from '../case/over-page.js';
import { useCaseRead, type CaseRead } from '../case/use-case.js';
import { ClockCard } from '../clock/deadline-band.js';
import { remedyDue } from '../clock/remedy-due.js';
import { useReadings } from '../clock/use-readings.js';
import { ItemsTable } from '../case/items-table.js';
import { Subject } from '../case/subject.js';
import { TrailLinks } from '../list/trail-links.js';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { useWindowTitle } from '../parts/use-window-title.js';
import { ApprovalChain } from './approval-chain.js';
import { Opinions } from './opinions.js';
import { PapersPane, Unprinted } from './papers-pane.js';
import './sheet.css';

type Props = {
  /** Between the items and the opinions. */
  readonly findings?: (read: CaseRead) => ReactNode;
  /** Pinned to the bottom: what is decided here. */
  readonly decision: (read: CaseRead) => ReactNode;
};

/** A case to be decided on: its papers at left; clock, items, findings and opinions at right, and the decision under them. */
export function Sheet({ findings, decision }: Props): ReactNode {
  const { id = '' } = useParams();
  const { read, error, retry } = useCaseRead(id);
  return (
    <main id="content" className="page sheet" tabIndex={-1}>
      <TrailLinks id={id} />
      {error !== null && read === null ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {error === null && read === null ? <LoadingRows /> : null}
      {read === null ? null : <Filled key={id} read={read} findings={findings} decision={decision} />}
    </main>
  );
}

type FilledProps = Pick<Props, 'findings' | 'decision'> & { readonly read: CaseRead };

function Filled({ read, findings, decision }: FilledProps): ReactNode {
  const { view, ledger, office } = read;
  const t = useWords('decide');
  const clock = useWords('clock');
  const navigate = useNavigate();
  useWindowTitle(view.number);
  const { main } = useReadings(ledger, remedyDue(view.turn));
  useKeys([{ keys: ['W'], does: clock('why'), run: () => void navigate(`/case/${view.id}/why`, { state: OVER_PAGE }) }]);
  return (
    <>
      <header className="sheet-title">
        <h1 className="subject-title">
          <span className="subject-number">{view.number}</span>
          <Subject view={view} />
        </h1>
      </header>
      <ChangeNotice view={view} journal={read.journal} taken={null} />
      <CaseMarks view={view} journal={read.journal} />
      <div className="sheet-columns">
        <PapersPane view={view} />
        <div className="sheet-main">
          <Unprinted view={view} />
          <ClockCard view={view} ledger={ledger} main={main} today={office.today} />
          <section className="card" aria-label={t('items')}>
            <ItemsTable view={view} />
          </section>
          <div className="sheet-pair">
            {findings?.(read)}
            <Opinions view={view} journal={read.journal} />
          </div>
          <ApprovalChain view={view} />
          {decision(read)}
        </div>
      </div>
    </>
  );
}
