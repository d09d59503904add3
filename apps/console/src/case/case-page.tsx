import { commandSchemas, stepTexts, type CommandType } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { isProblem } from '../api/problem.js';
import { DeadlineBand } from '../clock/deadline-band.js';
import { LedgerDrawer } from '../clock/ledger-drawer.js';
import { remedyDue } from '../clock/remedy-due.js';
import { useReadings } from '../clock/use-readings.js';
import { ApprovalChain } from '../decide/approval-chain.js';
import { useText, useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { RemediesCard } from '../remedies/remedies-card.js';
import { useSession } from '../session/session.js';
import { CaseMarks } from './case-marks.js';
import { ChecklistsCard } from './checklists-card.js';
import { GuideMark } from './guide-mark.js';
import { ChangeNotice } from './change-notice.js';
import { HistoryCard } from './history/history-card.js';
import { OrdersCard } from '../orders/orders-card.js';
import { OVER_PAGE, useCloseOver } from './over-page.js';
import { StepRail } from './step-rail.js';
import { StepDialog } from './steps/step-dialog.js';
import { TabsCard } from './tabs-card.js';
import { TitleLine } from './title-line.js';
import { useCaseRead, type CaseRead } from './use-case.js';
import './case-page.css';

/** A case: its date and why, its items, its history, what can be done now and what not. */
export function CasePage(): ReactNode {
  const { id = '' } = useParams();
  const { read, error, retry } = useCaseRead(id);
  return (
    <main id="content" className="page case-page">
      {read !== null && <CaseScreen key={id} {...read} />}
      {read === null && error === null && <CaseSkeleton />}
      {read === null && error !== null && <CaseFailure error={error} onRetry={retry} />}
    </main>
  );
}

function CaseFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactNode {
  const t = useWords('case');
  return (
    <>
      <h1>{t(isProblem(error, 'case-not-found') ? 'not-found' : 'title')}</h1>
      <ErrorNotice error={error} {...(isProblem(error, 'case-not-found') ? {} : { onRetry })} />
    </>
  );
}

function CaseScreen({ view, ledger, journal, office: { today } }: CaseRead): ReactNode {
  const t = useWords('case');
  const clock = useWords('clock');
  const text = useText();
  const navigate = useNavigate();
  const { main, all } = useReadings(ledger, remedyDue(view.turn));
  const [taken, setTaken] = useState<CommandType | null>(null);
  const why = useMatch('/case/:id/why') !== null;
  const step = useMatch('/case/:id/step/:type')?.params.type;
  const back = useCloseOver(view.id);
  const open = (path: string): void => void navigate(`/case/${view.id}/${path}`, { state: OVER_PAGE });
  const isReader = useSession().role === 'auditor';
  useKeys([
    { keys: ['W'], does: clock('why'), run: () => open('why') },
    ...(isReader ? [] : [{ keys: ['N'], does: text(stepTexts.note), run: () => open('step/note') }]),
  ]);
  return (
    <>
      <TitleLine view={view} />
      <ChangeNotice view={view} journal={journal} taken={taken} />
      <GuideMark view={view} />
      <CaseMarks view={view} journal={journal} />
      <DeadlineBand view={view} ledger={ledger} main={main} today={today} />
      <div className={isReader ? undefined : 'case-columns'}>
        {isReader ? null : <StepRail view={view} />}
        <div className="case-main">
          <OrdersCard view={view} />
          <RemediesCard view={view} />
          <TabsCard view={view} journal={journal} />
          <ApprovalChain view={view} />
          <ChecklistsCard view={view} />
          <HistoryCard caseId={view.id} view={view} journal={journal} today={today} />
        </div>
      </div>
      {why && <LedgerDrawer view={view} ledger={ledger} readings={all} journal={journal} today={today} onClose={back} />}
      {step !== undefined && isStep(step) && (
        <StepDialog
          key={step}
          type={step}
          view={view}
          journal={journal}
          today={today}
          onClose={back}
          onTaken={() => {
            setTaken(step);
            back();
          }}
        />
      )}
      <p className="print-foot">{t('printed', { today })}</p>
    </>
  );
}

const isStep = (type: string): type is CommandType => type in commandSchemas;

/** The frame of the page while it is read: grey where the parts will be. */
function CaseSkeleton(): ReactNode {
  const t = useWords('shell');
  return (
    <div className="case-skeleton" role="status" aria-label={t('loading')}>
      <div style={{ height: 48 }} />
      <div style={{ height: 178 }} />
      <div style={{ height: 320 }} />
    </div>
  );
}
