import { ordinal, type AnnualReport } from '@gongkai/contracts';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { usePrintFoot } from '../parts/use-print-foot.js';
import { useSession } from '../session/session.js';
import { CasesCard } from './cases-card.js';
import { ChecksCard } from './checks-card.js';
import { FeesCard } from './fees-card.js';
import { FreezeCard } from './freeze-card.js';
import { MembersCard } from './members-card.js';
import { PublicationCard } from './publication-card.js';
import { PrintedReportTable } from './printed-report-table.js';
import { ReportChoice } from './report-choice.js';
import { useAsked, useReport, type Asked } from './use-report.js';
import { WaitingEntries } from './waiting-entries.js';
import './reports.css';

/** The annual report (政府信息公开工作年度报告): tables as the format prints them, each number with its cases, and what has to agree. */
export function ReportPage(): ReactNode {
  const asked = useAsked();
  return (
    <main id="content" className="page reports" tabIndex={-1}>
      {asked === undefined ? <LoadingRows /> : <Asking asked={asked} />}
    </main>
  );
}

function Asking({ asked }: { readonly asked: Asked }): ReactNode {
  const { data, error, refetch } = useReport(asked);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Report report={data} asked={asked} />}
    </>
  );
}

type Props = { readonly report: AnnualReport; readonly asked: Asked };

function Report({ report, asked }: Props): ReactNode {
  const t = useWords('reports');
  const language = useLanguage();
  const { listed } = useDays();
  const [address, setAddress] = useAddress();
  const { year, organ, format, due, tables, whole, from, to } = report;
  const title = t(whole ? 'title' : 'title.part', { year, organ: organ.name[language], from: listed(from), to: listed(to) });
  usePrintFoot(useSession().user.name, title);
  const isFrozen = report.frozen !== null && address('current') !== 'true';
  const table = tables.find(({ id }) => id === address('table'))?.id ?? 'b';
  return (
    <>
      <PageTitle
        title={title}
        sentence={t(whole ? (isFrozen ? 'sentence.frozen' : 'sentence') : 'sentence.part', {
          format: format.number,
          due: listed(due),
        })}
      >
        <Segmented
          className="reports-screen"
          value={table}
          aria-label={t('tables')}
          options={tables.map(({ id, section }) => ({
            value: id,
            label: t(shortOf(section), { no: ordinal(noOf(report, section), language) }),
          }))}
          onChange={(chosen) => setAddress({ table: chosen, cell: '' })}
        />
        <ReportChoice report={report} asked={asked} />
      </PageTitle>
      <WaitingEntries {...report} />
      <div className="reports-columns">
        {tables
          .filter(({ id }) => id === table)
          .map((one) => (
            <PrintedReportTable key={one.id} table={one} report={report} />
          ))}
        <Beside report={report} asked={asked} />
      </div>
    </>
  );
}

/** The cases of a number, what agrees, what was frozen, what it is the sum of. */
function Beside({ report, asked }: Props): ReactNode {
  const [address] = useAddress();
  const cell = address('cell');
  return (
    <div className="reports-side reports-screen">
      {cell === undefined ? null : <CasesCard key={cell} asked={asked} cell={cell} />}
      <ChecksCard report={report} />
      <FeesCard report={report} />
      {report.whole ? (
        <>
          <FreezeCard report={report} />
          <PublicationCard report={report} />
        </>
      ) : null}
      {report.members.length > 1 ? <MembersCard report={report} /> : null}
    </div>
  );
}

const noOf = ({ sections }: AnnualReport, id: string): string => sections.find((one) => one.id === id)?.no ?? '';

const SHORT = { s2_proactive: 'table.a', s3_applications: 'table.b', s4_remedies: 'table.c' } as const;
const shortOf = (section: string) => SHORT[section as keyof typeof SHORT];
