import type { TrendsView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { FlowCells, FlowHead } from './flow-cells.js';

/** The period unit by unit; what answered most cases late stands first. */
export function UnitsCard({ units }: { readonly units: TrendsView['units'] }): ReactNode {
  const t = useWords('trends');
  const organName = useOrganName();
  return (
    <section className="card" aria-labelledby="trend-units">
      <header className="card-head">
        <h2 id="trend-units">{t('units')}</h2>
        <span className="muted small">{t('units.order')}</span>
      </header>
      <div className="trends-scroll">
        <table className="trends-table trends-units" aria-labelledby="trend-units">
          <FlowHead first={t('unit')} />
          <tbody>
            {units.map(({ organ, ...flow }) => (
              <tr key={organ}>
                <th scope="row">{organName(organ)}</th>
                <FlowCells flow={flow} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
