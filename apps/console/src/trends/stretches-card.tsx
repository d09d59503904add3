import type { StretchTime } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { NumberLink } from '../overview/number-link.js';
import { TableHead } from '../parts/table-head.js';
import { Chart } from './chart.js';
import type { Drawing } from './draw-chart.js';
import { Count } from './flow-cells.js';
import { DAI, legend, names, numbers, PALE, within } from './looks.js';
import { useStretchName } from './use-stretch-name.js';

const HEIGHT = 270;

/** Where cases waited: how long the links took, half of the cases and nine in ten. */
export function StretchesCard({ times }: { readonly times: readonly StretchTime[] }): ReactNode {
  const t = useWords('trends');
  const nameOf = useStretchName();
  const columns = (['stretch', 'stretch.cases', 'stretch.median', 'stretch.ninth', 'stretch.slowest'] as const).map((name) =>
    t(name),
  );
  return (
    <section className="card" aria-labelledby="trend-stretches">
      <header className="card-head">
        <h2 id="trend-stretches">{t('stretches')}</h2>
        <span className="muted small">{t('stretches.note')}</span>
      </header>
      <StretchChart times={times} />
      <table className="trends-table" aria-labelledby="trend-stretches">
        <TableHead columns={columns} />
        <tbody>
          {times.map(({ stretch, cases, median, ninth, slowest }) => (
            <tr key={stretch}>
              <th scope="row">{nameOf(stretch)}</th>
              <Count of={cases} />
              <td>{median ?? t('none')}</td>
              <td>{ninth ?? t('none')}</td>
              <td>
                {slowest.total === 0 ? (
                  0
                ) : (
                  <NumberLink
                    filters={slowest.filters}
                    label={t('stretch.slowest.title', { count: slowest.total, days: ninth ?? 0 })}
                  >
                    {slowest.total}
                  </NumberLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StretchChart({ times }: { readonly times: readonly StretchTime[] }): ReactNode {
  const t = useWords('trends');
  const nameOf = useStretchName();
  const bar = (name: string, color: string, data: (number | string)[]) => ({
    type: 'bar' as const,
    name,
    data,
    barGap: '0%',
    itemStyle: { color },
    label: { show: true, position: 'right' as const, color: '#1a1f26', fontSize: 12 },
  });
  const drawing: Drawing = {
    grid: within,
    legend: legend([t('stretch.median'), t('stretch.ninth')]),
    xAxis: numbers(),
    yAxis: { ...names(times.map(({ stretch }) => nameOf(stretch))), inverse: true },
    series: [
      bar(
        t('stretch.median'),
        DAI,
        times.map(({ median }) => median ?? '-'),
      ),
      bar(
        t('stretch.ninth'),
        PALE,
        times.map(({ ninth }) => ninth ?? '-'),
      ),
    ],
  };
  const parts = times.map(({ stretch, median, ninth }) =>
    t('stretches.chart.part', { name: nameOf(stretch), median: median ?? t('none'), ninth: ninth ?? t('none') }),
  );
  return <Chart label={t('stretches.chart', { parts: parts.join('; ') })} drawing={drawing} height={HEIGHT} />;
}
