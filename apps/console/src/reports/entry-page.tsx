import type { ReportEntry } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { usePrintFoot } from '../parts/use-print-foot.js';
import { useSession } from '../session/session.js';
import { EntryFigures } from './entry-figures.js';
import { EntryStanding } from './entry-standing.js';
import { EntryTexts } from './entry-texts.js';
import { useEntry, useTyped } from './use-entry.js';
import { WaitingEntries } from './waiting-entries.js';
import { useAsked, type Asked } from './use-report.js';
import './reports.css';

/** What people enter into the annual report: table A and the narrative sections, with what is doubtful beside each field. */
export function EntryPage(): ReactNode {
  const asked = useAsked();
  return (
    <main id="content" className="page reports" tabIndex={-1}>
      {asked === undefined ? <LoadingRows /> : <Asking key={JSON.stringify(asked)} asked={asked} />}
    </main>
  );
}

function Asking({ asked }: { readonly asked: Asked }): ReactNode {
  const { data, error, refetch } = useEntry(asked);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Entry entry={data} asked={asked} />}
    </>
  );
}

function Entry({ entry, asked }: { readonly entry: ReportEntry; readonly asked: Asked }): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const [params] = useSearchParams();
  const { organ, year, scope } = entry;
  const title = t('entry.title', { organ: organ.name[language], year, scope: t(`scope.of.${scope}`) });
  usePrintFoot(useSession().user.name, title);
  const form = useTyped(entry);
  const isOpen = entry.may.includes('save');
  return (
    <>
      <PageTitle title={title} sentence={t('entry.sentence')}>
        <Link to={`/reports?${params.toString()}`} className="no-print">
          {t('entry.back')}
        </Link>
      </PageTitle>
      <WaitingEntries {...entry} />
      <div className="reports-columns">
        <div className="reports-side">
          <EntryFigures entry={entry} form={form} isOpen={isOpen} />
          <EntryTexts entry={entry} form={form} isOpen={isOpen} />
        </div>
        <EntryStanding entry={entry} asked={asked} form={form} />
      </div>
    </>
  );
}
