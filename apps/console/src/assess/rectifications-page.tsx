import { RECTIFICATION_STATES } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TakeAlong } from '../list/take-along.js';
import { useAddress } from '../list/use-address.js';
import { PageTitle } from '../parts/page-title.js';
import { RectificationList } from './rectification-list.js';
import { rectificationSheet } from './rectification-sheet.js';
import { useRectifications } from './use-assessments.js';
import { usePeriod } from './use-period.js';
import '../reports/reports.css';
import './assess.css';

/** What organs have to put right after assessments (整改清单), by its state. */
export function RectificationsPage(): ReactNode {
  const t = useWords('assess');
  const [get, set] = useAddress();
  const [state, assessment, organ] = [get('state'), get('assessment'), get('organ')];
  const counts = useRectifications({ assessment, organ }).data?.counts;
  const shown = useRectifications({ assessment, organ, state }).data?.items ?? [];
  const language = useLanguage();
  const period = usePeriod();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('rect.title')} sentence={t('rect.sentence')}>
        <Link className="no-print" to="/assessments">
          {t('title')}
        </Link>
        <TakeAlong
          name={t('rect.title')}
          tables={shown.length === 0 ? undefined : () => [rectificationSheet(shown, { t, language, period })]}
        />
      </PageTitle>
      <section className="card reports-card" aria-label={t('rect.title')}>
        <div className="assess-filter no-print">
          <Button aria-pressed={state === undefined} onClick={() => set({ state: '' })}>
            {t('rect.all')}
          </Button>
          {RECTIFICATION_STATES.map((one) => (
            <Button key={one} aria-pressed={state === one} onClick={() => set({ state: one })}>
              {t('rect.count', { state: t(`rect.state.${one}`), total: counts?.[one] ?? 0 })}
            </Button>
          ))}
        </div>
        <RectificationList query={{ assessment, organ, state }} />
      </section>
    </main>
  );
}
