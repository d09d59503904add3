import type { ForecastView, TrendsView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Whose } from '../calendars/whose.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useAddress } from '../list/use-address.js';
import { EmptyState } from '../parts/empty-state.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PageTitle } from '../parts/page-title.js';
import { useSession } from '../session/session.js';
import { ForecastCard } from './forecast-card.js';
import { PeriodChoice } from './period.js';
import { RiskCard } from './risk-card.js';
import { StretchesCard } from './stretches-card.js';
import { UnitsCard } from './units-card.js';
import { useTrendExport } from './use-trend-export.js';
import { useForecast, useTrends } from './use-trends.js';
import { WeeksCard } from './weeks-card.js';
import '../overview/overview.css';
import './trends.css';

/** 趋势: what will be late at the present pace; and how the work went in a period, by week, link and unit. All of it is in the address. */
export function TrendsPage(): ReactNode {
  const t = useWords('trends');
  const { person, organ, trends, forecast } = useAsked();
  const failed = trends.error ?? forecast.error;
  const again = (): void => void Promise.all([trends.refetch(), forecast.refetch()]);
  return (
    <main id="content" className="page trends-page" tabIndex={-1}>
      <PageTitle title={t('title')} sentence={<Sentence view={trends.data} />}>
        <Whose person={person} organ={organ} />
        <Export trends={trends.data} forecast={forecast.data} />
        <Button className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </PageTitle>
      {failed === null ? null : <ErrorNotice error={failed} onRetry={again} />}
      {trends.data === undefined || forecast.data === undefined ? (
        <Waiting failed={failed !== null} />
      ) : (
        <Cards trends={trends.data} forecast={forecast.data} />
      )}
    </main>
  );
}

/** What the address asks for: whose work, and which days. */
function useAsked() {
  const [get] = useAddress();
  const { user } = useSession();
  const [organ, person] = [get('organ'), get('person') ?? 'all'];
  const asked = { organ, person: person === 'all' ? undefined : person, from: get('from'), to: get('to') };
  return { person, organ: organ ?? user.organ, trends: useTrends(asked), forecast: useForecast(asked) };
}

const Waiting = ({ failed }: { readonly failed: boolean }): ReactNode => (failed ? null : <LoadingRows />);

function Sentence({ view }: { readonly view: TrendsView | undefined }): ReactNode {
  const t = useWords('trends');
  const { range } = useDays();
  return view === undefined ? '' : t('period', { range: range(view.from, view.to), count: view.weeks.length });
}

type Views = { readonly trends: TrendsView; readonly forecast: ForecastView };

function Cards({ trends, forecast }: Views): ReactNode {
  const t = useWords('trends');
  const { whole, units, stretches, from, to, today } = trends;
  const isEmpty = whole.received.total + whole.replied.total === 0;
  return (
    <>
      <div className="trends-ahead">
        <ForecastCard view={forecast} />
        <RiskCard view={forecast} />
      </div>
      <PeriodChoice from={from} to={to} today={today} />
      {isEmpty ? (
        <section className="card">
          <EmptyState text={t('empty')} />
        </section>
      ) : (
        <>
          <WeeksCard view={trends} />
          <div className="trends-behind">
            <StretchesCard times={stretches} />
            <UnitsCard units={units} />
          </div>
        </>
      )}
    </>
  );
}

/** All tables of the page, each on a sheet of its own. */
function Export({ trends, forecast }: Partial<Views>): ReactNode {
  const t = useWords('trends');
  const { mutate, isPending } = useTrendExport();
  const ready = trends !== undefined && forecast !== undefined;
  return (
    <Button className="no-print" disabled={!ready} loading={isPending} onClick={() => ready && mutate({ trends, forecast })}>
      {t('export')}
    </Button>
  );
}
