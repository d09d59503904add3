import type { TrendsView, TrendWeek } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { NumberLink } from '../overview/number-link.js';
import { Chart } from './chart.js';
import type { Drawing } from './draw-chart.js';
import { percentOf } from './figures.js';
import { FlowCells, FlowHead, turnedOut } from './flow-cells.js';
import { DAI, GREY, legend, names, numbers, PALE, within } from './looks.js';

const FLOW_HEIGHT = 190;
const RATES_HEIGHT = 170;

/** Week by week: what came in, what was answered, and how. */
export function WeeksCard({ view }: { readonly view: TrendsView }): ReactNode {
  const t = useWords('trends');
  const { range } = useDays();
  const { overdue } = view;
  return (
    <section className="card" aria-labelledby="trend-weeks">
      <header className="card-head">
        <h2 id="trend-weeks">{t('weeks')}</h2>
        {overdue.total === 0 ? null : (
          <NumberLink filters={overdue.filters} className="small">
            {t('still-overdue', { count: overdue.total })}
          </NumberLink>
        )}
      </header>
      <p className="trends-text muted">{t('in-time.what')}</p>
      <div className="trends-beside">
        <div>
          <FlowChart weeks={view.weeks} />
          <RatesChart weeks={view.weeks} />
        </div>
        <div className="trends-scroll">
          <table className="trends-table" aria-labelledby="trend-weeks">
            <FlowHead first={t('week')} />
            <tbody>
              {view.weeks.map((week) => (
                <tr key={week.from}>
                  <th scope="row">{range(week.from, week.to)}</th>
                  <FlowCells flow={week} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('sum')}</th>
                <FlowCells flow={view.whole} />
              </tr>
            </tfoot>
          </table>
        </div>
      </div>
    </section>
  );
}

type Weeks = { readonly weeks: readonly TrendWeek[] };

function FlowChart({ weeks }: Weeks): ReactNode {
  const t = useWords('trends');
  const { tick, range } = useDays();
  const bar = (name: string, color: string, data: number[]) => ({
    type: 'bar' as const,
    name,
    itemStyle: { color },
    data,
    barGap: '0%',
  });
  const drawing: Drawing = {
    grid: within,
    legend: legend([t('received'), t('replied')]),
    xAxis: names(weeks.map(({ from }) => tick(from))),
    yAxis: numbers(),
    series: [
      bar(
        t('received'),
        PALE,
        weeks.map(({ received }) => received.total),
      ),
      bar(
        t('replied'),
        DAI,
        weeks.map(({ replied }) => replied.total),
      ),
    ],
  };
  const parts = weeks.map(({ from, to, received, replied }) =>
    t('weeks.chart.part', { week: range(from, to), received: received.total, replied: replied.total }),
  );
  return <Chart label={t('weeks.chart', { parts: parts.join('; ') })} drawing={drawing} height={FLOW_HEIGHT} />;
}

/** Shares of what was answered in each week; a week without an answer has none. */
function RatesChart({ weeks }: Weeks): ReactNode {
  const t = useWords('trends');
  const { tick, range } = useDays();
  const share = (of: 'inTime' | 'extended' | 'corrected') =>
    weeks
      .map((week) => Number(percentOf(week[of].total, of === 'inTime' ? turnedOut(week) : week.replied.total) ?? Number.NaN))
      .map((one) => (Number.isNaN(one) ? '-' : one));
  const line = (
    of: 'inTime' | 'extended' | 'corrected',
    look: { color: string; type: 'solid' | 'dashed' | 'dotted'; symbol: string },
  ) => ({
    type: 'line' as const,
    name: t(RATES[of]),
    symbol: look.symbol,
    symbolSize: 7,
    lineStyle: { type: look.type, color: look.color, width: 2 },
    itemStyle: { color: look.color },
    data: share(of),
  });
  const drawing: Drawing = {
    grid: within,
    legend: legend(Object.values(RATES).map((key) => t(key))),
    xAxis: names(weeks.map(({ from }) => tick(from))),
    yAxis: numbers({ max: 100, axisLabel: { formatter: '{value}%', fontSize: 12, color: '#454c57' } }),
    series: [
      line('inTime', { color: DAI, type: 'solid', symbol: 'circle' }),
      line('extended', { color: GREY, type: 'dashed', symbol: 'rect' }),
      line('corrected', { color: GREY, type: 'dotted', symbol: 'triangle' }),
    ],
  };
  const parts = weeks.map(({ from, to, inTime, late }) => {
    const percent = percentOf(inTime.total, turnedOut({ inTime, late }));
    return `${range(from, to)} ${percent === null ? t('none') : t('rate', { percent })}`;
  });
  return <Chart label={t('rates.chart', { parts: parts.join('; ') })} drawing={drawing} height={RATES_HEIGHT} />;
}

const RATES = { inTime: 'in-time.rate', extended: 'extended.rate', corrected: 'corrected.rate' } as const;
