import type { DashboardView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Whose } from '../calendars/whose.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { useOrganName } from '../list/use-organ-name.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { PrintHead } from '../parts/print-head.js';
import { useSession } from '../session/session.js';
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
  const { whose, answer } = useAsked();
  const { data, error, refetch } = answer;
  return (
    <main id="content" className="page overview-page" tabIndex={-1}>
      <PageTitle
        title={data === undefined ? shell('section.overview') : t('open-cases', { count: data.total })}
        sentence={data === undefined ? '' : <Sentence view={data} />}
      >
        <Whose {...whose} also={data?.byPerson.flatMap(({ person }) => person ?? [])} />
        <TakeOverview view={data} />
      </PageTitle>
      <PrintHead organ={data?.filters.organ} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <ReportDuty />
      <Content view={data} failed={error !== null} />
    </main>
  );
}

/** Whose cases the address asks for, so that it can be sent to somebody. */
function useAsked() {
  const [get] = useAddress();
  const { user } = useSession();
  const [organ, person] = [get('organ'), get('person') ?? 'all'];
  const answer = useDashboard({ organ, person: person === 'all' ? undefined : person });
  return { whose: { organ: organ ?? user.organ, person }, answer };
}

function Content({ view, failed }: { readonly view: DashboardView | undefined; readonly failed: boolean }): ReactNode {
  const t = useWords('overview');
  if (view === undefined) return failed ? null : <LoadingRows />;
  // What waits without an open case waits all the same: what has to be published, an answer to a remedy.
  if (view.total === 0)
    return (
      <>
        <section className="card">
          <EmptyState text={t(view.filters.assignee === undefined ? 'empty' : 'empty.person')} />
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

/** Of whom or of how many units, and of which moment. */
function Sentence({ view }: { readonly view: DashboardView }): ReactNode {
  const t = useWords('overview');
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(Date.parse(view.at));
  return [useHolder(view), t('units', { count: view.byUnit.length }), t('updated', { time })].filter(Boolean).join(' · ');
}

/** Who holds all of them, where one person is asked about. */
function useHolder({ filters: { assignee }, byPerson }: DashboardView): string {
  const t = useWords('overview');
  const { user } = useSession();
  if (assignee === undefined) return '';
  if (assignee === 'none') return t('nobody');
  return assignee === 'me' ? user.name : (byPerson.find(({ person }) => person?.id === assignee)?.person?.name ?? '');
}
