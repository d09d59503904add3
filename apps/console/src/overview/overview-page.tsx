import type { DashboardView } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrganName, useOrgans } from '../list/use-organ-name.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { PrintHead } from '../parts/print-head.js';
import { DaysCard } from './days-card.js';
import { GroupsCard, NOBODY, type Group } from './groups-card.js';
import { LightsCard } from './lights-card.js';
import { OverdueCard } from './overdue-card.js';
import { ReportDuty } from './report-duty.js';
import { TakeOverview } from './take-overview.js';
import { TodoCard } from './todo-card.js';
import { useDashboard } from './use-dashboard.js';
import './overview.css';

/** All open cases of the organ and below, on one page: what is late, what will be, and in whose hands it is. */
export function OverviewPage(): ReactNode {
  const t = useWords('overview');
  const shell = useWords('shell');
  const [get] = useAddress();
  const { data, error, refetch } = useDashboard(get('organ'));
  return (
    <main id="content" className="page overview-page" tabIndex={-1}>
      <PageTitle
        title={data === undefined ? shell('section.overview') : t('open-cases', { count: data.total })}
        sentence={data === undefined ? '' : <Sentence view={data} />}
      >
        <Scope />
        <TakeOverview view={data} />
      </PageTitle>
      <PrintHead organ={get('organ')} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <ReportDuty />
      <Content view={data} failed={error !== null} />
    </main>
  );
}

function Content({ view, failed }: { readonly view: DashboardView | undefined; readonly failed: boolean }): ReactNode {
  const t = useWords('overview');
  if (view === undefined) return failed ? null : <LoadingRows />;
  // What waits without an open case waits all the same: what has to be published, an answer to a remedy.
  if (view.total === 0)
    return (
      <>
        <section className="card">
          <EmptyState text={t('empty')} />
        </section>
        <TodoCard view={view} />
      </>
    );
  return <Cards view={view} />;
}

function Cards({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const organName = useOrganName();
  const units = view.byUnit.map(({ organ, ...group }): Group => ({ ...group, key: organ, name: organName(organ) }));
  const { listed } = useDays();
  const people = view.byPerson.map(({ person, awayUntil, helping, ...group }): Group => {
    const notes = [
      ...(awayUntil === null ? [] : [t('away', { until: listed(awayUntil) })]),
      ...(helping === 0 ? [] : [t('helping', { count: helping })]),
    ];
    return {
      ...{ ...group, key: person?.id ?? NOBODY, name: person?.name ?? t('nobody') },
      ...(notes.length === 0 ? {} : { note: notes.join(' · ') }),
    };
  });
  return (
    <>
      <LightsCard view={view} />
      <div className="overview-row overview-dates">
        <DaysCard view={view} />
        <OverdueCard view={view} />
      </div>
      <div className="overview-row overview-groups">
        <GroupsCard id="by-unit" title={t('by-unit')} more="all-units" groups={units} />
        <GroupsCard id="by-person" title={t('by-person')} more="all-people" groups={people} />
        <TodoCard view={view} />
      </div>
    </>
  );
}

/** Of how many units, and of which moment. */
function Sentence({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(Date.parse(view.at));
  return `${t('units', { count: view.byUnit.length })} · ${t('updated', { time })}`;
}

/** One organ with what is below it, or all in sight; in the address, so that it can be sent to somebody. */
function Scope(): ReactNode {
  const t = useWords('overview');
  const [get, set] = useAddress();
  const organName = useOrganName();
  const organs = useOrgans().data?.items ?? [];
  if (organs.length < 2) return null;
  const options = organs.map(({ code }) => ({ value: code, label: organName(code) }));
  return (
    <Select
      className="overview-scope no-print"
      aria-label={t('scope')}
      showSearch={{ optionFilterProp: 'label' }}
      value={get('organ') ?? ''}
      onChange={(organ) => set({ organ })}
      options={[{ value: '', label: t('scope.all') }, ...options]}
    />
  );
}
