import type { ForecastView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { Chart } from './chart.js';
import type { Drawing } from './draw-chart.js';
import { expectedOf } from './figures.js';
import { Count } from './flow-cells.js';
import { DAI, names, numbers, PALE, within } from './looks.js';

const HEIGHT = 150;
const BAND = 14;
/** From fewer answered cases hardly anything can be learnt. */
const FEW = 30;

/** How many open cases will be late, with its uncertainty; and by the week in which they fall due. */
export function ForecastCard({ view }: { readonly view: ForecastView }): ReactNode {
  const t = useWords('trends');
  return (
    <section className="card" aria-labelledby="forecast">
      <header className="card-head">
        <h2 id="forecast">{t('forecast')}</h2>
      </header>
      {view.learnt.cases === 0 ? <p className="trends-text">{t('forecast.nothing')}</p> : <Expected view={view} />}
    </section>
  );
}

function Expected({ view: { open, whole, weeks, learnt } }: { readonly view: ForecastView }): ReactNode {
  const t = useWords('trends');
  const { short, range } = useDays();
  const { expected, low, high } = whole;
  const since = learnt.since === null ? '' : short(learnt.since);
  const columns = (['forecast.week', 'forecast.due', 'forecast.expected', 'forecast.band'] as const).map((name) => t(name));
  return (
    <>
      <p className="trends-text">
        {t('forecast.sentence', { count: open, expected: expectedOf(expected), low, high })}{' '}
        <span className="muted">
          {t('forecast.basis', { count: learnt.cases, late: learnt.late, since })}
          {learnt.cases < FEW ? ` ${t('forecast.few')}` : ''}
        </span>
      </p>
      <WeeksAhead weeks={weeks} />
      <table className="trends-table" aria-label={t('forecast.weeks')}>
        <TableHead columns={columns} />
        <tbody>
          {weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">{range(week.from, week.to)}</th>
              <Count of={week.due} />
              <td>{expectedOf(week.expected)}</td>
              <td>{t('span', { low: week.low, high: week.high })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className="trends-text">
        <summary>{t('forecast.method')}</summary>
        <p>{t('forecast.method.text')}</p>
      </details>
    </>
  );
}

/** A point for what is to be expected, on a band in which it lies four times in five. */
function WeeksAhead({ weeks }: { readonly weeks: ForecastView['weeks'] }): ReactNode {
  const t = useWords('trends');
  const { range, tickRange } = useDays();
  const drawing: Drawing = {
    grid: { ...within, top: 12 },
    xAxis: names(weeks.map(({ from, to }) => tickRange(from, to))),
    yAxis: numbers(),
    series: [
      {
        type: 'bar',
        stack: 'band',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: weeks.map(({ low }) => low),
        barWidth: BAND,
      },
      {
        type: 'bar',
        stack: 'band',
        itemStyle: { color: PALE, borderRadius: 4 },
        data: weeks.map(({ low, high }) => high - low),
        barWidth: BAND,
      },
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: DAI },
        label: { show: true, position: 'right', distance: 8, fontSize: 13, fontWeight: 600, color: '#1a1f26' },
        data: weeks.map(({ expected }) => Number(expectedOf(expected))),
      },
    ],
  };
  const parts = weeks.map(({ from, to, expected, low, high }) =>
    t('forecast.chart.part', { week: range(from, to), expected: expectedOf(expected), low, high }),
  );
  return <Chart label={t('forecast.chart', { parts: parts.join('; ') })} drawing={drawing} height={HEIGHT} />;
}
