import type { DashboardView, Light } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { LightIcon } from '../parts/light.js';
import { URGENCY } from './lights.js';
import { NumberLink } from './number-link.js';

type Props = { readonly view: DashboardView };

/** Six lights as numbers, and one bar that shows their shares. */
export function LightsCard({ view }: Props): ReactNode {
  const t = useWords('overview');
  const terms = useWords('terms');
  const parts = URGENCY.map((light) => `${terms(`light.${light}`)} ${view.byLight[light]}`).join(', ');
  return (
    <section className="card lights-card" aria-label={t('lights')}>
      <ul>
        {URGENCY.map((light) => (
          <li key={light} className={`is-${light}`}>
            <NumberLink filters={{ ...view.filters, light }}>
              <LightIcon light={light} size={24} />
              <b className="lights-count">{view.byLight[light]}</b>
              <span>
                <span className="strong dense">{terms(`light.${light}`)}</span>
                <LightNote light={light} view={view} />
              </span>
            </NumberLink>
          </li>
        ))}
      </ul>
      <div className="lights-bar" role="img" aria-label={t('lights.bar', { parts })}>
        {URGENCY.filter((light) => view.byLight[light] > 0).map((light) => (
          <i key={light} className={`bar-${light}`} style={{ flexGrow: view.byLight[light] }} />
        ))}
      </div>
    </section>
  );
}

function LightNote({ light, view: { stoppedBy } }: Props & { readonly light: Light }): ReactNode {
  const t = useWords('overview');
  const counts = Object.fromEntries(Object.entries(stoppedBy).map(([cause, { total }]) => [cause, total]));
  return <span className="muted small lights-note">{t(`light.${light}`, counts)}</span>;
}
