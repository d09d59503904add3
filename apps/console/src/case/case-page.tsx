import type { ReactNode } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { isProblem } from '../api/problem.js';
import { DeadlineBand } from '../clock/deadline-band.js';
import { LedgerDrawer } from '../clock/ledger-drawer.js';
import { useReadings } from '../clock/use-readings.js';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
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
      <ErrorNotice error={error} onRetry={onRetry} />
    </>
  );
}

function CaseScreen({ view, ledger, journal, office: { today } }: CaseRead): ReactNode {
  const navigate = useNavigate();
  const { main, all } = useReadings(ledger);
  const why = useMatch('/case/:id/why') !== null;
  const back = (): void => void navigate(`/case/${view.id}`);
  return (
    <>
      <TitleLine view={view} />
      <DeadlineBand view={view} ledger={ledger} main={main} today={today} />
      <LedgerDrawer view={view} ledger={ledger} readings={all} journal={journal} today={today} open={why} onClose={back} />
    </>
  );
}

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
